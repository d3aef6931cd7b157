#include <doctest/doctest.h>

#include "generator/rules/rules.h"
#include "tests/content/site.h"

namespace kronika {
namespace {

/// What is told of a declaration prepared on one day and reviewed on another ("" : never), by a build of `now`.
std::string told_on(const std::string& now, const std::string& prepared, const std::string& reviewed = "",
                    Occasion occasion = Occasion::build) {
  const std::string text =
      "[declaration]\nentity = \"O\"\npublished = 2020-01-01\nupdated = 2020-01-01\nstatus = \"full\"\nfacilities = "
      "\"x\"\ncontact = \"x\"\nemail = \"a@example.org\"\nphone = \"41 200 10 01\"\narchitecture = "
      "\"x\"\ncommunication "
      "= \"x\"\nprepared = " +
      prepared + "\n" + (reviewed.empty() ? "" : "reviewed = " + reviewed + "\n");
  const TestSite site({{"site.toml", site_toml(text)}},
                      {TestSite::parse_instant((now + "T12:00:00Z").c_str()), false, false});
  REQUIRE(site.told() == "");
  Diagnostics diagnostics(occasion);
  check_declaration(site.model, diagnostics);
  std::string out = joined(told(diagnostics));
  if (diagnostics.errors() > 0) out += " error";
  return out;
}

}  // namespace

TEST_CASE("a declaration is reviewed by 31 March of the year after the last review") {
  struct Case {
    const char* now;
    const char* prepared;
    const char* reviewed;
    const char* told;
  };
  const char* const due = "site.toml:18:12+10 W0832";
  const char* const stale = "site.toml:18:12+10 W0831";
  const Case cases[] = {
      {"2026-02-28", "2024-01-01", "2025-01-01", ""},
      {"2026-03-01", "2024-01-01", "2025-12-31", due},
      {"2026-03-31", "2024-01-01", "2025-01-01", due},
      {"2026-04-01", "2024-01-01", "2025-12-31", stale},
      {"2026-01-01", "2024-01-01", "2024-12-31", stale},
      {"2026-04-01", "2024-01-01", "2026-01-01", ""},
      {"2026-12-31", "2024-01-01", "2026-03-31", ""},
      {"2026-04-01", "2026-01-01", "", ""},
      {"2026-03-10", "2025-06-01", "", "site.toml:18:12+10 W0832"},
      {"2026-04-01", "2025-06-01", "", "site.toml:18:12+10 W0831"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.now);
    CAPTURE(each.reviewed);
    const std::string told = told_on(each.now, each.prepared, each.reviewed);
    const std::string expected =
        *each.reviewed && *each.told ? "site.toml:19:12+10" + std::string(each.told).substr(18) : each.told;
    CHECK(told == expected);
  }
}

TEST_CASE("an overdue review is an error in production, one that is due is not") {
  CHECK(told_on("2026-04-01", "2025-06-01", "", Occasion::production) == "site.toml:18:12+10 W0831 error");
  CHECK(told_on("2026-03-01", "2025-06-01", "", Occasion::production) == "site.toml:18:12+10 W0832");
}

TEST_CASE("no day of a declaration is yet to come") {
  CHECK(told_on("2026-05-01", "2026-05-01") == "");
  CHECK(told_on("2026-05-01", "2026-05-02") == "site.toml:18:12+10 E0106 error");
  CHECK(told_on("2026-05-01", "2026-05-01", "2026-06-01") == "site.toml:19:12+10 E0106 error");
}

}  // namespace kronika
