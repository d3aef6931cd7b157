#include "search/query/typed_query.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

/// Parts between spaces, alternatives between |; a phrase in [], -: excluded, *: a beginning, FIELD=, #NUMBER.
std::string told(std::string_view query) {
  const std::vector<std::string> fields = {"nip", "powiat"};
  std::string out;
  for (const TypedAlternatives& alternatives : parse_typed(query, fields)) {
    if (!out.empty()) out += ' ';
    for (const TypedPart& part : alternatives) {
      if (&part != &alternatives.front()) out += '|';
      if (part.excluded) out += '-';
      if (!part.field.empty()) out += part.field + "=";
      std::string words;
      for (const std::string& word : part.words) words += (words.empty() ? "" : "_") + word;
      out += part.quoted ? "[" + words + "]" : words;
      if (part.prefix) out += '*';
      if (!part.number.empty()) out += "#" + part.number;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a query is cut into words, phrases, exclusions, alternatives, beginnings and fields") {
  struct Row {
    const char* query;
    const char* parts;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"", ""},
           {"targi w Kielcach", "targi w Kielcach"},
           {"\"warsztaty terapii\" kurs", "[warsztaty_terapii] kurs"},
           {"„warsztaty terapii” «a b»", "[warsztaty_terapii] [a_b]"},
           {"“a b” x", "[a_b] x"},
           {"targi -gala", "targi -gala"},
           {"-\"gala roku\" targi", "-[gala_roku] targi"},
           {"kawa OR herbata ciasto", "kawa|herbata ciasto"},
           {"kawa LUB herbata LUB woda", "kawa|herbata|woda"},
           {"szkol* kurs", "szkol* kurs"},
           {"powiat:buski targi", "powiat=buski targi"},
           {"powiat:\"busko zdrój\"", "powiat=[busko_zdrój]"},
           {"Powiat:buski", "powiat=buski"},
           {"biuro@example.org", "[biuro_example_org]"},
           {"526-000-12-46", "526_000_12_46#5260001246"},
           {"nip:526 000 12 46", "nip=526_000_12_46#5260001246"},
           {"35 014 masek", "35_014#35014 masek"},
           {"P.E.S. kursy", "P.E.S kursy"},
           {"e-mail", "e mail"},
       }) {
    CAPTURE(row.query);
    CHECK(told(row.query) == row.parts);
  }
}

TEST_CASE("what makes no sense is plain words, never an error") {
  struct Row {
    const char* query;
    const char* parts;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"\"", ""},
           {"\"\"", ""},
           {"\"otwarty cudzysłów", "[otwarty_cudzysłów]"},
           {"OR", "OR"},
           {"OR kawa", "OR kawa"},
           {"kawa OR", "kawa OR"},
           {"-kawa OR herbata", "-kawa OR herbata"},
           {"- kawa --herbata", "kawa -herbata"},
           {"AND (kawa))((", "AND kawa"},
           {"miasto:kielce", "miasto kielce"},
           {"powiat: buski", "powiat buski"},
           {"a* *", "a"},
           {"!?*", ""},
           {"https://example.org/x", "https example org x"},
           {"12 345 678 901 234 567", "12 345 678 901 234 567"},
       }) {
    CAPTURE(row.query);
    CHECK(told(row.query) == row.parts);
  }
}

}  // namespace kronika
