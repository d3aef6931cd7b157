#include "search/query/suggest.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

/// A site without pages, and with these lists.
class SuggestSite {
 public:
  SuggestSite(const CountedWords& polish, const CountedWords& english) : site_(two_language_config(), {}) {
    const std::filesystem::path folder = site_.folder();
    write_file(folder / suggestions_file("pl"), write_word_list(polish));
    write_file(folder / suggestions_file("en"), write_word_list(english));
  }
  std::string folder() const { return site_.folder(); }

  /// Joined by " | ".
  std::string answer(std::string_view typed, std::string_view language = "pl", std::size_t most = 8) const {
    std::string out;
    for (const std::string& each : suggest(typed, language, site_.index(), most))
      out += (out.empty() ? "" : " | ") + each;
    return out;
  }

 private:
  SearchSite site_;
};

const CountedWords polish = {{{"spoldzielnia", "spółdzielnia"}, 50},
                             {{"spoldzielnia socjalna", "spółdzielnia socjalna"}, 60},
                             {{"socjalna", "spółdzielnia socjalna"}, 30},
                             {{"spoldzielnia w klasie", "Spółdzielnia w klasie"}, 40},
                             {{"klasie", "Spółdzielnia w klasie"}, 20},
                             {{"warsztat", "warsztat"}, 40},
                             {{"warsztat", "Warsztat"}, 10},
                             {{"terapii zajeciowej", "warsztat terapii zajęciowej"}, 30},
                             {{"termin", "termin"}, 50},
                             {{"terminarz spotkan", "Terminarz spotkań"}, 50},
                             {{"zdalnie", "Praca zdalnie"}, 9}};
const CountedWords english = {{{"workshop", "workshop"}, 5}, {{"warsaw", "Warsaw"}, 45}};

}  // namespace

TEST_CASE("what is typed is completed, diacritics and case aside, the likeliest first") {
  const SuggestSite site(polish, english);
  struct Case {
    std::string typed, expected;
  };
  const Case cases[] = {
      {"spoldz", "spółdzielnia socjalna | spółdzielnia | Spółdzielnia w klasie"},
      {"SPÓŁDZ", "spółdzielnia socjalna | spółdzielnia | Spółdzielnia w klasie"},
      {"spółdzielnia s", "spółdzielnia socjalna"},
      {"spoldzielnia ", "spółdzielnia socjalna | spółdzielnia | Spółdzielnia w klasie"},
      {"warsztat", "warsztat"},                          // once, whatever its capitals
      {"klas", "Spółdzielnia w klasie"},                 // from a later word on
      {"klasie spol", "Spółdzielnia w klasie"},          // in another order
      {"warsztaty ter", "warsztat terapii zajęciowej"},  // inflected, and no 'termin' without a workshop
      {"pralnia term", "pralnia termin"},                // the last word by itself, where nothing has both
      {"xyz", ""},
      {"s", ""},
      {"", ""},
      {" ", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.typed);
    CHECK(site.answer(each.typed) == each.expected);
  }
  CHECK(site.answer("spoldz", "pl", 2) == "spółdzielnia socjalna | spółdzielnia");
}

TEST_CASE("suggestions are of the language asked for, or of all") {
  const SuggestSite site(polish, english);
  CHECK(site.answer("wars", "pl") == "warsztat");
  CHECK(site.answer("wars", "en") == "Warsaw");
  CHECK(site.answer("wars", "") == "Warsaw | warsztat");
}

TEST_CASE("suggestions need no index: it is not even opened") {
  const SuggestSite site(polish, english);
  std::filesystem::remove(std::filesystem::path(site.folder()) / index_file);
  CHECK(site.answer("klas") == "Spółdzielnia w klasie");
}
