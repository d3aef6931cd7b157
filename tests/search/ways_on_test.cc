#include <doctest/doctest.h>

#include "search/render/html.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

constexpr const char* mustache =
    "{{#no_results}}nothing\n{{/no_results}}{{#past_end}}past {{{first_url}}}\n{{/past_end}}"
    "{{#has_suggestion}}perhaps {{{suggestion_url}}}\n{{/has_suggestion}}"
    "{{#filters}}without {{label}}={{value}} {{{url}}}\n{{/filters}}"
    "{{#lists}}list {{title}} {{url}} {{total}}{{#total_few}} few{{/total_few}}\n{{/lists}}all {{{all_url}}}\n"
    "{{#has_formats}}{{#has_atom_url}}atom {{{atom_url}}}\n{{/has_atom_url}}"
    "{{#has_csv_url}}csv {{{csv_url}}}\n{{/has_csv_url}}"
    "{{#has_geojson_url}}map {{{geojson_url}}}\n{{/has_geojson_url}}{{/has_formats}}";

SearchConfig config() {
  SearchConfig out = two_language_config();
  out.lists = {{"rejestr", "/rejestr/", 33}, {"praktyki", "/praktyki/", 12}};
  return out;
}

std::string html(const std::string& query_string, const SearchResults& results) {
  const SearchConfig site = config();
  return render_html(parse_request(query_string, rules_of(site)).request, results, site,
                     {std::string(results_marker), mustache});
}

SearchResults one_result(bool partial = false, bool placed = false) {
  SearchResults results;
  (partial ? results.partial_total : results.total) = 1;
  SearchResult result;
  result.url = result.section_url = "/a/";
  result.partial = partial;
  if (placed) result.fields = {{"polozenie", {"1,2"}, false, true}};
  results.results = {result};
  return results;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a page without results offers the query without each filter, the largest sections and all pages") {
  const std::string page = html("q=psy&powiat=buski&powiat=nigdzie&uslugi=druk&page=3&size=5&lang=pl", {});
  CHECK(has(page, "nothing\n"));
  CHECK(has(page, "without Powiat=powiat buski /szukaj?q=psy&powiat=nigdzie&uslugi=druk&size=5&lang=pl\n"));
  CHECK(has(page, "without Powiat=nigdzie /szukaj?q=psy&powiat=buski&uslugi=druk&size=5&lang=pl\n"));
  CHECK(has(page, "without Usługi=druk /szukaj?q=psy&powiat=buski&powiat=nigdzie&size=5&lang=pl\n"));
  CHECK(has(page, "list Rejestr /rejestr/ 33 few\nlist Praktyki /praktyki/ 12\n"));
  CHECK(has(page, "all /szukaj?lang=pl\n"));
  CHECK_FALSE(has(html("q=psy", {}), "without"));
}

TEST_CASE("a filter that no page has is shown as it was typed, escaped") {
  CHECK(has(html("powiat=%3Cb%3E", {}), "without Powiat=&lt;b&gt; /szukaj\n"));
}

TEST_CASE("at most six sections are named") {
  SearchConfig many = config();
  many.lists.assign(9, {"rejestr", "/rejestr/", 1});
  const std::string page =
      render_html(parse_request("q=x", rules_of(many)).request, {}, many, {std::string(results_marker), mustache});
  std::size_t count = 0;
  for (auto at = page.find("list "); at != std::string::npos; at = page.find("list ", at + 1)) ++count;
  CHECK(count == 6);
}

TEST_CASE("a correction is offered with the filters while it has results, without them when it has none") {
  SearchResults results;
  results.suggestion = "psy";
  CHECK(has(html("q=pys&powiat=buski", results), "perhaps /szukaj?q=psy\n"));
  results.total = 1;
  results.results = one_result().results;
  CHECK(has(html("q=pys&powiat=buski", results), "perhaps /szukaj?q=psy&powiat=buski\n"));
}

TEST_CASE("a page beyond the last leads back to the first and does not say that nothing was found") {
  SearchResults results;
  results.total = 3;
  const std::string page = html("q=psy&powiat=buski&page=9", results);
  CHECK(has(page, "past /szukaj?q=psy&powiat=buski\n"));
  CHECK_FALSE(has(page, "nothing"));
}

TEST_CASE("results are offered in the formats that have something to give, from the first page on") {
  const std::string query = "q=psy&powiat=buski&sort=title&page=2&size=5";
  const std::string atom = "atom /szukaj?q=psy&powiat=buski&format=atom\n";
  const std::string csv = "csv /szukaj?q=psy&powiat=buski&sort=title&format=csv\n";
  const std::string map = "map /szukaj?q=psy&powiat=buski&sort=title&format=geojson\n";
  struct Case {
    SearchResults results;
    bool csv, map;
  };
  const Case cases[] = {{one_result(), true, false},
                        {one_result(false, true), true, true},
                        {one_result(true, true), false, false},
                        {{}, false, false}};
  for (const Case& each : cases) {
    const std::string page = html(query, each.results);
    CHECK(has(page, atom));
    CHECK(has(page, csv) == each.csv);
    CHECK(has(page, map) == each.map);
  }
  CHECK_FALSE(has(html("", {}), "format="));
}
