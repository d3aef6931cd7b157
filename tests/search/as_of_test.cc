#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "search/render/address.h"
#include "search/render/atom.h"
#include "search/render/csv.h"
#include "search/render/geojson.h"
#include "search/render/html.h"
#include "search/render/json.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

constexpr DayNumber open_end = std::numeric_limits<DayNumber>::max();

DayNumber day(std::string_view iso) {
  return read_day(iso).value();
}

SearchConfig config_with_states() {
  SearchConfig config = two_language_config();
  config.built = "2026-11-25";
  config.as_of = "stan_na";
  config.facets.push_back(
      {"stan",
       {"Status", "Status"},
       {{"aktywny", {"aktywny", "active"}}, {"wygasly", {"wygasły", "expired"}}, {"utracony", {"utracony", "lost"}}}});
  return config;
}

/// One active from 2024 on; one active until 30 June 2025, then expired; one that begins in 2027; one without history.
std::vector<SearchDocument> four_pages() {
  std::vector<SearchDocument> pages;
  for (const char* url : {"/a/", "/b/", "/c/", "/d/"}) pages.push_back(document(url, url, "pies"));
  pages[0].facets = {{"powiat", "buski"}, {"stan", "aktywny"}};
  pages[0].states = {{"stan", "aktywny", day("2024-01-01"), open_end}};
  pages[0].fields = {{"stan", {"aktywny"}}, {"nip", {"001"}}};
  pages[1].facets = {{"powiat", "kielecki"}, {"stan", "wygasly"}};
  pages[1].states = {{"stan", "aktywny", day("2022-07-01"), day("2025-06-30")},
                     {"stan", "wygasly", day("2025-07-01"), open_end}};
  pages[1].fields = {{"stan", {"wygasly"}}};
  pages[1].shown = {{"Telefon", "41 200 10 01", "tel:+48412001001"}};
  pages[2].facets = {{"powiat", "buski"}};
  pages[2].states = {{"stan", "utracony", day("2027-01-01"), open_end}};
  pages[3].facets = {{"stan", "utracony"}};
  return pages;
}

const SearchSite& site() {
  static const SearchSite made(config_with_states(), four_pages());
  return made;
}

std::string found(const std::string& query_string) {
  std::string out;
  for (const std::string& url : urls(site().search(query_string + "&sort=title"))) out += url.substr(1, 1);
  return out;
}

std::string counts(const std::string& query_string) {
  std::string out;
  for (const FacetResult& facet : site().search(query_string).facets) {
    for (const FacetCount& value : facet.values)
      if (facet.name == "stan" && value.count > 0)
        out += (out.empty() ? "" : " ") + value.value + "=" + std::to_string(value.count);
  }
  return out;
}

SearchRequest request(const std::string& query_string) {
  const ParsedRequest parsed = parse_request(query_string, rules_of(config_with_states()));
  REQUIRE_FALSE(parsed.error.has_value());
  return parsed.request;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a search is of the build's day, or of the day that it names, its first and last day included") {
  struct Case {
    const char *asked, *active, *expired, *lost, *counts;
  };
  const Case cases[] = {
      {"", "a", "b", "d", "aktywny=1 wygasly=1 utracony=1"},
      {"stan_na=2026-11-25", "a", "b", "d", "aktywny=1 wygasly=1 utracony=1"},
      {"stan_na=2025-07-01", "a", "b", "d", "aktywny=1 wygasly=1 utracony=1"},
      {"stan_na=2025-06-30", "ab", "", "d", "aktywny=2 utracony=1"},
      {"stan_na=2024-01-01", "ab", "", "d", "aktywny=2 utracony=1"},
      {"stan_na=2023-12-31", "b", "", "d", "aktywny=1 utracony=1"},
      {"stan_na=2022-07-01", "b", "", "d", "aktywny=1 utracony=1"},
      {"stan_na=2022-06-30", "", "", "d", "utracony=1"},
      {"stan_na=2027-01-01", "a", "b", "cd", "aktywny=1 wygasly=1 utracony=2"},
      {"stan_na=1900-01-01", "", "", "d", "utracony=1"},
      {"stan_na=", "a", "b", "d", "aktywny=1 wygasly=1 utracony=1"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.asked);
    const std::string asked = each.asked;
    CHECK(found(asked + "&stan=aktywny") == each.active);
    CHECK(found(asked + "&stan=wygasly") == each.expired);
    CHECK(found(asked + "&stan=utracony") == each.lost);
    CHECK(found(asked + "&stan=aktywny&stan=utracony") == std::string(each.active) + each.lost);
    CHECK(counts(asked) == each.counts);
    CHECK(counts(asked + "&stan=aktywny") == each.counts);  // a facet's counts ignore its own selection
    CHECK(found(asked) == "abcd");
  }
  CHECK(counts("stan_na=2025-06-30&powiat=kielecki") == "aktywny=1");
  CHECK(found("stan_na=2025-06-30&powiat=kielecki&stan=aktywny") == "b");
  CHECK(found("q=pies&stan_na=2025-06-30&stan=aktywny&powiat=buski") == "a");
}

TEST_CASE("what is told of a result is of the day as well") {
  const SearchResults now = site().search("powiat=kielecki"),
                      then = site().search("powiat=kielecki&stan_na=2025-06-30"),
                      before = site().search("powiat=kielecki&stan_na=2020-01-01");
  REQUIRE(then.results.size() == 1);
  CHECK(now.results[0].facts.back().text == "wygasły");
  CHECK(then.results[0].facts.back().text == "aktywny");
  CHECK(before.results[0].facts.back().text == "powiat kielecki");
  CHECK(now.results[0].fields == std::vector<SearchField>{{"stan", {"wygasly"}}});
  CHECK(then.results[0].fields == std::vector<SearchField>{{"stan", {"aktywny"}}});
  CHECK(before.results[0].fields.empty());
  CHECK(site().search("powiat=buski&stan_na=2025-06-30&stan=aktywny").results[0].fields ==
        std::vector<SearchField>{{"nip", {"001"}}, {"stan", {"aktywny"}}});
  CHECK(then.results[0].shown == std::vector<ShownField>{{"Telefon", "41 200 10 01", "tel:+48412001001"}});
}

TEST_CASE("a day is a date of the calendar within bounds, and only where the site has histories") {
  const RequestRules rules = rules_of(config_with_states());
  for (const char* wrong : {"2025-02-29", "2025-6-30", "30.06.2025", "1899-12-31", "2200-01-01", "jutro", "2025-06-30x",
                            "20250630", "2025-06", "-001-01-01", "%C5%82"}) {
    CAPTURE(wrong);
    const ParsedRequest parsed = parse_request("stan_na=" + std::string(wrong), rules);
    CHECK(parsed.error == RequestError::bad_day);
    CHECK_FALSE(parsed.request.as_of.has_value());
  }
  CHECK(has(std::string(message(RequestError::bad_day, "pl")), "2025-06-30"));
  CHECK(has(std::string(message(RequestError::bad_day, "en")), "2025-06-30"));
  CHECK(request("stan_na=2024-02-29").as_of == AsOfDay{"stan_na", day("2024-02-29")});
  CHECK(request("stan_na=2199-12-31&stan_na=x").as_of->day == day("2199-12-31"));
  CHECK_FALSE(request("stan_na=+&stan=").as_of.has_value());
  const ParsedRequest elsewhere = parse_request("stan_na=x", rules_of(two_language_config()));
  CHECK_FALSE(elsewhere.error.has_value());
  CHECK_FALSE(elsewhere.request.as_of.has_value());
}

TEST_CASE("every link keeps the day, and empty parameters are in none") {
  const SearchConfig config = config_with_states();
  const SearchRequest asked = request("q=&stan=aktywny&powiat=&stan_na=2025-06-30&uslugi=&lang=&sort=");
  const auto address = [&](const SearchRequest& each) { return address_of(each, config.action, config.page_size); };
  CHECK(address(asked) == "/szukaj?stan=aktywny&stan_na=2025-06-30");
  CHECK(address(without_day(asked)) == "/szukaj?stan=aktywny");
  CHECK(address(on_fixed_day(asked, config)) == "/szukaj?stan=aktywny&stan_na=2025-06-30");
  CHECK(address(on_fixed_day(request("stan=aktywny"), config)) == "/szukaj?stan=aktywny&stan_na=2026-11-25");
  CHECK(address(on_fixed_day(request("q=a"), two_language_config())) == "/szukaj?q=a");
  CHECK(address(FacetChoice(asked, config.facets[1]).toggled(0)) ==
        "/szukaj?stan=aktywny&powiat=buski&stan_na=2025-06-30");
  CHECK(format_address(in_format(asked, Format::csv, 10), config.action, 10) ==
        "/szukaj?stan=aktywny&stan_na=2025-06-30&format=csv");
}

TEST_CASE("the page of results says its day, and where the same list is found again") {
  const std::string theme =
      "{{#filters}}filter {{#is_day}}day {{/is_day}}{{label}}={{value}} {{url}}\n{{/filters}}"
      "{{#hidden}}hidden {{name}}={{value}}\n{{/hidden}}"
      "built {{built_day}}\n{{#has_as_of_day}}as of {{as_of_day}}\n{{/has_as_of_day}}"
      "permanent {{permanent_url}} {{permanent_address}}\n{{#has_print_url}}print "
      "{{print_url}}\n{{/has_print_url}}clear {{clear_url}}\n"
      "{{#results}}{{title}}{{#fields}} [{{label}}: {{text}} {{url}}]{{/fields}}\n{{/results}}";
  const std::string shell = std::string(title_marker) + std::string(results_marker);
  const auto page = [&](const std::string& query_string) {
    const SearchRequest asked = request(query_string);
    return render_html(asked, search(site().index(), asked), config_with_states(), {shell, theme});
  };
  const std::string then = page("powiat=kielecki&stan_na=2025-06-30");
  CHECK(has(then, "filter day stan_na=30\u00A0czerwca\u00A02025\u00A0r. /szukaj?powiat=kielecki\n"));
  CHECK(has(then, "hidden stan_na=2025-06-30\n"));
  CHECK(has(then, "built 25\u00A0listopada\u00A02026\u00A0r.\nas of 30\u00A0czerwca\u00A02025\u00A0r.\n"));
  CHECK(has(then,
            "permanent /szukaj?powiat=kielecki&amp;stan_na=2025-06-30 "
            "https://es.example.org/szukaj?powiat=kielecki&amp;stan_na=2025-06-30\n"));
  CHECK(has(then, "print /szukaj?powiat=kielecki&amp;stan_na=2025-06-30&amp;size=100\n"));
  CHECK(has(then, "clear /szukaj\n"));
  CHECK(has(then, "/b/ [Telefon: 41 200 10 01 tel:+48412001001]\n"));
  const std::string now = page("powiat=kielecki&size=100");
  CHECK_FALSE(has(now, "as of"));
  CHECK_FALSE(has(now, "print"));
  CHECK(has(now, " https://es.example.org/szukaj?powiat=kielecki&amp;stan_na=2026-11-25&amp;size=100\n"));
  CHECK_FALSE(has(page("powiat=kielecki&stan=aktywny"), "print"));  // nothing to print
}

TEST_CASE("programs are told the day") {
  const SearchRequest then = request("powiat=kielecki&stan_na=2025-06-30"), now = request("powiat=kielecki");
  const SearchConfig config = config_with_states();
  const auto json = [](const std::string& text) { return nlohmann::json::parse(text); };
  const nlohmann::json day_of_then{{"name", "stan_na"}, {"date", "2025-06-30"}};
  CHECK(json(render_json(then, search(site().index(), then), 0))["as_of"] == day_of_then);
  CHECK_FALSE(json(render_json(now, search(site().index(), now), 0)).contains("as_of"));
  CHECK(json(render_geojson(then, {}, config))["as_of"] == day_of_then);
  CHECK_FALSE(json(render_geojson(now, {}, config)).contains("as_of"));
  CHECK(render_csv(then, search(site().index(), then), config) ==
        "url,title,collection,date,stan,stan_na\r\nhttps://es.example.org/b/,/b/,praktyki,,aktywny,2025-06-30\r\n");
  CHECK(render_csv(now, search(site().index(), now), config) ==
        "url,title,collection,date,stan\r\nhttps://es.example.org/b/,/b/,praktyki,,wygasly\r\n");
  const std::string feed = render_atom(then, search(site().index(), then), config);
  CHECK(has(feed, "<title>powiat kielecki, 30\u00A0czerwca\u00A02025\u00A0r. – Szukaj – Portal</title>"));
  CHECK(has(feed, "powiat=kielecki&amp;stan_na=2025-06-30"));
}
