#include "search/query/snippet.h"

#include <doctest/doctest.h>

#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

std::string snippet(const std::string& query, const std::string& text, const std::string& language = "pl") {
  SearchDocument page = document("/a/", "A", text);
  page.language = language;
  const SearchSite site(two_language_config(), {page});
  Analysers analysers(site.index().dictionary());
  const SearchQuery words = understand(query, {language}, site.index(), analysers);
  return Snippets(words, site.index()).of(text, language).html;
}

}  // namespace

TEST_CASE("a snippet marks the query's words in any form") {
  struct Case {
    std::string query, text, html;
  };
  const Case cases[] = {{"pies", "Dwa psy i trzy psów.", "Dwa <mark>psy</mark> i trzy <mark>psów</mark>."},
                        {"spoldzielnia", "O Spółdzielniami mowa", "O <mark>Spółdzielniami</mark> mowa"},
                        {"człowiek", "Z ludźmi", "Z <mark>ludźmi</mark>"},
                        {"słoń", "Nic tu nie ma", "Nic tu nie ma"},
                        {"", "Początek tekstu", "Początek tekstu"},
                        {"pies", "", ""},
                        {"pies", "... !", ""},
                        {"pies -kot", "Pies i kot", "<mark>Pies</mark> i kot"},
                        {"łodzi", "ŁÓDŹ, łódź i Łodzią", "<mark>ŁÓDŹ</mark>, <mark>łódź</mark> i <mark>Łodzią</mark>"},
                        {"pes", "P.E.S. i PES", "<mark>P.E.S</mark>. i <mark>PES</mark>"},
                        {"szk*", "Szkoły i kurs", "<mark>Szkoły</mark> i kurs"},
                        {"526 000 12 46", "NIP 5260001246", "NIP <mark>5260001246</mark>"},
                        {"5260001246", "NIP 5260001246", "NIP <mark>5260001246</mark>"}};
  for (const Case& each : cases) {
    CAPTURE(each.query);
    CHECK(snippet(each.query, each.text) == each.html);
  }
}

TEST_CASE("HTML in a text is shown, never run") {
  CHECK(snippet("pies", "<script>alert('pies')</script> & <b>psy</b> \"x\"") ==
        "&lt;script&gt;alert(&#39;<mark>pies</mark>&#39;)&lt;/script&gt; &amp; &lt;b&gt;<mark>psy</mark>&lt;/b&gt; "
        "&quot;x&quot;");
  const std::string html = snippet("mark script onerror", "<mark><img src=x onerror=1><script> onerror mark");
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("<script") == std::string::npos);
}

TEST_CASE("bytes that are not UTF-8 do no harm") {
  CHECK_NOTHROW(snippet("pies", "pies \xFF\xFE psy \xC5"));
}

TEST_CASE("the passage with the most different words is chosen, from its sentence on") {
  std::string text = "Pies pies pies pies. ";
  for (int i = 0; i < 100; ++i) text += "słowo ";
  text += "kończy zdanie. Tu pies spotkał kota w ogrodzie. ";
  for (int i = 0; i < 100; ++i) text += "koniec ";
  const std::string html = snippet("pies kot", text);
  CHECK(html.starts_with("… Tu <mark>pies</mark> spotkał <mark>kota</mark> w ogrodzie. koniec"));
  CHECK(html.ends_with(" …"));
}

TEST_CASE("a snippet of a long text is short") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "psa ";
  const std::string html = snippet("pies", text);
  CHECK(html.size() < 1000);
  CHECK(html.ends_with(" …"));
}

TEST_CASE("marks around words stay with them, long rules are cut") {
  CHECK(snippet("pies", "Dawno. „Pies” (psy)") == "… „<mark>Pies</mark>” (<mark>psy</mark>)");
  CHECK(snippet("", "„Łódź”") == "„Łódź”");
  CHECK(snippet("pies", "pies " + std::string(5000, '-') + " kot").size() < 100);
}

TEST_CASE("line ends become spaces") {
  CHECK(snippet("pies", "pies\nkot") == "<mark>pies</mark> kot");
}

TEST_CASE("other languages are marked by their stems") {
  CHECK(snippet("documents", "One document", "en") == "One <mark>document</mark>");
}
