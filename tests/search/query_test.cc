#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

using Urls = std::vector<std::string>;

SearchDocument dated(SearchDocument document, const std::string& date, const std::string& title_key) {
  document.date = date;
  document.date_text = date + " r.";
  document.title_key = title_key;
  return document;
}

}  // namespace

TEST_CASE("any form of a word finds any other, with or without diacritics, in any case") {
  const SearchSite site(two_language_config(), {document("/a/", "Wizyta", "Pracowali ze spółdzielniami i ludźmi."),
                                                document("/b/", "Pies", "Dwa psy przebiegły ulicę."),
                                                document("/c/", "Kurs", "Dziesięć lat nauki w Kielcach.")});
  struct Case {
    std::string query;
    Urls found;
  };
  const Case cases[] = {{"spoldzielniami", {"/a/"}},
                        {"SPÓŁDZIELNIA", {"/a/"}},
                        {"człowiek", {"/a/"}},
                        {"psów", {"/b/"}},
                        {"psow", {"/b/"}},
                        {"rok", {"/c/"}},
                        {"kielce", {"/c/"}},
                        {"Kielc", {"/c/"}},
                        {"ulicami", {"/b/"}},
                        {"słoń", {}},
                        {"spoldzielnia -człowiek", {}},
                        {"pies -słoń", {"/b/"}}};
  for (const Case& each : cases) {
    CAPTURE(each.query);
    std::string address = "q=";
    for (const char c : each.query) address += c == ' ' ? '+' : c;
    CHECK(urls(site.search(address)) == each.found);
  }
}

TEST_CASE("pages with all the words come first, those with some of them follow") {
  std::vector<SearchDocument> documents;
  documents.push_back(document("/one/", "Targi", "Targi targi targi. Targi! Targi, targi; targi."));
  documents.push_back(
      document("/both/", "Długi tekst",
               "Raz w roku są targi. " + std::string(2000, 'x') + " Potem ktoś podał ręcznie malowany wazon."));
  documents.push_back(document("/other/", "Wazon", "Wazon wazon wazon."));
  for (int i = 0; i < 30; ++i) documents.push_back(document("/x" + std::to_string(i) + "/", "Inne", "Nic z tego."));
  const SearchSite site(two_language_config(), documents);
  const SearchResults results = site.search("q=targi+wazon");
  CHECK(results.total == 3);
  CHECK(urls(results).front() == "/both/");
  CHECK(urls(site.search("q=targi+w+wazon+i")).front() == "/both/");
}

TEST_CASE("small words do not hide results, and alone they are searched for") {
  const SearchSite site(two_language_config(),
                        {document("/a/", "Bez", "Bez barier."), document("/b/", "Most", "Most.")});
  CHECK(urls(site.search("q=most+w+i+na")) == Urls{"/b/"});
  CHECK(site.search("q=bez").total == 1);
  CHECK(site.search("q=%21%3F").total == 0);
}

TEST_CASE("a word of the title counts more than one of the text, a weight more than either") {
  std::vector<SearchDocument> documents = {document("/text/", "Inny tytuł", "O cateringu słów kilka i więcej."),
                                           document("/title/", "Catering", "O słowach kilka zdań i więcej.")};
  CHECK(urls(SearchSite(two_language_config(), documents).search("q=catering")) == Urls{"/title/", "/text/"});
  documents[0].weight = 16;
  CHECK(urls(SearchSite(two_language_config(), documents).search("q=catering")) == Urls{"/text/", "/title/"});
}

TEST_CASE("results are sorted by date or by the title's collation, page by page") {
  std::vector<SearchDocument> documents = {dated(document("/a/", "Żaba", "rzecz"), "2024-01-01", "3"),
                                           dated(document("/b/", "Ćma", "rzecz"), "2025-06-01T10:00:00", "1"),
                                           dated(document("/c/", "Zebra", "rzecz"), "2025-06-01", "2"),
                                           dated(document("/d/", "Żółw", "rzecz"), "", "4")};
  const SearchSite site(two_language_config(), documents);
  CHECK(urls(site.search("q=rzecz&sort=date")) == Urls{"/b/", "/c/", "/a/", "/d/"});
  CHECK(urls(site.search("")) == Urls{"/b/", "/c/", "/a/", "/d/"});
  CHECK(urls(site.search("q=rzecz&sort=title")) == Urls{"/b/", "/c/", "/a/", "/d/"});
  CHECK(urls(site.search("sort=title&size=3&page=2")) == Urls{"/d/"});
  CHECK(urls(site.search("sort=title&size=3&page=3")).empty());
  CHECK(site.search("sort=title&size=3&page=3").total == 4);
}

TEST_CASE("results carry what is shown of a page, in the language asked for") {
  SearchDocument page = dated(document("/a/", "Tytuł <b>", "Tekst o psach."), "2025-02-05", "1");
  page.facets = {{"powiat", "buski"}, {"uslugi", "druk"}, {"uslugi", "catering"}};
  page.fields = {{"nip", {"0039469401"}, false}};
  page.example = true;
  const SearchSite site(two_language_config(), {page});
  const SearchResults polish = site.search("q=pies");
  REQUIRE(polish.results.size() == 1);
  const SearchResult& result = polish.results[0];
  CHECK(result.title == "Tytuł <b>");
  CHECK(result.collection == "praktyki");
  CHECK(result.collection_title == "Praktyki");
  CHECK(result.date == "2025-02-05");
  CHECK(result.date_text == "2025-02-05 r.");
  CHECK(result.example);
  CHECK(result.fields == page.fields);
  REQUIRE(result.facts.size() == 2);
  CHECK(result.facts[0].label == "Powiat");
  CHECK(result.facts[0].text == "powiat buski");
  CHECK(result.facts[1].text == "catering, druk");
  SearchDocument english = page;
  english.language = "en";
  english.sections = {{"", "About dogs."}};
  const SearchResults found = SearchSite(two_language_config(), {english}).search("q=dog&lang=en");
  REQUIRE(found.results.size() == 1);
  CHECK(found.results[0].facts[0].text == "Busko county");
  CHECK(found.facets[0].label == "Section");
}

TEST_CASE("a language keeps the pages of the others out") {
  SearchDocument polish = document("/pl/", "Projekt", "Projekt"), english = document("/en/", "Projekt", "Projekt");
  english.language = "en";
  const SearchSite site(two_language_config(), {polish, english});
  CHECK(site.search("q=projekt").total == 2);
  CHECK(urls(site.search("q=projekt&lang=pl")) == Urls{"/pl/"});
  CHECK(urls(site.search("lang=en")) == Urls{"/en/"});
}

TEST_CASE("facet counts equal a recount over the documents, whatever is selected") {
  const SearchConfig config = two_language_config();
  const std::vector<std::string> collections = {"praktyki", "rejestr"}, counties = {"buski", "kielecki", "konecki"},
                                 services = {"catering", "opieka", "druk"};
  std::mt19937 random(11);
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 300; ++i) {
    SearchDocument page = document("/" + std::to_string(i) + "/", "Wpis", random() % 2 ? "pies" : "kot i pies");
    page.collection = collections[random() % 2];
    if (random() % 5 != 0) page.facets.push_back({"powiat", counties[random() % 3]});
    for (const std::string& service : services)
      if (random() % 3 == 0) page.facets.push_back({"uslugi", service});
    documents.push_back(std::move(page));
  }
  const SearchSite site(config, documents);

  using Selection = std::map<std::string, std::set<std::string>>;
  const auto values_of = [](const SearchDocument& page, const std::string& facet) {
    std::set<std::string> values;
    if (facet == "collection") values.insert(page.collection);
    for (const SearchFacetValue& value : page.facets)
      if (value.facet == facet) values.insert(value.value);
    return values;
  };
  const auto passes = [&](const SearchDocument& page, const Selection& selection, const std::string& but) {
    return std::all_of(selection.begin(), selection.end(), [&](const auto& each) {
      const std::set<std::string> values = values_of(page, each.first);
      return each.first == but || std::any_of(each.second.begin(), each.second.end(),
                                              [&](const std::string& value) { return values.contains(value); });
    });
  };
  const Selection selections[] = {{},
                                  {{"powiat", {"buski"}}},
                                  {{"powiat", {"buski", "konecki"}}},
                                  {{"uslugi", {"druk"}}},
                                  {{"powiat", {"kielecki"}}, {"uslugi", {"catering", "druk"}}},
                                  {{"collection", {"rejestr"}}, {"powiat", {"buski"}}, {"uslugi", {"opieka"}}},
                                  {{"powiat", {"atlantydzki"}}},
                                  {{"powiat", {"atlantydzki", "buski"}}}};
  for (const std::string& word : {std::string(), std::string("kot")})
    for (const Selection& selection : selections) {
      std::string address = "size=100&q=" + word;
      for (const auto& [facet, values] : selection)
        for (const std::string& value : values) address += "&" + facet + "=" + value;
      CAPTURE(address);
      const SearchResults results = site.search(address);
      const auto matches = [&](const SearchDocument& page) {
        return word.empty() || page.sections[0].text.find(word) != std::string::npos;
      };
      CHECK(results.total ==
            static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), [&](const auto& page) {
              return matches(page) && passes(page, selection, "");
            })));
      for (const Facet& facet : config.facets)
        for (const FacetValue& value : facet.values) {
          const auto expected =
              static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), [&](const auto& page) {
                return matches(page) && passes(page, selection, facet.name) &&
                       values_of(page, facet.name).contains(value.value);
              }));
          std::size_t counted = 0;
          bool selected = false;
          for (const FacetResult& result : results.facets)
            for (const FacetCount& each : result.values)
              if (result.name == facet.name && each.value == value.value)
                counted = each.count, selected = each.selected;
          CAPTURE(value.value);
          CHECK(counted == expected);
          const auto chosen = selection.find(facet.name);
          CHECK(selected == (chosen != selection.end() && chosen->second.contains(value.value)));
        }
    }
}

TEST_CASE("the longest query that is let through is answered") {
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 50; ++i)
    documents.push_back(document("/" + std::to_string(i) + "/", "Lata", "lat i rok, dzieci, ludzie, koła"));
  const SearchSite site(two_language_config(), documents);
  std::string address = "q=";
  for (int i = 0; i < 50; ++i)
    address += (i % 2 ? "kola" : "lat") + std::string(static_cast<std::size_t>(i % 10), 'o') + "+";
  CHECK(site.search(address).total == 50);
}
