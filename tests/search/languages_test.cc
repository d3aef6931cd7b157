#include <doctest/doctest.h>

#include "search/gateway/answer.h"
#include "search/query/suggest.h"
#include "search/render/html.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

SearchDocument in(std::string language, SearchDocument document, bool translation = false) {
  document.language = std::move(language);
  document.translation = translation;
  return document;
}

SearchConfig config(std::vector<std::string> scope) {
  SearchConfig out = two_language_config();
  out.languages[0].name = "polski";
  out.languages[1].name = "English";
  out.languages[1].site_title = "The portal";
  out.scope = std::move(scope);
  out.lists = {{"rejestr", "/rejestr/", 33}, {"praktyki", "/en/praktyki/", 2, "en"}};
  return out;
}

std::vector<SearchDocument> documents() {
  return {document("/konferencja/", "Konferencja", "Zaproszenie na obrady"),
          in("en", document("/en/konferencja/", "Conference", "Invitations: konferencja about enterprises"), true),
          in("en", document("/en/guests/", "Guests", "A page for visitors of the konferencja"))};
}

using Urls = std::vector<std::string>;

constexpr const char* mustache =
    "{{#results}}{{language}}{{#is_foreign}} foreign{{/is_foreign}} {{title}}\n{{/results}}"
    "{{#lists}}list {{url}}\n{{/lists}}{{#other_languages}}in {{language}} {{name}} {{{url}}}\n{{/other_languages}}";

std::string html(const std::string& query_string, const SearchResults& results) {
  const SearchConfig site = config({"pl"});
  return render_html(parse_request(query_string, rules_of(site)).request, results, site,
                     {std::string(title_marker) + std::string(results_marker), mustache});
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a search that names no language finds no translations, one that names a language its pages alone") {
  const SearchSite site(config({"pl", "en"}), documents());
  struct Row {
    const char* asked;
    Urls found;
  };
  const Row rows[] = {{"q=konferencja", {"/konferencja/", "/en/guests/"}},
                      {"q=konferencja&lang=pl", {"/konferencja/"}},
                      {"q=enterprise&lang=en", {"/en/konferencja/"}},  // stemmed in index and query
                      {"q=visitor&lang=en", {"/en/guests/"}},
                      {"q=visitor", {"/en/guests/"}},
                      {"q=enterprises", {}},
                      {"q=zaproszenia&lang=en", {}}};
  for (const Row& row : rows) {
    CAPTURE(row.asked);
    CHECK(urls(site.search(row.asked)) == row.found);
  }
  CHECK(site.search("").total == 2);
  CHECK(site.search("q=konferencja").facets[0].values[0].count == 2);
}

TEST_CASE("an index that tells no scope is searched whole") {
  const SearchSite site(two_language_config(), documents());
  CHECK(site.search("q=konferencja").total == 3);
  CHECK(two_language_config().languages_of("") == Urls{"pl", "en"});
  CHECK(config({"pl"}).languages_of("") == Urls{"pl"});
  CHECK(config({"pl"}).languages_of("en") == Urls{"en"});
}

TEST_CASE("search.toml keeps what it says of languages") {
  const SearchConfig read = read_search_config(write_search_config(config({"pl"})), "search.toml");
  CHECK(read.scope == Urls{"pl"});
  CHECK(read.languages[1].name == "English");
  CHECK(read.title_in(0) == "Portal");
  CHECK(read.title_in(1) == "The portal");
  CHECK(read.lists[0].language == "");
  CHECK(read.lists[1].language == "en");
}

TEST_CASE("a page of results is in the language asked for, over HTTP too") {
  const SearchSite site(config({"pl"}), documents());
  std::string log;
  const auto body = [&](const char* query_string) {
    return answer({"GET", "", query_string}, site.folder(), now_ms(), log).body;
  };
  const std::string english = body("q=conferences&lang=en");
  CHECK(has(english, "<html lang=\"en\"><title>conferences – Search – The portal</title>"));
  CHECK(has(english, "<a href=\"/en/konferencja/\">Conference</a> Practices"));
  CHECK(has(english, "hidden lang=en"));
  CHECK(has(body("q=konferencja"), "<html lang=\"pl\"><title>konferencja – Szukaj – Portal</title>"));
}

TEST_CASE("where little is found the same search is offered in the other languages") {
  SearchResults few;
  few.total = 1;
  few.results.emplace_back();
  few.results[0].title = "Guests";
  few.results[0].language = "en";
  const std::string polish = html("q=psy&powiat=buski&page=2", few);
  CHECK(has(polish, "en foreign Guests\n"));
  CHECK(has(polish, "list /rejestr/\nin en English /szukaj?q=psy&powiat=buski&lang=en\n"));
  const std::string english = html("q=psy&lang=en", few);
  CHECK(has(english, "en Guests\n"));
  CHECK(has(english, "list /en/praktyki/\nin pl polski /szukaj?q=psy\n"));
  SearchResults many;
  many.total = 5;
  CHECK_FALSE(has(html("q=psy", many), "in en"));
  CHECK_FALSE(has(html("sort=date", few), "in en"));
}
