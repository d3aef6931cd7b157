#include "search/language/dictionary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "search/text/search_failure.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

std::vector<std::string> lemmas(const PolishDictionary& dictionary, std::string_view form) {
  std::vector<std::string> out;
  dictionary.lemmas(form, out);
  return out;
}

/// Two words: `kot;` and `koty;` with the lemma kot (AA: nothing dropped; AB: one byte dropped from the end).
std::string tiny_dictionary() {
  // Offsets count from the first arc, which leads to the root; every arc but the first follows its node.
  std::string bytes("\\fsa\xC6\x00\x00\x00", 8);
  const auto arc = [&bytes](unsigned char flags, char label) {
    bytes += static_cast<char>(flags);
    bytes += label;
  };
  arc(0xC0, '^');
  for (const char letter : std::string("koty;AB")) arc(letter == 'B' ? 0x60 : 0xC0, letter);
  bytes += '\0';
  return bytes;
}

}  // namespace

TEST_CASE("the dictionary knows every lemma of an exact form") {
  const PolishDictionary dictionary(dictionary_path());
  CHECK(lemmas(dictionary, "psów") == std::vector<std::string>{"pies"});
  CHECK(lemmas(dictionary, "lat") == std::vector<std::string>{"lato", "rok"});
  CHECK(lemmas(dictionary, "Kielcach") == std::vector<std::string>{"Kielce"});
  CHECK(lemmas(dictionary, "kielcach") == std::vector<std::string>{"kielec"});
  CHECK(lemmas(dictionary, "najlepszego") == std::vector<std::string>{"dobry"});
  CHECK(lemmas(dictionary, "xyzzy").empty());
  CHECK(lemmas(dictionary, "").empty());
  CHECK(lemmas(dictionary, "psó").empty());
  CHECK(lemmas(dictionary, std::string(10'000, 'a')).empty());
}

TEST_CASE("the dictionary tells the grammar of a form") {
  const PolishDictionary dictionary(dictionary_path());
  CHECK(dictionary.grammar("zakład") == std::vector<std::string>{"subst:sg:acc:m3+subst:sg:nom:m3"});
  CHECK(dictionary.grammar("zamówień") == std::vector<std::string>{"subst:pl:gen:n2"});
  CHECK(dictionary.grammar("xyzzy").empty());
  CHECK(dictionary.grammar("").empty());
  const std::string tiny = tiny_dictionary();
  CHECK(PolishDictionary::over(tiny, "tiny").grammar("kot").empty());
}

TEST_CASE("a form without diacritics leads to all spellings") {
  const PolishDictionary dictionary(dictionary_path());
  const auto plain = [&](std::string_view form) {
    std::vector<std::string> out;
    dictionary.lemmas_without_diacritics(form, out);
    std::sort(out.begin(), out.end());
    return out;
  };
  CHECK(plain("spoldzielniami") == std::vector<std::string>{"spółdzielnia"});
  CHECK(plain("zolw") == std::vector<std::string>{"żółw"});
  const std::vector<std::string> names = plain("Lodzi");
  CHECK(std::find(names.begin(), names.end(), "Łódź") != names.end());
  CHECK(plain("sad") == std::vector<std::string>{"sad", "sąd"});
  CHECK(plain("qqqq").empty());
}

TEST_CASE("the encoded lemma is read as the format says") {
  const std::string bytes = tiny_dictionary();
  const PolishDictionary dictionary = PolishDictionary::over(bytes, "tiny");
  CHECK(lemmas(dictionary, "koty") == std::vector<std::string>{"kot"});
  CHECK(lemmas(dictionary, "kot").empty());
}

TEST_CASE("what is no dictionary is refused with its name") {
  CHECK_THROWS_WITH_AS(PolishDictionary("/nowhere/polish.dict"),
                       "cannot open /nowhere/polish.dict: No such file or directory", SearchFailure);
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "polish.dict").string();
  for (const std::string& bytes :
       {std::string(), std::string("\\fsa"), std::string("\\fsa\xC5\x00\x00\x00garbage", 15),
        std::string("<!DOCTYPE html><p>not found"), std::string("\\fsa\xC6\x00\x00\xFFx", 9)}) {
    write_file(path, bytes);
    CHECK_THROWS_AS(PolishDictionary{path}, SearchFailure);
  }
}

TEST_CASE("a damaged dictionary does not give lemmas without end") {
  // After `a;` every node has 26 letters, of which each may be the last, and leads to itself.
  std::string bytes("\\fsa\xC6\x00\x00\x00", 8);
  bytes += std::string(
      "\xC0^\xC0"
      "a\xC0;",
      6);
  const char self = 6;
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    bytes += letter == 'Z' ? '\x60' : '\x20';
    bytes += letter;
    bytes += self;
  }
  const std::size_t found = lemmas(PolishDictionary::over(bytes, "circle"), "a").size();
  CHECK(found > 50);
  CHECK(found <= 100);
}

TEST_CASE("a damaged dictionary is never read out of bounds") {
  const std::string whole = read_bytes(dictionary_path());
  REQUIRE(whole.size() > 2'000'000);
  const std::vector<std::string> forms = {"psów", "lat", "dziećmi", "spółdzielniami", "najlepszego", "Kielcach"};
  const auto look_up = [&forms](std::string_view bytes) {
    const PolishDictionary dictionary = PolishDictionary::over(bytes, "damaged");
    std::vector<std::string> found;
    for (const std::string& form : forms) {
      dictionary.lemmas(form, found);
      dictionary.lemmas_without_diacritics(form, found);
    }
    return found.size();
  };
  const std::size_t sound = look_up(whole);
  CHECK(sound > forms.size());
  const std::size_t first_arc = 8 + static_cast<unsigned char>(whole[7]);
  CHECK_THROWS_AS(look_up(whole.substr(0, first_arc)), SearchFailure);
  for (const std::size_t size :
       {first_arc + 1, first_arc + 2, first_arc + 50, std::size_t{1000}, std::size_t{2'000'000}}) {
    const std::string cut = whole.substr(0, size);  // a copy, so that the sanitizer sees its end
    CHECK_NOTHROW(look_up(cut));
  }
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    std::string damaged = whole;
    for (int i = 0; i < 200'000; ++i) damaged[8 + random() % (damaged.size() - 8)] = static_cast<char>(random());
    CHECK_NOTHROW(look_up(damaged));
  }
  for (const char filler : {'\x00', '\x20', '\x80', '\xC0', '\xFF', ';'}) {
    std::string filled = whole;
    std::fill(filled.begin() + 8, filled.end(), filler);
    CHECK_NOTHROW(look_up(filled));
  }
}
