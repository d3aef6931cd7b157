#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "search/render/html.h"
#include "search/render/json.h"
#include "search/text/search_failure.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

SearchResults three_results() {
  SearchResults results;
  results.total = 22;
  for (int i = 1; i <= 3; ++i) {
    SearchResult result;
    result.url = "/x" + std::to_string(i) + "/";
    result.section_url = result.url;
    result.title = "Tytuł <" + std::to_string(i) + "> \"&\"";
    result.collection = "praktyki";
    result.collection_title = "Praktyki";
    result.snippet_html = "<mark>psy</mark> &amp; koty";
    result.facts = {{"Powiat", "powiat buski"}};
    results.results.push_back(result);
  }
  results.results[0].date = "2025-02-05";
  results.results[0].fields = {{"nip", {"003"}, false}, {"uslugi", {"a", "b\n"}, true}};
  results.facets = {
      {"powiat", "Powiat", {{"buski", "powiat buski", 7, true}, {"kielecki", "powiat <kielecki>", 1, false}}}};
  return results;
}

std::string html(const SearchRequest& request, const SearchResults& results,
                 const std::string& mustache = results_template) {
  const std::string shell =
      std::string("<title>") + std::string(title_marker) + "</title><main>" + std::string(results_marker) + "</main>";
  return render_html(request, results, two_language_config(), {shell, mustache});
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("JSON is as the contract says") {
  SearchRequest request;
  request.query = "psy \"</script>\" \u2028";
  request.page = 2;
  request.size = 3;
  const std::string text = render_json(request, three_results(), 1.84);
  CHECK_FALSE(has(text, "</script>"));
  const nlohmann::ordered_json json = nlohmann::ordered_json::parse(text);
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"query", "total", "total_is_exact", "partial_total", "page", "size", "results",
                                         "facets", "suggestion", "took_ms"});
  CHECK(json["query"] == request.query);
  CHECK(json["total"] == 22);
  CHECK(json["total_is_exact"] == true);
  CHECK(json["page"] == 2);
  CHECK(json["size"] == 3);
  CHECK(json["suggestion"].is_null());
  SearchResults more = three_results();
  more.total_is_exact = false;
  CHECK(nlohmann::json::parse(render_json(request, more, 0))["total_is_exact"] == false);
  CHECK(json["took_ms"] == doctest::Approx(1.8));
  REQUIRE(json["results"].size() == 3);
  const auto& first = json["results"][0];
  CHECK(first["url"] == "/x1/");
  CHECK(first["title"] == "Tytuł <1> \"&\"");
  CHECK(first["collection"] == "praktyki");
  CHECK(first["date"] == "2025-02-05");
  CHECK(first["snippet_html"] == "<mark>psy</mark> &amp; koty");
  CHECK(first["fields"]["nip"] == "003");
  CHECK(first["fields"]["uslugi"] == nlohmann::json::array({"a", "b\n"}));
  CHECK(json["results"][1]["date"].is_null());
  CHECK(json["results"][1]["fields"] == nlohmann::json::object());
  CHECK(nlohmann::json(json["facets"][0]["values"][0]) ==
        nlohmann::json{{"value", "buski"}, {"label", "powiat buski"}, {"count", 7}, {"selected", true}});
  CHECK(nlohmann::json::parse(render_json_error("za \"długie\"")) == nlohmann::json{{"error", "za \"długie\""}});
}

TEST_CASE("the page shows results, facets and their links, all escaped but the snippet") {
  SearchRequest request;
  request.query = "psy <b>";
  request.size = 10;
  request.facets = {{"powiat", {"buski"}}};
  const std::string page = html(request, three_results());
  CHECK(has(page, "<title>psy &lt;b&gt; – Szukaj – Portal</title>"));
  CHECK(has(page, "<p>22 wyniki dla „psy &lt;b&gt;”</p>"));
  CHECK(has(page,
            "<a href=\"/x1/\">Tytuł &lt;1&gt; &quot;&amp;&quot;</a> Praktyki <q><mark>psy</mark> &amp; koty</q> "
            "[Powiat: powiat buski]"));
  CHECK(has(page, "<a href=\"/szukaj?q=psy%20%3Cb%3E\">powiat buski 7 x</a>"));
  CHECK(has(page,
            "<a href=\"/szukaj?q=psy%20%3Cb%3E&amp;powiat=buski&amp;powiat=kielecki\">powiat &lt;kielecki&gt; 1</a>"));
  CHECK(has(page, "filter Powiat=powiat buski /szukaj?q=psy%20%3Cb%3E"));
  CHECK(has(page, "hidden powiat=buski"));
  CHECK(has(page, "sorted relevance"));
  CHECK(has(page, "pages 1* 2 3 next /szukaj?q=psy%20%3Cb%3E&amp;powiat=buski&amp;page=2"));
  CHECK_FALSE(has(page, "kronika:"));
}

TEST_CASE("far pages of results are gaps, and none lies beyond what can be reached") {
  SearchRequest request;
  request.size = 10;
  request.page = 50;
  SearchResults results = three_results();
  results.total = 50'000;
  CHECK(has(html(request, results), "pages 1 gap 48 49 50* 51 52 gap 1000 next"));
  request.page = 1000;
  CHECK(has(html(request, results), "pages 1 gap 998 999 1000*</main>"));
  results.total = 3;
  request.page = 1;
  CHECK_FALSE(has(html(request, results), "pages"));
}

TEST_CASE("counts take the plural form of the language") {
  SearchResults results;
  SearchRequest request;
  request.query = "x";
  const std::pair<std::size_t, const char*> cases[] = {
      {1, "1 wynik "}, {3, "3 wyniki "}, {5, "5 wyników "}, {22, "22 wyniki "}};
  for (const auto& [total, text] : cases) {
    results.total = total;
    CHECK(has(html(request, results), text));
  }
}

TEST_CASE("a query that finds nothing says so, an empty one does not") {
  SearchRequest request;
  CHECK_FALSE(has(html(request, {}), "nothing"));
  request.query = "x";
  CHECK(has(html(request, {}), "nothing"));
}

TEST_CASE("an error takes the place of the results") {
  SearchRequest request;
  request.language = "en";
  const std::string page =
      render_html_error(request, "too <long>", two_language_config(),
                        {std::string(title_marker) + "|" + std::string(results_marker), results_template});
  CHECK(page == "Search – Portal|ERROR too &lt;long&gt;");
}

TEST_CASE("a marker in a query or a result is plain text") {
  SearchRequest request;
  request.query = std::string(results_marker);
  const std::string page = html(request, {});
  CHECK(has(page, "<title>&lt;!--kronika:results--&gt; – Szukaj – Portal</title>"));
  CHECK(has(page, "dla „&lt;!--kronika:results--&gt;”"));
}

TEST_CASE("a damaged template is the site's fault, not the reader's") {
  CHECK_THROWS_AS(html({}, {}, "{{#open}}"), SearchFailure);
}
