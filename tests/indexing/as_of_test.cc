#include <doctest/doctest.h>

#include <limits>

#include "generator/indexing/describe.h"
#include "tests/content/site.h"

namespace kronika {
namespace {

TestSite site() {
  const std::string settings =
      "[vocabularies.states]\n[collections.firms]\nresult_fields = [\"mail\", \"phones\", \"missing\"]\n"
      "[collections.firms.fields]\n"
      "state = { type = \"choice\", vocabulary = \"states\", facet = true, as_of = \"on\", history = { table = "
      "\"rows\", "
      "from = \"since\", to = \"until\", value = \"what\", holds = \"active\", otherwise = \"expired\" } }\n"
      "mail = { type = \"email\", label = \"E-mail\" }\n"
      "phones = { type = \"list\", of = \"phone\", label = \"Telefony\" }\nmissing = { type = \"text\" }\n"
      "rows = { type = \"table\", fields = { since = { type = \"date\" }, until = { type = \"date\" }, what = { type = "
      "\"choice\", vocabulary = \"states\" } } }\n";
  return TestSite({{"site.toml", site_toml(settings)},
                   {"content/_data/states.toml", "active = \"a\"\nlost = \"l\"\nexpired = \"e\"\nnever = \"n\"\n"},
                   {"content/firms/a.md",
                    "+++\ntitle = \"A\"\nmail = \"a@example.org\"\nphones = [\"41 200 10 01\", \"41 200 10 02\"]\n"
                    "rows = [{ since = 2024-01-01, until = 2024-12-31, what = \"active\" }]\n+++\n"}});
}

DayNumber day(std::string_view iso) {
  return *read_day(iso);
}

}  // namespace

TEST_CASE("the index is told the states of all days, and the filter has each of them") {
  const TestSite made = site();
  CHECK(made.told() == "");
  const SearchConfig config = describe_site(made.model, {{"pl", "Szukaj", "Dział", "Rok"}, {"en", "S", "S", "Y"}});
  CHECK(config.as_of == "on");
  CHECK(config.built == "2026-11-23");
  std::vector<std::string> values;
  for (const FacetValue& value : config.facets[*config.facet("state")].values) values.push_back(value.value);
  CHECK(values == std::vector<std::string>{"active", "expired"});  // in the vocabulary's order; no others
  const SearchDocument document =
      describe(made.page("content/firms/a.md"), {}, made.model, Collation("pl"), TimeZone("Europe/Warsaw"));
  CHECK(document.states ==
        std::vector<SearchState>{{"state", "active", day("2024-01-01"), day("2024-12-31")},
                                 {"state", "expired", day("2025-01-01"), std::numeric_limits<DayNumber>::max()}});
  CHECK(document.shown ==
        std::vector<ShownField>{{"E-mail", "a@example.org", "mailto:a@example.org"},
                                {"Telefony", "41\u00A0200\u00A010\u00A001, 41\u00A0200\u00A010\u00A002", ""}});
}

}  // namespace kronika
