#include "generator/importing/repair.h"

#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

/// The repaired text of a cell in a field of the type; "lost" where nothing can repair it.
std::string repaired(const std::string& text, FieldType type, Swap swap = Swap::possible,
                     DateSystem dates = DateSystem::from_1900) {
  static const TestSite site({{"site.toml", site_toml("[vocabularies.powiaty]\n")},
                              {"content/_data/powiaty.toml",
                               "kielecki = \"powiat kielecki\"\n\"1.7\" = \"działanie\"\n"
                               "a = \"dwa\"\nb = \"dwa\"\n"}});
  Diagnostics diagnostics;
  Field field;
  field.name = "pole";
  field.type = type;
  field.vocabulary = "powiaty";
  const FieldContext context{site.model.vocabularies, {},         *site.source, "t.csv", "content",
                             Typing::from_text,       diagnostics};
  const RepairedText out = repair({text, SheetCell::Kind::text, {}}, field, dates, swap, context);
  CHECK(diagnostics.sorted().empty());
  return out.lost_digits ? "lost" : out.text;
}

struct Case {
  const char* cell;
  FieldType type;
  const char* text;
};

}  // namespace

TEST_CASE("zeros come back where the number then is one") {
  for (const Case& each : {Case{"84476982", FieldType::nip, "0084476982"},
                           {"526-000-12-46", FieldType::nip, "526-000-12-46"},
                           {"5260001246", FieldType::nip, "5260001246"},
                           {"84476983", FieldType::nip, "84476983"},
                           {"5411890", FieldType::regon, "005411890"},
                           {"005411890", FieldType::regon, "005411890"},
                           {"936091", FieldType::krs, "0000936091"},
                           {"0000936091", FieldType::krs, "0000936091"},
                           {"201011", FieldType::teryt, "0201011"},
                           {"201", FieldType::teryt, "0201"},
                           {"2661011", FieldType::teryt, "2661011"},
                           {"26", FieldType::teryt, "26"},
                           {"2", FieldType::teryt, "02"}}) {
    CAPTURE(each.cell);
    CHECK(repaired(each.cell, each.type) == each.text);
  }
}

TEST_CASE("a code that became a number is a code again, or has lost its digits") {
  for (const Case& each : {Case{"5260001246,0", FieldType::nip, "5260001246"},
                           {"5260001246.00", FieldType::nip, "5260001246"},
                           {"5,260001246E+09", FieldType::nip, "5260001246"},
                           {"5,26E+09", FieldType::nip, "lost"},
                           {"1E+09", FieldType::krs, "lost"},
                           {"9.36091e5", FieldType::krs, "0000936091"},
                           {"4,12E+08", FieldType::phone, "lost"},
                           {"48412001001", FieldType::phone, "+48412001001"},
                           {"412001001", FieldType::phone, "412001001"},
                           {"12E", FieldType::krs, "12E"},
                           {"5260001246,5", FieldType::nip, "5260001246,5"}}) {
    CAPTURE(each.cell);
    CHECK(repaired(each.cell, each.type) == each.text);
  }
}

TEST_CASE("a REGON in the column of NIPs is not made a NIP") {
  // The sums agree in a few numbers that begin with 14.
  std::string both;
  for (int number = 140000000; both.empty() && number < 140010000; ++number) {
    const std::string digits = std::to_string(number);
    if (repaired(digits, FieldType::nip, Swap::excluded) != digits && repaired(digits, FieldType::nip) == digits)
      both = digits;
  }
  REQUIRE(both.size() == 9);
  CHECK(repaired(both, FieldType::regon) == both);
  CHECK(repaired(both, FieldType::nip) == both);
  CHECK(repaired(both, FieldType::nip, Swap::excluded) == "0" + both);
}

TEST_CASE("postal codes get their hyphen and their zeros") {
  for (const Case& each : {Case{"25-001", FieldType::postal_code, "25-001"},
                           {"25001", FieldType::postal_code, "25-001"},
                           {"1234", FieldType::postal_code, "01-234"},
                           {"950", FieldType::postal_code, "00-950"},
                           {"1-234", FieldType::postal_code, "01-234"},
                           {"25\u2013001", FieldType::postal_code, "25-001"},
                           {"25 001", FieldType::postal_code, "25-001"},
                           {"2500-1", FieldType::postal_code, "2500-1"},
                           {"12", FieldType::postal_code, "12"},
                           {"250011", FieldType::postal_code, "250011"}}) {
    CAPTURE(each.cell);
    CHECK(repaired(each.cell, each.type) == each.text);
  }
}

TEST_CASE("days as numbers become days") {
  CHECK(repaired("46093", FieldType::date) == "2026-03-12");
  CHECK(repaired("44631", FieldType::date, Swap::possible, DateSystem::from_1904) == "2026-03-12");
  CHECK(repaired("46093,5", FieldType::datetime) == "2026-03-12T12:00:00");
  CHECK(repaired("12.03.2026 r.", FieldType::date) == "12.03.2026");
  CHECK(repaired("2026", FieldType::date) == "2026");
  CHECK(repaired("12.2026", FieldType::date) == "12.2026");
}

TEST_CASE("marks of a text, spaces and words of spreadsheets") {
  for (const Case& each : {Case{"'=1+1", FieldType::text, "=1+1"},
                           {"'-", FieldType::text, "-"},
                           {"'s", FieldType::text, "'s"},
                           {"=\"0012\"", FieldType::text, "0012"},
                           {"'0012", FieldType::text, "0012"},
                           {" \u00A0x \t", FieldType::text, "x"},
                           {"PRAWDA", FieldType::boolean, "true"},
                           {"fałsz", FieldType::boolean, "false"},
                           {"0", FieldType::boolean, "false"},
                           {"tak", FieldType::boolean, "tak"},
                           {"12,0", FieldType::integer, "12"},
                           {"12,5", FieldType::integer, "12,5"},
                           {"Powiat KIELECKI", FieldType::choice, "kielecki"},
                           {"KIELECKI", FieldType::choice, "kielecki"},
                           {"1,7", FieldType::choice, "1.7"},
                           {"01.lip", FieldType::choice, "1.7"},
                           {"1-Jul", FieldType::choice, "1.7"},
                           {"02.lip", FieldType::choice, "02.lip"},
                           {"dwa", FieldType::choice, "dwa"},
                           {"inny", FieldType::choice, "inny"}}) {
    CAPTURE(each.cell);
    CHECK(repaired(each.cell, each.type) == each.text);
  }
}

}  // namespace kronika
