#include "generator/indexing/suggestions.h"

#include <doctest/doctest.h>

#include "generator/indexing/describe.h"
#include "generator/indexing/phrases.h"
#include "search/text/fold.h"
#include "tests/content/site.h"

namespace kronika {
namespace {

const PolishDictionary& dictionary() {
  static const PolishDictionary polish(std::string(KRONIKA_BINARY_DIR) + "/share/kronika/polish.dict");
  return polish;
}

std::string phrases_of(const std::vector<PageTexts>& pages) {
  std::string out;
  for (const Phrase& phrase : frequent_phrases(pages, dictionary()))
    out += phrase.text + " " + std::to_string(phrase.pages) + "\n";
  return out;
}

/// Texts of a small site: what is suggested for a key, and how far up, or 0.
class Suggested {
 public:
  Suggested() : site_(files()) {
    for (const Page& page : site_.model.pages) {
      PageContent content;
      content.body.sections.push_back({"", "", page.body});
      if (page.slug == "a") content.body.sections.push_back({"koszty", "Ile to kosztuje", ""});
      content.body.sections.push_back({"dalej", "Co dalej teraz", ""});
      contents_.push_back(std::move(content));
    }
    for (const char* word : {"zakład", "kielce", "zakładów", "praca", "ośrodka", "wsparcia", "owes"})
      words_[{fold(word), word}] = 9;
    config_ = describe_site(site_.model, {{"pl", "Szukaj", "Dział", "Data"}, {"en", "Search", "Section", "Date"}});
  }

  std::uint32_t rank(const std::string& key, const std::string& text, const char* language = "pl") const {
    const CountedWords found =
        suggestions({site_.model, contents_, config_, synonyms_, words_, dictionary()}, language);
    const auto at = found.find({key, text});
    return at == found.end() ? 0 : at->second;
  }
  std::string told() const { return site_.told(); }

 private:
  static TestSite::SourceFiles files() {
    return {
        {"site.toml", site_toml("[vocabularies.powiaty]\n[collections.rejestr]\ntitle = { pl = \"Rejestr\", en = "
                                "\"Register\" }\n[collections.rejestr.fields]\npowiat = { type = \"choice\", "
                                "vocabulary = \"powiaty\", facet = true }\n")},
        {"content/_data/powiaty.toml", "[buski]\nlabel = { pl = \"powiat buski\", en = \"Busko County\" }\n"},
        {"content/rejestr/a.md", "+++\ntitle = \"Jak założyć zakład aktywności zawodowej\"\npowiat = \"buski\"\n+++\n"},
        {"content/rejestr/b.md", "+++\ntitle = \"Druga strona\"\n+++\nMówi o zakładzie aktywności zawodowej.\n"},
        {"content/rejestr/c.md", "+++\ntitle = \"Trzecia\"\n+++\nDwa zakłady aktywności zawodowej.\n"},
        {"content/rejestr/d.md", "+++\ntitle = \"Ukryta pozycja\"\nsearch = false\n+++\n"},
        {"content/rejestr/e.md", "+++\ntitle = \"Fourth page\"\nlanguage = \"en\"\n+++\n"}};
  }

  TestSite site_;
  std::vector<PageContent> contents_;
  SearchConfig config_;
  CountedWords words_;
  std::vector<Synonym> synonyms_ = {{"OWES", "ośrodek wsparcia"},
                                    {"ośrodek wsparcia", "OWES"},
                                    {"DPS", "dom pomocy społecznej"},
                                    {"dom pomocy społecznej", "DPS"}};
};

}  // namespace

TEST_CASE("a phrase is what three pages say, in the nominative, however it is inflected") {
  CHECK(phrases_of({{"Zamówienia publiczne są dla firm."},
                    {"W zamówieniach publicznych, jak zawsze"},
                    {"Prawo zamówień\u00A0publicznych."},
                    {"zamówienia. Publiczne"}}) == "Zamówienia publiczne 3\n");
  CHECK(phrases_of(
            {{"zakładów aktywności zawodowej"}, {"zakład aktywności zawodowej"}, {"zakładem aktywności zawodowej"}}) ==
        "zakład aktywności zawodowej 3\n");
  CHECK(phrases_of({{"w Busku-Zdroju"}, {"Busko-Zdrój"}, {"do Buska-Zdroju"}}) == "Busko-Zdrój 3\n");
  CHECK(phrases_of({{"targi ekonomii", "targi ekonomii"}, {"targi ekonomii"}}) == "");  // two pages
  CHECK(phrases_of({{"zasad pomocy"}, {"zasad pomocy"}, {"zasad pomocy"}}) == "");      // never in the nominative
  CHECK(phrases_of({{"spółka robi"}, {"spółka robi"}, {"spółka robi"}}) == "");         // nothing to look for
  CHECK(phrases_of({{"z domu w Łodzi"}, {"z domu w Łodzi"}, {"z domu w Łodzi"}}) == "");
  CHECK(phrases_of({{"praca dla każdego"}, {"pracy dla każdego"}, {"pracę dla każdego"}}) == "praca dla każdego 3\n");
  CHECK(phrases_of({}) == "");
}

TEST_CASE("of a phrase that is nearly always part of a longer one, the longer one stays") {
  const std::vector<PageTexts> pages(5, {"klub integracji społecznej"});
  CHECK(phrases_of(pages) == "klub integracji społecznej 5\n");
  std::vector<PageTexts> more = pages;
  more.insert(more.end(), 5, {"integracja społeczna"});
  CHECK(phrases_of(more) == "integracja społeczna 10\nklub integracji społecznej 5\n");
}

TEST_CASE("titles, headings and labels are suggested from each of their words on") {
  const Suggested site;
  CHECK(site.told() == "");
  CHECK(site.rank("jak zalozyc zaklad aktywnosci zawodowej", "Jak założyć zakład aktywności zawodowej") > 0);
  CHECK(site.rank("zalozyc zaklad aktywnosci zawodowej", "Jak założyć zakład aktywności zawodowej") > 0);
  CHECK(site.rank("ile to kosztuje", "Ile to kosztuje") > 0);
  CHECK(site.rank("co dalej teraz", "Co dalej teraz") == 0);  // a heading of every page
  CHECK(site.rank("powiat buski", "powiat buski") > site.rank("buski", "powiat buski"));
  CHECK(site.rank("buski", "powiat buski") > 0);
  CHECK(site.rank("ukryta pozycja", "Ukryta pozycja") == 0);
}

TEST_CASE("phrases, synonyms and words are suggested as far as they stand on the pages") {
  const Suggested site;
  const std::string plant = "zakład aktywności zawodowej";
  CHECK(site.rank("zaklad aktywnosci zawodowej", plant) > site.rank("zaklady aktywnosci zawodowej", plant));
  CHECK(site.rank("zaklady aktywnosci zawodowej", plant) > 0);  // as another page has it
  CHECK(site.rank("owes", "OWES") > 0);
  CHECK(site.rank("owes", "ośrodek wsparcia") > 0);
  CHECK(site.rank("osrodek wsparcia", "ośrodek wsparcia") > 0);
  CHECK(site.rank("dps", "dom pomocy społecznej") == 0);  // no page knows it
  CHECK(site.rank("dps", "DPS") == 0);
  CHECK(site.rank("kielce", "Kielce") > 0);
  CHECK(site.rank("zaklad", "zakład") > 0);
  CHECK(site.rank("zakladow", "zakładów") == 0);
}

TEST_CASE("each language has its own pages and labels") {
  const Suggested site;
  CHECK(site.rank("fourth page", "Fourth page", "en") > 0);
  CHECK(site.rank("fourth page", "Fourth page", "pl") == 0);
  CHECK(site.rank("busko county", "Busko County", "en") > 0);
  CHECK(site.rank("powiat buski", "powiat buski", "en") == 0);
  CHECK(site.rank("kielce", "Kielce", "en") == 0);
}

}  // namespace kronika
