#include "search/language/analyser.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "search/index/analysis.h"
#include "search/language/tokens.h"
#include "search/language/words.h"
#include "search/text/fold.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  Tokens tokens(text);
  for (Token token; tokens.next(token);) {
    CHECK(text.substr(token.offset, token.text.size()) == token.text);
    out.emplace_back(token.text);
  }
  return out;
}

}  // namespace

TEST_CASE("a text is cut into runs of letters and digits") {
  struct Case {
    std::string_view text;
    std::vector<std::string> words;
  };
  const Case cases[] = {{"", {}},
                        {" .,;!? ", {}},
                        {"Busko-Zdrój, 2025 r.", {"Busko", "Zdrój", "2025", "r"}},
                        {"„Łódź” (świętokrzyskie)", {"Łódź", "świętokrzyskie"}},
                        {"ko\xC5\xBC", {"koż"}},
                        {"a\xFF\xFE"
                         "b\xC5",
                         {"a", "b"}},
                        {"<b>x</b>&amp;", {"b", "x", "b", "amp"}},
                        {"привіт світ", {"привіт", "світ"}}};
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(words_of(each.text) == each.words);
  }
}

TEST_CASE("hard Polish words come under their lemmas") {
  const PolishDictionary dictionary(dictionary_path());
  const auto polish = polish_analyser(dictionary);
  struct Case {
    std::string_view word, lemma;
  };
  const Case cases[] = {{"psów", "pies"},
                        {"dziećmi", "dziecko"},
                        {"lat", "rok"},
                        {"ludźmi", "czlowiek"},
                        {"ludźmi", "ludzie"},
                        {"Kielcach", "kielce"},
                        {"kielcach", "kielce"},
                        {"KIELCACH", "kielce"},
                        {"Busku", "busko"},
                        {"książek", "ksiazka"},
                        {"zajęć", "zajecia"},
                        {"świec", "swieca"},
                        {"rzemiosł", "rzemioslo"},
                        {"kół", "kolo"},
                        {"Łodzi", "lodz"},
                        {"tygodniu", "tydzien"},
                        {"rąk", "reka"},
                        {"oczu", "oko"},
                        {"gospodyń", "gospodyni"},
                        {"spółdzielniami", "spoldzielnia"},
                        {"spoldzielniami", "spoldzielnia"},
                        {"najlepszych", "dobry"},
                        {"szła", "isc"},
                        {"tygodni", "tydzien"},
                        {"dni", "dzien"},
                        {"przedsiębiorstw", "przedsiebiorstwo"},
                        {"zolw", "zolw"},
                        {"Sandomierzu", "sandomierz"}};
  for (const Case& each : cases) {
    CAPTURE(each.word);
    const std::vector<std::string> lemmas = polish->lemmas(each.word);
    CHECK(std::is_sorted(lemmas.begin(), lemmas.end()));
    CHECK(std::find(lemmas.begin(), lemmas.end(), each.lemma) != lemmas.end());
  }
}

TEST_CASE("a word that no dictionary has loses its ending, and its forms meet") {
  const PolishDictionary dictionary(dictionary_path());
  const auto polish = polish_analyser(dictionary);
  const std::vector<std::vector<std::string>> families = {
      {"Xawertonik", "Xawertonika", "Xawertonikiem", "Xawertonikami", "Xawertonikach"},
      {"Brzdęklewska", "Brzdęklewskiej", "Brzdęklewskich"}};
  for (const auto& forms : families) {
    CAPTURE(forms.front());
    std::vector<std::string> lemmas;
    for (const std::string& form : forms) lemmas.push_back(polish->lemmas(form).front());
    for (std::size_t i = 1; i < lemmas.size(); ++i) CHECK(lemmas[i].substr(0, 7) == lemmas[0].substr(0, 7));
  }
  CHECK(strip_polish_ending("xawertonikami") == "xawertonik");
  for (const char* form : {"wytchnieniowy", "wytchnieniowa", "wytchnieniowe", "wytchnieniowego", "wytchnieniowej",
                           "wytchnieniowemu", "wytchnieniowym", "wytchnieniowych", "wytchnieniowymi"}) {
    CAPTURE(form);
    CHECK(strip_polish_ending(form) == "wytchnieni");
  }
  CHECK(strip_polish_ending("oko") == "oko");
  CHECK(strip_polish_ending("a") == "a");
  CHECK(strip_polish_ending("covid19a") == "covid19a");
  CHECK(polish->lemmas("2025") == std::vector<std::string>{"2025"});
}

TEST_CASE("a lemma is never empty and never too long for a term") {
  const PolishDictionary dictionary(dictionary_path());
  Analysers analysers(dictionary);
  for (const std::string& word : {std::string("\u0301"), std::string(5000, 'x'), std::string("a")})
    for (const char* language : {"pl", "en", "uk", "zz"})
      for (const std::string& lemma : analysers.of(language).lemmas(word)) {
        CHECK_FALSE(lemma.empty());
        CHECK(lemma.size() <= 200);
      }
}

TEST_CASE("a query word typed without diacritics gets the lemmas of its other spellings") {
  const PolishDictionary dictionary(dictionary_path());
  const auto polish = polish_analyser(dictionary);
  CHECK(polish->lemmas_if_plain("lodzi") == std::vector<std::string>{"lodz"});
  CHECK(polish->lemmas_if_plain("spółdzielnia").empty());
  CHECK(has_diacritics("Łódź"));
  CHECK_FALSE(has_diacritics("LODZ 2025"));
}

TEST_CASE("small words are known in Polish, English and Ukrainian, folded") {
  for (const char* word : {"i", "się", "W", "że", "który", "SĄ"}) CHECK(is_stop_word(fold(word), "pl"));
  for (const char* word : {"rok", "spółdzielnia", "the"}) CHECK_FALSE(is_stop_word(fold(word), "pl"));
  CHECK(is_stop_word("the", "en"));
  CHECK_FALSE(is_stop_word("the", "uk"));
  for (const char* word : {"й", "її", "ЩО", "цей"}) CHECK(is_stop_word(fold(word), "uk"));
  CHECK_FALSE(is_stop_word("the", "cs"));
}

TEST_CASE("languages other than Polish are stemmed where there is a stemmer") {
  const PolishDictionary dictionary(dictionary_path());
  Analysers analysers(dictionary);
  CHECK(analysers.of("en").lemmas("Documents") == analysers.of("en").lemmas("document"));
  CHECK(analysers.of("uk").lemmas("Світ") == std::vector<std::string>{fold("світ")});
  CHECK(analysers.of("uk").is_stop_word("і"));
  CHECK_FALSE(analysers.of("uk").is_stop_word("світ"));
}

TEST_CASE("analyze gives each word with its lemmas") {
  const PolishDictionary dictionary(dictionary_path());
  const auto polish = polish_analyser(dictionary);
  const std::vector<AnalysedWord> words = analyze("psów, ludz\u0301mi!", *polish);
  REQUIRE(words.size() == 2);
  CHECK(words[0].word == "psów");
  CHECK(words[0].lemmas == std::vector<std::string>{"pies"});
  CHECK(words[1].word == "ludźmi");
  CHECK(words[1].lemmas == std::vector<std::string>{"czlowiek", "ludzie"});
}
