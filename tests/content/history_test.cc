#include "generator/content/history.h"

#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

const std::string schema =
    "[vocabularies.states]\n[collections.firms]\n[collections.firms.fields]\n"
    "state = { type = \"choice\", vocabulary = \"states\", facet = true, as_of = \"on\", history = { table = \"rows\", "
    "from = \"since\", to = \"until\", value = \"what\", holds = \"active\", otherwise = \"expired\" } }\n"
    "rows = { type = \"table\", fields = { since = { type = \"date\" }, until = { type = \"date\" }, what = { type = "
    "\"choice\", vocabulary = \"states\" } } }\n";

/// A site of one entry with this history, built on a day.
TestSite site_with(const std::string& rows, const std::string& now = "2026-11-23T12:00:00Z") {
  return TestSite({{"site.toml", site_toml(schema)},
                   {"content/_data/states.toml", "active = \"a\"\nexpired = \"e\"\nlost = \"l\"\n"},
                   {"content/firms/a.md", "+++\ntitle = \"A\"\nrows = [" + rows + "]\n+++\n"}},
                  {TestSite::parse_instant(now.c_str())});
}

std::vector<StateSpan> spans_of(const TestSite& site) {
  const Schema& fields = site.config.collections[0].schema;
  return state_spans(site.page("content/firms/a.md"), fields, fields.fields[0]);
}

/// "2024-01-01–2024-12-31 active, 2025-01-01– expired"
std::string text_of(const std::vector<StateSpan>& spans) {
  std::string out;
  for (const StateSpan& span : spans)
    out += (out.empty() ? "" : ", ") + iso(span.first) + "–" + (span.last ? iso(*span.last) : "") + " " + span.state;
  return out;
}

std::string row(const std::string& what, const std::string& since, const std::string& until = "") {
  return "{ what = \"" + what + "\", since = " + since + (until.empty() ? "" : ", until = " + until) + " }";
}

}  // namespace

TEST_CASE("a history says of each day which state was in force") {
  struct Case {
    std::string rows, spans;
  };
  const Case cases[] = {
      {"", ""},
      {row("active", "2024-01-01"), "2024-01-01– active"},
      {row("active", "2024-01-01", "2024-12-31"), "2024-01-01–2024-12-31 active, 2025-01-01– expired"},
      {row("lost", "2024-01-01", "2024-12-31"), "2024-01-01– lost"},
      {row("active", "2024-01-01", "2024-12-31") + "," + row("active", "2025-01-01"), "2024-01-01– active"},
      {row("active", "2024-01-01", "2024-12-31") + "," + row("active", "2025-03-01", "2026-02-28"),
       "2024-01-01–2024-12-31 active, 2025-01-01–2025-02-28 expired, 2025-03-01–2026-02-28 active, 2026-03-01– "
       "expired"},
      {row("lost", "2025-06-01") + "," + row("active", "2024-01-01", "2025-05-31"),
       "2024-01-01–2025-05-31 active, 2025-06-01– lost"},
      {row("active", "2030-01-01"), "2030-01-01– active"},
      {row("active", "2024-05-05", "2024-05-05"), "2024-05-05–2024-05-05 active, 2024-05-06– expired"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rows);
    CHECK(text_of(spans_of(site_with(each.rows))) == each.spans);
  }
}

TEST_CASE("on the day of the build the history says what the entry's own state is") {
  const std::string rows = row("active", "2024-01-01", "2024-12-31") + "," + row("lost", "2025-03-01");
  for (const char* day :
       {"2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01", "2025-02-28", "2025-03-01", "2026-07-01"}) {
    CAPTURE(day);
    const TestSite site = site_with(rows, std::string(day) + "T11:00:00Z");
    CHECK(site.told() == "");
    const std::vector<StateSpan> spans = spans_of(site);
    const StateSpan* span = span_on(spans, *parse_date(day));
    const auto* own = site.page("content/firms/a.md").fields[0].as<std::string>();
    CHECK((own ? *own : "") == (span ? span->state : ""));
  }
}

TEST_CASE("a field without a history has no days") {
  const TestSite site(
      {{"site.toml", site_toml("[collections.firms]\n[collections.firms.fields]\nx = { type = \"text\" }\n")},
       {"content/firms/a.md", "+++\ntitle = \"A\"\nx = \"y\"\n+++\n"}});
  const Schema& fields = site.config.collections[0].schema;
  CHECK(state_spans(site.page("content/firms/a.md"), fields, fields.fields[0]).empty());
}

}  // namespace kronika
