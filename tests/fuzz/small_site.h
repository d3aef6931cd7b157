// A real index of a few pages, for fuzzers that search.
#pragma once

#include "tests/search/search_site.h"

namespace kronika::fuzz {

inline SearchDocument page(std::string url, std::string title, std::string text, std::string county) {
  SearchDocument out = test::document(std::move(url), std::move(title), std::move(text));
  out.facets = {{"collection", "praktyki"}, {"powiat", county}};
  out.field_texts = {{"powiat", "powiat " + county}};
  out.fields = {{"powiat", {county}, false}, {"uslugi", {"catering", "\"druk\" & więcej"}, true}};
  out.date = "2026-03-14";
  return out;
}

inline std::vector<SearchDocument> pages() {
  std::vector<SearchDocument> out = {
      page("/a/", "Spółdzielnia socjalna", "Pracowali ze spółdzielniami z Kielc: kawa, herbata i ciasto.", "kielecki"),
      page("/b/", "Warsztaty terapii zajęciowej", "Na warsztatach w Busku-Zdroju szyto maseczki.", "buski"),
      page("/c/", "Telefon <41 200 10 01> & \"NIP\"", "NIP 526-000-12-46, biuro@example.org. Koszt: 35 014 zł.",
           "konecki"),
      page("/d/", "{{title}} <!--kronika:results-->", "{{#x}}<script>alert('szkoła')</script>{{/x}}", "buski"),
      page("/e/", "Psy i koty", "Dwa psy, trzy koty. " + std::string(3000, '-') + " Szkoły, szkołom, szkolenia.",
           "kielecki"),
      page("/f/", "Rok", "W tym roku, przed laty, za lat pięć. P.E.S. oraz O.W.E.S. i s.c. oraz sp. z o.o.",
           "konecki")};
  out.push_back(page("/g/", "Schools", "Training for schools and co-operatives in the county.", "buski"));
  out.back().language = "en";
  out.front().states = {{"powiat", "buski", -100, 20000}, {"powiat", "kielecki", 20001, 2147483647}};
  out.front().shown = {{"Telefon", "41 200 <10> 01", "tel:+48412001001"}};
  out.front().sections.push_back({"Koszty", "Ile kosztuje kawa w spółdzielni.", "koszty"});
  return out;
}

inline const test::SearchSite& site() {
  static const test::SearchSite made = [] {
    SearchConfig config = test::two_language_config();
    config.fields = {"powiat", "uslugi"};
    config.built = "2026-11-25";
    config.as_of = "stan_na";
    return test::SearchSite(config, pages(), {{{"pes", "podmiot ekonomii społecznej"}, 1}, {{"kawa", "herbata"}, 1}});
  }();
  return made;
}

}  // namespace kronika::fuzz
