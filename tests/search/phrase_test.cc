#include "search/query/phrase.h"

#include <doctest/doctest.h>

#include "search/query/match.h"
#include "search/query/rescoring.h"
#include "search/text/escape.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

using Urls = std::vector<std::string>;

TEST_CASE("a phrase does not go over the end of a paragraph, a heading, a field or another text") {
  SearchDocument page = document("/a/", "Dzień otwarty", "");
  page.summary = "Drzwi pracowni";
  page.sections = {{"", "Pierwszy akapit\nDrugi ustęp"}, {"Nagłówek rozdziału", "Treść rozdziału"}};
  page.field_texts = {{"opis", "pierwsza linia\ndruga linia"}, {"uwagi", "na końcu"}};
  SearchConfig config = two_language_config();
  config.fields = {"opis", "uwagi"};
  const SearchSite site(config, {page});
  struct Case {
    std::string phrase;
    bool found;
  };
  const Case cases[] = {{"dni otwartych", true},       {"otwarte drzwi", false},
                        {"drzwiami pracowni", true},   {"pracownia pierwsza", false},
                        {"pierwszego akapitu", true},  {"akapit drugi", false},
                        {"drugie ustępy", true},       {"ustępy nagłówek", false},
                        {"nagłówki rozdziałów", true}, {"rozdziału treść", false},
                        {"linii druga", false},        {"pierwsze linie", true},
                        {"linia na", false},           {"na końcu", true}};
  for (const Case& each : cases) {
    CAPTURE(each.phrase);
    CHECK(site.search("q=" + percent_encode('"' + each.phrase + '"')).total == (each.found ? 1 : 0));
  }
}

TEST_CASE("a phrase in a field is looked for in that field") {
  SearchDocument page = document("/a/", "Tytuł", "Otwarta pracownia ceramiki");
  page.field_texts = {{"opis", "stara drukarnia"}, {"uwagi", "nowa szwalnia"}};
  SearchConfig config = two_language_config();
  config.fields = {"opis", "uwagi"};
  const SearchSite site(config, {page});
  CHECK(site.search("q=opis%3A%22starej+drukarni%22").total == 1);
  CHECK(site.search("q=uwagi%3A%22starej+drukarni%22").total == 0);
  CHECK(site.search("q=uwagi%3A%22nowych+szwalni%22").total == 1);
  CHECK(site.search("q=opis%3A%22otwarta+pracownia%22").total == 0);
}

TEST_CASE("a synonym of several words is a phrase") {
  const SearchDocument near = document("/razem/", "A", "Działa tu zakład aktywności zawodowej.");
  const SearchDocument apart = document("/osobno/", "B", "Zawodowej kadry zakład szuka; aktywności brak.");
  const SearchSite site(two_language_config(), {near, apart}, {{{"zaz", "zakład aktywności zawodowej"}, 1}});
  CHECK(urls(site.search("q=ZAZ")) == Urls{"/razem/"});
}

TEST_CASE("of pages with the same words those come first on which they stand together") {
  const SearchDocument apart =
      document("/a/", "A", "Zupa stygnie, a na stole leży wazon, pod nim serwetka z domu babci i dynia.");
  const SearchDocument swapped =
      document("/b/", "B", "Leży tam serwetka z domu babci, a pod nią na stole stygnie dynia zupa i wazon.");
  const SearchDocument together =
      document("/c/", "C", "Leży tam serwetka z domu babci, a na stole stygnie zupa dyniowa, zupa dynia i wazon.");
  const SearchSite site(two_language_config(), {apart, swapped, together});
  CHECK(urls(site.search("q=zupa+dynia")) == Urls{"/c/", "/b/", "/a/"});
  CHECK(urls(site.search("q=zupa+dynia&size=1&page=2")) == Urls{"/b/"});
  CHECK(urls(site.search("q=zupa+dynia&sort=title")) == Urls{"/a/", "/b/", "/c/"});
}

TEST_CASE("results are rescored by the nearest of neighbouring words of the query, and by the title") {
  const SearchSite site(two_language_config(), {document("/a/", "A", "zupa dynia chleb pies")});
  Analysers analysers(site.index().dictionary());
  const auto near = [&](const char* query, const std::vector<std::string>& text) {
    std::vector<WordHash> words = {part_break};
    for (const std::string& word : text) words.push_back(word == "|" ? part_break : hash_of_word(word));
    return Rescoring(understand(query, {"pl"}, site.index(), analysers), site.index()).of_words(words);
  };
  constexpr double pair = Rescoring::of_a_pair;
  CHECK(near("zupa", {"|", "zupa", "zupa"}) == 0);
  CHECK(near("zupa dynia", {"|", "zupa", "dynia"}) == doctest::Approx(pair));
  CHECK(near("zupa dynia", {"|", "dynia", "zupa"}) == doctest::Approx(pair * 0.8));
  CHECK(near("zupa dynia", {"|", "zupa", "x", "y", "dynia"}) == doctest::Approx(pair / 3));
  CHECK(near("zupa dynia", {"|", "zupa", "x", "dynia", "zupa", "dynia"}) == doctest::Approx(pair));
  CHECK(near("zupa dynia", {"|", "zupa", "1", "2", "3", "4", "5", "6", "7", "8", "dynia"}) == 0);
  CHECK(near("zupa dynia chleb", {"|", "zupa", "dynia", "chleb"}) == doctest::Approx(2 * pair));
  CHECK(near("zupa dynia", {}) == 0);
  constexpr double title = Rescoring::of_a_title, form = Rescoring::of_a_form;
  CHECK(near("zupa", {"chleb", "zupa", "|"}) == doctest::Approx(title + form));
  CHECK(near("zupy", {"zupa"}) == doctest::Approx(title));
  CHECK(near("zupa", {"chleb", "|", "zupa"}) == 0);
}

TEST_CASE("phrases look at as many words as they may, and the answer says when there may be more") {
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 20; ++i)
    documents.push_back(document("/" + std::to_string(i) + "/", "Wpis", "Kupiono stare meble i nowe lampy."));
  const SearchSite site(two_language_config(), documents);
  Analysers analysers(site.index().dictionary());
  const SearchRequest request = parse_request("q=%22starych+mebli%22", rules_of(site.index().config())).request;
  const SearchQuery query = understand(request.query, {"pl"}, site.index(), analysers);
  const Match all = find_matches(site.index(), query, request);
  CHECK(all.is_exact);
  CHECK(all.total == 20);
  const Match some = find_matches(site.index(), query, request, {site.index().pages().words(1).size() * 5});
  CHECK_FALSE(some.is_exact);
  CHECK(some.total == 5);
}
