#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "search/render/address.h"
#include "search/render/html.h"
#include "search/render/json.h"
#include "search/text/search_failure.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

/// Counties with municipalities and one village; years.
SearchConfig levels_config() {
  SearchConfig config = two_language_config();
  config.facets[1].values = {
      {"buski", {"powiat buski", "Busko county"}},        {"kielecki", {"powiat kielecki", "Kielce county"}},
      {"kielecki/checiny", {"Chęciny", "Checiny"}, 1},    {"kielecki/checiny/tokarnia", {"Tokarnia", "Tokarnia"}, 2},
      {"kielecki/morawica", {"Morawica", "Morawica"}, 1}, {"konecki", {"powiat konecki", "Końskie county"}}};
  config.facets.push_back({"data", {"Data", "Date"}, {}, true});
  for (const char* year : {"2018", "2019", "2021", "2024"}) config.facets.back().values.push_back({year, {year, year}});
  config.date_facet = "data";
  return config;
}

const Facet& counties(const SearchConfig& config) {
  return config.facets[1];
}

/// One page in Tokarnia of 2019, one in Morawica of 2021, one in the county of Busko of 2024, one nowhere.
SearchSite four_pages() {
  std::vector<SearchDocument> pages;
  for (const char* url : {"/a/", "/b/", "/c/", "/d/"}) pages.push_back(document(url, url, "pies"));
  pages[0].facets = {{"powiat", "kielecki"},
                     {"powiat", "kielecki/checiny"},
                     {"powiat", "kielecki/checiny/tokarnia"},
                     {"data", "2019"}};
  pages[1].facets = {{"powiat", "kielecki"}, {"powiat", "kielecki/morawica"}, {"data", "2021"}};
  pages[2].facets = {{"powiat", "buski"}, {"data", "2024"}};
  return SearchSite(levels_config(), pages);
}

/// "kielecki=2 kielecki/checiny=1<kielecki*": count, what the value lies in, and whether it is chosen.
std::string counts(const SearchResults& results, const std::string& name) {
  std::string out;
  for (const FacetResult& facet : results.facets) {
    if (facet.name != name) continue;
    for (const FacetCount& value : facet.values) {
      out += (out.empty() ? "" : " ") + value.value + "=" + std::to_string(value.count);
      if (value.parent) out += "<" + facet.values[*value.parent].value;
      if (value.selected) out += "*";
    }
    for (const std::string& range : facet.ranges) out += " [" + range + "]";
  }
  return out;
}

std::vector<std::string> sorted_urls(const SearchResults& results) {
  std::vector<std::string> out;
  for (const SearchResult& result : results.results) out.push_back(result.url);
  std::sort(out.begin(), out.end());
  return out;
}
using Urls = std::vector<std::string>;

std::string after_toggling(const std::string& address, const std::string& value) {
  const SearchConfig config = levels_config();
  const SearchRequest request = parse_request(address, rules_of(config)).request;
  return address_of(FacetChoice(request, counties(config)).toggled(*counties(config).find(value)), "",
                    config.page_size);
}

}  // namespace

TEST_CASE("search.toml keeps what lies in what, and what can be a range") {
  const SearchConfig config = levels_config();
  const std::string written = write_search_config(config);
  const SearchConfig read = read_search_config(written, "search.toml");
  CHECK(write_search_config(read) == written);
  CHECK(counties(read).values[3].parent == 2u);
  CHECK_FALSE(counties(read).values[5].parent.has_value());
  CHECK_FALSE(counties(read).range);
  CHECK(read.facets.back().range);
  CHECK(read.date_facet == "data");
  CHECK(path_label(counties(read), 3, 0) == "powiat kielecki › Chęciny › Tokarnia");
  for (const char* wrong : {"2], 9]", "2], -1]", "\"x\"", "1.5", "4"}) {
    std::string changed = written;
    const std::string row = "[\"kielecki/morawica\", \"Morawica\", \"Morawica\", 1]";
    REQUIRE(changed.find(row) != std::string::npos);
    changed.replace(changed.find(row) + row.size() - 2, 1, wrong);
    CHECK_THROWS_AS(read_search_config(changed, "search.toml"), SearchFailure);
  }
}

TEST_CASE("a county's count has its municipalities in it, and a municipality narrows it") {
  const SearchSite site = four_pages();
  const std::string all =
      "buski=1 kielecki=2 kielecki/checiny=1<kielecki kielecki/checiny/tokarnia=1<kielecki/checiny "
      "kielecki/morawica=1<kielecki";
  CHECK(counts(site.search(""), "powiat") == all);
  CHECK(sorted_urls(site.search("powiat=kielecki")) == Urls{"/a/", "/b/"});
  CHECK(sorted_urls(site.search("powiat=kielecki/morawica")) == Urls{"/b/"});
  CHECK(sorted_urls(site.search("powiat=kielecki%2Fcheciny&powiat=buski")) == Urls{"/a/", "/c/"});
  CHECK(counts(site.search("powiat=kielecki/morawica"), "powiat") == all + "*");
  CHECK(counts(site.search("data=2021"), "powiat") == "kielecki=1 kielecki/morawica=1<kielecki");
}

TEST_CASE("a chosen value without pages stays with what it lies in, so that it can be given up") {
  CHECK(counts(four_pages().search("powiat=kielecki/checiny&data=2024"), "powiat") ==
        "buski=1 kielecki=0 kielecki/checiny=0<kielecki*");
}

TEST_CASE("a page's facts name the lowest level, with those above it, and not the date twice") {
  const SearchResults results = four_pages().search("q=pies&sort=title");
  REQUIRE(results.results.size() == 4);
  REQUIRE(results.results[0].facts.size() == 1);
  CHECK(results.results[0].facts[0].text == "powiat kielecki › Chęciny › Tokarnia");
  CHECK(results.results[2].facts[0].text == "powiat buski");
  CHECK(results.results[3].facts.empty());
}

TEST_CASE("a range finds all years in it, from a value or from a form's two fields") {
  const SearchSite site = four_pages();
  struct Case {
    const char* address;
    Urls urls;
  };
  const Case cases[] = {{"data=2019-2021", {"/a/", "/b/"}},
                        {"data=2020-", {"/b/", "/c/"}},
                        {"data=-2019", {"/a/"}},
                        {"data=2022-2023", {}},
                        {"data=1990-1999&data=2024", {"/c/"}},
                        {"data=2024&data=2019", {"/a/", "/c/"}},
                        {"data-from=2019&data-to=2021", {"/a/", "/b/"}},
                        {"data-from=2021&data-to=", {"/b/", "/c/"}},
                        {"data-from=&data-to=2019", {"/a/"}},
                        {"data-from=&data-to=", {"/a/", "/b/", "/c/", "/d/"}},
                        {"data-from=+2019+&data-to=2019", {"/a/"}},
                        {"data=2020-&powiat=kielecki", {"/b/"}}};
  for (const Case& each : cases) {
    CAPTURE(each.address);
    CHECK(sorted_urls(site.search(each.address)) == each.urls);
  }
}

TEST_CASE("years count on whatever range is chosen, and the range is told") {
  const SearchSite site = four_pages();
  CHECK(counts(site.search("data=2019-2021"), "data") == "2019=1 2021=1 2024=1 [2019-2021]");
  CHECK(counts(site.search("data=2018-2018"), "data") == "2018=0* 2019=1 2021=1 2024=1");
  CHECK(counts(site.search("data=2020-&powiat=konecki"), "data") == " [2020-]");
}

TEST_CASE("what is neither a number nor a range is refused, where numbers are asked for") {
  const RequestRules rules = rules_of(levels_config());
  for (const char* address : {"data=abc", "data=2022-2019", "data=-", "data=2019-2020-2021", "data=20190000000",
                              "data-from=abc", "data-to=2019x", "data-from=2022&data-to=2019", "data-from=-5",
                              "data-from=1e3", "data-to=99999999999999999999"}) {
    CAPTURE(address);
    CHECK(parse_request(address, rules).error == RequestError::bad_range);
  }
  for (const char* address : {"powiat=2022-2019", "powiat-from=abc", "data=0", "data-from=0"}) {
    CAPTURE(address);
    CHECK_FALSE(parse_request(address, rules).error.has_value());
  }
}

TEST_CASE("a range has one address, however it was asked for") {
  const auto address = [](const std::string& query_string) {
    return address_of(parse_request(query_string, rules_of(levels_config())).request, "/s", 10);
  };
  CHECK(address("data-from=2019&data-to=2021") == "/s?data=2019-2021");
  CHECK(address("data-to=02021&data=2021") == "/s?data=2021&data=-2021");
  CHECK(address("data=2019-2019&data=2019&data-from=2019&data-to=2019") == "/s?data=2019");
}

TEST_CASE("choosing on one level gives up the others of the same branch") {
  struct Case {
    const char *address, *value, *after;
  };
  const Case cases[] = {
      {"", "kielecki", "?powiat=kielecki"},
      {"powiat=kielecki", "kielecki/checiny", "?powiat=kielecki%2Fcheciny"},
      {"powiat=kielecki", "kielecki/checiny/tokarnia", "?powiat=kielecki%2Fcheciny%2Ftokarnia"},
      {"powiat=buski&powiat=kielecki", "kielecki/checiny", "?powiat=buski&powiat=kielecki%2Fcheciny"},
      {"powiat=kielecki/checiny", "kielecki/morawica", "?powiat=kielecki%2Fcheciny&powiat=kielecki%2Fmorawica"},
      {"powiat=kielecki/checiny&powiat=kielecki/morawica", "kielecki", "?powiat=kielecki"},
      {"powiat=kielecki/checiny/tokarnia", "kielecki/checiny", "?powiat=kielecki%2Fcheciny"},
      // Given up, a value leaves what it lies in, unless others of it are chosen.
      {"powiat=kielecki/checiny", "kielecki/checiny", "?powiat=kielecki"},
      {"powiat=kielecki/checiny/tokarnia", "kielecki/checiny/tokarnia", "?powiat=kielecki%2Fcheciny"},
      {"powiat=kielecki/checiny&powiat=kielecki/morawica", "kielecki/checiny", "?powiat=kielecki%2Fmorawica"},
      {"powiat=kielecki/checiny&powiat=kielecki", "kielecki/checiny", "?powiat=kielecki"},
      {"powiat=kielecki", "kielecki", ""},
      {"powiat=kielecki&page=3&q=x", "kielecki", "?q=x"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.address);
    CAPTURE(each.value);
    CHECK(after_toggling(each.address, each.value) == each.after);
  }
}

TEST_CASE("a year takes the place of a range") {
  const SearchConfig config = levels_config();
  const SearchRequest request = parse_request("data=2018-2021&data=2024", rules_of(config)).request;
  CHECK(address_of(FacetChoice(request, config.facets.back()).toggled(1), "", 10) == "?data=2024&data=2019");
}

namespace {

std::string json_facets(const SearchSite& site, const std::string& address) {
  const SearchConfig config = levels_config();
  const SearchRequest request = parse_request(address, rules_of(config)).request;
  return nlohmann::json::parse(render_json(request, site.search(address), 1))["facets"].dump();
}

std::string page(const SearchSite& site, const std::string& address) {
  const SearchConfig config = levels_config();
  const SearchRequest request = parse_request(address, rules_of(config)).request;
  const std::string link = "{{label}} {{count}}{{#selected}}*{{/selected}}";
  const std::string mustache =
      "{{#facets}}{{name}}:{{#values}} " + link + "{{#has_children}}({{#children}} " + link +
      "{{#has_children}}({{#children}} " + link +
      "{{/children}} ){{/has_children}}{{/children}} "
      "){{/has_children}}{{/values}}{{#is_range}} {{from_name}}={{from}} {{to_name}}={{to}} {{least}}…{{greatest}}"
      "{{#hidden}} {{name}}={{value}}{{/hidden}}{{/is_range}}\n{{/facets}}"
      "{{#filters}}filter {{label}}: {{value}}{{#is_range}} from {{from}} to {{to}}{{/is_range}} {{url}}\n{{/filters}}";
  return render_html(request, site.search(address), config,
                     {std::string(title_marker) + std::string(results_marker), mustache});
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("JSON names the value that another lies in, and chosen ranges, and nothing where there are none") {
  const SearchSite site = four_pages();
  const std::string plain = json_facets(site, "");
  CHECK(has(plain, R"({"count":1,"label":"Chęciny","parent":"kielecki","selected":false,"value":"kielecki/checiny"})"));
  CHECK(has(plain, R"({"count":1,"label":"powiat buski","selected":false,"value":"buski"})"));
  CHECK_FALSE(has(plain, "ranges"));
  CHECK(has(json_facets(site, "data-from=2020"), R"("ranges":["2020-"])"));
}

TEST_CASE("a page shows what lies in a value once it, or something in it, is chosen") {
  const SearchSite site = four_pages();
  CHECK(has(page(site, ""), "powiat: powiat buski 1 powiat kielecki 2\n"));
  CHECK(has(page(site, "powiat=kielecki"), "powiat: powiat buski 1 powiat kielecki 2*( Chęciny 1 Morawica 1 )\n"));
  CHECK(has(page(site, "powiat=kielecki/checiny"),
            "powiat: powiat buski 1 powiat kielecki 2( Chęciny 1*( Tokarnia 1 ) Morawica 1 )\n"));
}

TEST_CASE("filters say the whole path and go for good; a range is told by its ends") {
  const SearchSite site = four_pages();
  CHECK(has(page(site, "powiat=kielecki/checiny&q=pies"), "filter Powiat: powiat kielecki › Chęciny /szukaj?q=pies\n"));
  CHECK(has(page(site, "data=2019-2021&powiat=buski"),
            "filter Data: 2019-2021 from 2019 to 2021 /szukaj?powiat=buski\n"));
  CHECK(has(page(site, "data=2019&data=2024"), "filter Data: 2019 /szukaj?data=2024\n"));
  CHECK(has(page(site, "powiat=%3Cb%3E&powiat=buski"), "filter Powiat: &lt;b&gt; /szukaj?powiat=buski\n"));
}

TEST_CASE("the form of a range keeps everything but its own filter") {
  const SearchSite site = four_pages();
  CHECK(has(page(site, "q=pies&sort=title&powiat=kielecki&data=2019-"),
            "data-from=2019 data-to= 2018…2024 powiat=kielecki sort=title\n"));
}

TEST_CASE("counts on several levels equal a recount, whatever is chosen") {
  const SearchConfig config = levels_config();
  std::mt19937 random(17);
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 200; ++i) {
    SearchDocument page = document("/" + std::to_string(i) + "/", "Wpis", "pies");
    std::size_t place = random() % (counties(config).values.size() + 1);
    for (std::optional<std::size_t> at = place; at && *at < counties(config).values.size();
         at = counties(config).values[*at].parent)
      page.facets.push_back({"powiat", counties(config).values[*at].value});
    if (random() % 4 != 0) page.facets.push_back({"data", config.facets.back().values[random() % 4].value});
    documents.push_back(std::move(page));
  }
  const SearchSite site(config, documents);
  const auto has_any = [](const SearchDocument& page, const std::string& facet, const std::set<std::string>& values) {
    return values.empty() || std::any_of(page.facets.begin(), page.facets.end(), [&](const SearchFacetValue& each) {
             return each.facet == facet && values.contains(each.value);
           });
  };
  struct Case {
    const char* address;
    std::set<std::string> counties, years;
  };
  const Case cases[] = {
      {"", {}, {}},
      {"powiat=kielecki", {"kielecki"}, {}},
      {"powiat=kielecki/checiny&data=2019-2021", {"kielecki/checiny"}, {"2019", "2021"}},
      {"powiat=kielecki/checiny/tokarnia&powiat=buski&data=-2018", {"kielecki/checiny/tokarnia", "buski"}, {"2018"}},
      {"powiat=kielecki&powiat=kielecki/morawica&data=2020-", {"kielecki", "kielecki/morawica"}, {"2021", "2024"}},
      {"powiat=konecki&data=2022-2023", {"konecki"}, {"none"}}};
  for (const Case& each : cases) {
    CAPTURE(each.address);
    const SearchResults results = site.search(each.address);
    const auto count = [&](const std::set<std::string>& places, const std::set<std::string>& years) {
      return static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), [&](const auto& page) {
        return has_any(page, "powiat", places) && has_any(page, "data", years);
      }));
    };
    CHECK(results.total == count(each.counties, each.years));
    std::map<std::string, std::size_t> told;
    for (const FacetResult& facet : results.facets)
      for (const FacetCount& value : facet.values) told[facet.name + "=" + value.value] = value.count;
    for (const FacetValue& value : counties(config).values)
      CHECK(told["powiat=" + value.value] ==
            static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), [&](const auto& page) {
              return has_any(page, "powiat", {value.value}) && has_any(page, "data", each.years);
            })));
    for (const FacetValue& value : config.facets.back().values)
      CHECK(told["data=" + value.value] ==
            static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), [&](const auto& page) {
              return has_any(page, "data", {value.value}) && has_any(page, "powiat", each.counties);
            })));
  }
}
