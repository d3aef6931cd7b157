#include "generator/config/declaration.h"

#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

/// The settings of a declaration that lacks nothing; the section begins on line 6, and they on line 7.
const std::string whole =
    "entity = \"Office\"\npublished = 2026-01-01\nupdated = 2026-02-01\nprepared = 2026-02-02\nstatus = "
    "\"full\"\nfacilities = \"None\"\ncontact = \"Editors\"\nemail = \"a@example.org\"\nphone = \"41 200 10 "
    "01\"\narchitecture = \"A lift\"\ncommunication = \"By letter\"\n";

struct Read {
  Config config;
  std::string told;
};

Read read(const std::string& settings) {
  Diagnostics diagnostics;
  Config config = read_config(
      "[site]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\nlanguage = \"pl\"\nlanguages = "
      "[\"pl\", \"en\"]\n[declaration]\n" +
          settings,
      "site.toml", "", diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

/// `whole` with the line that begins with `key` taken out, or replaced.
std::string with(const std::string& key, const std::string& line = "") {
  std::string out = whole;
  const auto at = out.find(key + " =");
  REQUIRE(at != std::string::npos);
  return out.replace(at, out.find('\n', at) - at, line.empty() ? "" : key + " = " + line);
}

}  // namespace

TEST_CASE("a declaration takes from the site what it does not say itself") {
  const Read result = read(whole);
  CHECK(result.told == "");
  const DeclarationConfig& declared = *result.config.declaration;
  CHECK(declared.url.path() == "/deklaracja-dostepnosci/");
  CHECK(declared.site_name.in("pl") == "T");
  CHECK(declared.site_url == "https://example.org/");
  CHECK(declared.method == Assessment::self);
  CHECK_FALSE(declared.reviewed);
  CHECK(iso(declared.next_review()) == "2027-03-31");
  CHECK(read(with("entity") + "[publisher]\nname = \"Publisher\"\n").config.declaration->entity.in("pl") ==
        "Publisher");
}

TEST_CASE("what the act asks for is there, and not empty") {
  struct Case {
    std::string settings;
    const char* told;
  };
  const Case cases[] = {
      {with("entity"), "site.toml:6:1+13 E0104"},
      {with("published"), "site.toml:6:1+13 E0104"},
      {with("updated"), "site.toml:6:1+13 E0104"},
      {with("prepared"), "site.toml:6:1+13 E0104"},
      {with("status"), "site.toml:6:1+13 E0104"},
      {with("facilities"), "site.toml:6:1+13 E0104"},
      {with("contact"), "site.toml:6:1+13 E0104"},
      {with("email"), "site.toml:6:1+13 E0104"},
      {with("phone"), "site.toml:6:1+13 E0104"},
      {with("architecture"), "site.toml:6:1+13 E0104"},
      {with("communication"), "site.toml:6:1+13 E0104"},
      {with("contact", "\"\""), "site.toml:13:11+2 E0104"},
      {with("email", "\"\""), "site.toml:14:9+2 E0104"},
      {with("communication", "{ pl = \"\" }"), "site.toml:17:17+11 E0104"},
      {with("contact", "{ pl = \"Redakcja\" }"), "site.toml:13:11+19 E0106"},
      {with("contact", "{ pl = \"Redakcja\", en = \"Editors\" }"), ""},
      {whole + "contakt = \"x\"\n", "site.toml:18:1+7 E0103 (contact)"},
      {whole + "url = \"deklaracja\"\n", "site.toml:18:7+12 E0106 (/deklaracja-dostepnosci/)"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    CHECK(read(each.settings).told == each.told);
  }
}

TEST_CASE("days are days, and follow one another") {
  struct Case {
    std::string settings;
    const char* told;
  };
  const Case cases[] = {
      {with("published", "\"2026-01-01\""), "site.toml:8:13+12 E0105"}, {with("published", "2026-02-01"), ""},
      {with("updated", "2025-12-31"), "site.toml:9:11+10 E0106"},       {whole + "reviewed = 2026-02-02\n", ""},
      {whole + "reviewed = 2026-02-01\n", "site.toml:18:12+10 E0106"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    CHECK(read(each.settings).told == each.told);
  }
}

TEST_CASE("the status agrees with what is named as not accessible") {
  const std::string barrier = "[[declaration.non_accessible]]\ntext = \"Films\"\n";
  struct Case {
    std::string settings;
    const char* told;
  };
  const Case cases[] = {
      {whole + barrier, "site.toml:11:10+6 E0106 (partial)"},
      {whole + "exceptions = [\"Old files\"]\n", "site.toml:11:10+6 E0106 (partial)"},
      {with("status", "\"partial\"") + barrier, ""},
      {with("status", "\"none\"") + barrier + "reason = \"No captions\"\nalternative = \"News\"\n", ""},
      {with("status", "\"partial\"") + "exceptions = [\"Old files\"]\n", ""},
      {with("status", "\"partial\""), "site.toml:11:10+9 E0106"},
      {with("status", "\"none\"") + "exceptions = \"Old files\"\n", "site.toml:18:14+11 E0105"},
      {with("status", "\"partia\"") + barrier, "site.toml:11:10+8 E0106 (partial)"},
      {with("status", "\"partial\"") + "[[declaration.non_accessible]]\nreason = \"x\"\n", "site.toml:18:1+30 E0104"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    CHECK(read(each.settings).told == each.told);
  }
}

TEST_CASE("who assessed the site is told where someone else did") {
  struct Case {
    std::string settings;
    const char* told;
  };
  const Case cases[] = {
      {whole + "method = \"third_party\"\n", "site.toml:6:1+13 E0104"},
      {whole + "method = \"third_party\"\nassessor = \"Audit\"\nreport_url = \"https://example.org/a.pdf\"\n", ""},
      {whole + "assessor = \"Audit\"\n", "site.toml:6:1+13 E0106 (third_party)"},
      {whole + "report_url = \"/raporty/a/\"\n", ""},
      {whole + "report_url = \"raport.pdf\"\n", "site.toml:18:14+12 E0106"},
      {whole + "[[declaration.apps]]\nname = \"App\"\nurl = \"https://example.org/app\"\n", ""},
      {whole + "[[declaration.apps]]\nname = \"App\"\n", "site.toml:18:1+20 E0104"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    CHECK(read(each.settings).told == each.told);
  }
}

}  // namespace kronika
