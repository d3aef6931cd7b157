#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "search/text/escape.h"
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
  CHECK(results.total == 1);
  CHECK(results.partial_total == 2);
  CHECK_FALSE(results.results[0].partial);
  CHECK(results.results[1].partial);
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
                                           document("/title/", "Catering blisko", "O słowach kilka zdań i więcej.")};
  CHECK(urls(SearchSite(two_language_config(), documents).search("q=catering")) == Urls{"/title/", "/text/"});
  documents[0].weight = 16;
  CHECK(urls(SearchSite(two_language_config(), documents).search("q=catering")) == Urls{"/text/", "/title/"});
}

TEST_CASE("a page that is called as the query stands first, whatever other pages weigh") {
  std::vector<SearchDocument> documents = {
      document("/long/", "Ekonomia społeczna w gminie", "Ekonomia społeczna, ekonomia społeczna. Co to daje?"),
      document("/called/", "Co to jest ekonomia społeczna?", "Krótko.")};
  documents[0].weight = 16;
  const SearchSite site(two_language_config(), documents);
  for (const char* query :
       {"q=co+to+jest+ekonomia+spo%C5%82eczna", "q=ekonomia+spoleczna+co+to", "q=ekonomia+spoleczna"}) {
    CAPTURE(query);
    CHECK(urls(site.search(query)) == Urls{"/called/", "/long/"});
  }
  CHECK(urls(site.search("q=ekonomia+gmina")).front() == "/long/");
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
  CHECK(site.search(address).total + site.search(address).partial_total == 50);
}

TEST_CASE("the pages that lack some of the words go on where the others end") {
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 7; ++i) documents.push_back(document("/both" + std::to_string(i) + "/", "Wpis", "targi i wazon"));
  for (int i = 0; i < 9; ++i) documents.push_back(document("/one" + std::to_string(i) + "/", "Wpis", "same targi"));
  const SearchSite site(two_language_config(), documents);
  std::set<std::string> found;
  std::size_t partial = 0;
  for (int page = 1; page <= 4; ++page) {
    const SearchResults results = site.search("q=targi+wazon&size=5&page=" + std::to_string(page));
    CHECK(results.total == 7);
    CHECK(results.results.size() == (page < 4 ? 5 : 1));
    for (const SearchResult& result : results.results) {
      found.insert(result.url);
      partial += result.partial ? 1 : 0;
      CHECK(result.partial == result.url.starts_with("/one"));
    }
  }
  CHECK(found.size() == 16);
  CHECK(partial == 9);
}

TEST_CASE("phrases, exclusions, alternatives, beginnings, fields and numbers find what they should") {
  SearchDocument workshop = document("/wtz/", "Warsztat", "Otwarto dwa warsztaty terapii zajęciowej dla dorosłych.");
  SearchDocument other = document("/inne/", "Zajęcia", "Zajęciowa terapia, a po niej warsztaty dla szkół i szkolenie.");
  SearchDocument firm = document("/firma/", "Firma", "Piecze chleb.");
  firm.field_texts = {{"nip", "526-000-12-46\n5260001246"}, {"powiat", "powiat buski"}, {"email", "biuro@example.org"}};
  SearchDocument masks = document("/maski/", "Raport", "Uszyto 35\u00A0014 masek w powiecie buskim, PES i P.E.S.");
  const SearchSite site(two_language_config(), {workshop, other, firm, masks}, {{{"maseczka", "maska"}, 1}});
  struct Case {
    std::string query;
    Urls found;
  };
  // The name of a field counts as such only when search.toml lists it: see the next case.
  const Case cases[] = {{"\"warsztatów terapii zajęciowej\"", {"/wtz/"}},
                        {"\"warsztat terapia zajeciowa\"", {"/wtz/"}},
                        {"\"zajęciowe terapie\"", {"/inne/"}},
                        {"\"terapia dla dorosłych\"", {}},
                        {"\"terapii zajęciowej dla dorosłych\"", {"/wtz/"}},
                        {"\"szkół i szkolenie\"", {"/inne/"}},
                        {"\"i dla\"", {}},
                        {"\"warsztat dwóch\"", {}},
                        {"warsztaty -zajęcia", {"/wtz/"}},
                        {"-\"terapia zajęciowa\" warsztat", {"/inne/"}},
                        {"-\"terapia dorosłych\" warsztat", {"/inne/", "/wtz/"}},
                        {"\"terapia zajęciowa\" OR chleb", {"/firma/", "/wtz/"}},
                        {"chleb OR masek", {"/firma/", "/maski/"}},
                        {"szko*", {"/inne/"}},
                        {"526 000 12 46", {"/firma/"}},
                        {"526-000-12-46", {"/firma/"}},
                        {"5260001246", {"/firma/"}},
                        {"biuro@example.org", {"/firma/"}},
                        {"35014", {"/maski/"}},
                        {"35 014", {"/maski/"}},
                        {"p.e.s.", {"/maski/"}},
                        {"maseczkami", {"/maski/"}}};
  for (const Case& each : cases) {
    CAPTURE(each.query);
    const SearchResults results = site.search("q=" + percent_encode(each.query));
    Urls found;
    for (const SearchResult& result : results.results)
      if (!result.partial) found.push_back(result.url);
    std::sort(found.begin(), found.end());
    CHECK(found == each.found);
  }
}

TEST_CASE("a field is searched alone when the site has it") {
  SearchDocument firm = document("/firma/", "Firma", "Piecze chleb.");
  firm.field_texts = {{"Powiat", "powiat buski"}};
  const SearchDocument report = document("/raport/", "Raport", "O powiecie buskim.");
  SearchConfig config = two_language_config();
  config.fields = {"powiat"};
  const SearchSite site(config, {firm, report});
  CHECK(site.search("q=buski").total == 2);
  CHECK(urls(site.search("q=powiat%3Abuskim")) == Urls{"/firma/"});
  CHECK(urls(site.search("q=powiat%3Abus*")) == Urls{"/firma/"});
  CHECK(site.search("q=gmina%3Abuski").total == 0);
}

TEST_CASE("a mistyped word is found, and what was meant is offered") {
  const SearchSite site(two_language_config(), {document("/a/", "Kuchnia", "Zupę gotuje spółdzielnia z Buska."),
                                                document("/b/", "Kurs", "Szkolenie w Kielcach.")});
  struct Case {
    std::string query, meant;
  };
  for (const Case& each : {Case{"spóldzielnai", "spółdzielnia"}, Case{"spooldzielnia", "spółdzielnia"},
                           Case{"spldzielnia", "spółdzielnia"}, Case{"zupa spoldzirlnia", "zupa spółdzielnia"}}) {
    CAPTURE(each.query);
    const SearchResults results = site.search("q=" + percent_encode(each.query));
    CHECK(results.suggestion == each.meant);
    CHECK(urls(results) == Urls{"/a/"});
    CHECK(site.search("q=" + percent_encode(results.literal)).total == 0);
  }
  CHECK_FALSE(site.search("q=koparka").suggestion);  // no page has it, but it is a word
  CHECK_FALSE(site.search("q=kursy").suggestion);
}

TEST_CASE("diacritics that are typed are meant") {
  const SearchSite site(two_language_config(), {document("/a/", "Sąsiedzi", "Kłótnia o ołówki.")});
  CHECK(site.search("q=" + percent_encode("łótnia")).suggestion == "kłótnia");
  CHECK_FALSE(site.search("q=lotnia").suggestion);                              // another word, which no page has
  CHECK(site.search("q=" + percent_encode("ołwkiem")).suggestion == "ołówek");  // no page has the form
}

TEST_CASE("a correction is offered only where it can be asked for, and for few words") {
  const SearchSite site(two_language_config(), {document("/a/", "Kuchnia", "Zupę gotuje spółdzielnia z Buska.")});
  const std::string long_word(980, 'x');
  CHECK(site.search("q=spldzielnia+" + long_word).suggestion);                    // 992 bytes
  CHECK_FALSE(site.search("q=spldzielnia+" + long_word + "xxxxxxx").suggestion);  // 1001 in quotation marks
  const std::string unknown = "qqqqa+qqqqb+qqqqc+qqqqd+";
  CHECK(site.search("q=" + unknown + "spldzielnia").suggestion);
  CHECK_FALSE(site.search("q=" + unknown + "qqqqe+spldzielnia").suggestion);
}

TEST_CASE("a result leads to the section that its match stands in") {
  SearchDocument page = document("/a/", "Tytuł", "");
  page.sections = {{"", "Wstęp o niczym."}, {"Koszty", "Ile kosztuje wazon.", "koszty"}, {"Zupa", "", "zupa"}};
  const SearchSite site(two_language_config(), {page});
  const auto section = [&](const char* query) { return site.search(query).results.at(0).section_url; };
  CHECK(section("q=wazony") == "/a/#koszty");
  CHECK(section("q=zupy") == "/a/#zupa");
  CHECK(section("q=wst%C4%99p") == "/a/");
  CHECK(section("q=tytu%C5%82") == "/a/");
}

TEST_CASE("who types diacritics sees the words that have them first") {
  const SearchSite site(two_language_config(), {document("/sad/", "Owoce", "sad i sad, a w nim sad"),
                                                document("/sąd/", "Prawo", "Jest tu jeden sąd i wiele innych słów")});
  CHECK(urls(site.search("q=s%C4%85d")).front() == "/sąd/");
  CHECK(site.search("q=sad").total == 2);
}
