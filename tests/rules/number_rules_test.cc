#include <doctest/doctest.h>

#include "generator/rules/checks.h"
#include "tests/rules/rules.h"

namespace kronika {

TEST_CASE("numbers and amounts keep their limits, given by the rule or by another field") {
  struct Case {
    const char* rule;
    const char* keys;
    const char* told;
  };
  const Case cases[] = {
      {"rule = 'at_most'\nfield = 'ile'\nat_most = 5", "ile = 5", ""},
      {"rule = 'at_most'\nfield = 'ile'\nat_most = 5", "rok = 9", ""},
      {"rule = 'at_most'\nfield = 'ile'\nat_most = 5", "ile = 6",
       "a.md:3 E0807 'Ile' is 6; at most 5 is possible ('limit')"},
      {"rule = 'at_least'\nfield = 'waga'\nat_least = 2.5", "waga = 2.5", ""},
      {"rule = 'at_least'\nfield = 'waga'\nat_least = 2.5", "waga = 2.4",
       "a.md:3 E0808 'Waga' is 2.4; at least 2.5 is needed ('limit')"},
      {"rule = 'at_most'\nfield = 'kwota'\nat_most = 5000", "kwota = '5 000,01 zł'",
       "a.md:3 E0807 'Kwota' is 5,000.01 PLN; at most 5,000 PLN is possible ('limit')"},
      {"rule = 'at_most'\nfield = 'ile'\nother = 'rok'", "ile = 6\nrok = 6", ""},
      {"rule = 'at_most'\nfield = 'ile'\nother = 'rok'", "ile = 6", ""},
      {"rule = 'at_most'\nfield = 'ile'\nother = 'rok'", "ile = 6\nrok = 5",
       "a.md:3 E0807 'Ile' is 6; at most 5 is possible ('Rok')"},
      {"rule = 'at_most'\nfield = 'w.kwota'\nother = 'kwota'", "kwota = 5\nw = [\n{ kwota = 5 },\n{ kwota = 6 }]",
       "a.md:6 E0807 'Kwota wiersza' is 6 PLN; at most 5 PLN is possible ('Kwota')"},
      {"rule = 'at_least'\nfield = 'ile'\nother = 'inni.rok'", "ile = 2025\ninni = ['x', 'y']",
       "a.md:3 E0808 'Ile' is 2025; at least 2026 is needed ('Inni: rok')"},
      {"rule = 'at_most'\nfield = 'inny.rok'\nother = 'rok'", "inny = 'y'\nrok = 2025",
       "a.md:3 E0807 'Inny: rok' is 2026; at most 2025 is possible ('Rok')"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rule);
    CAPTURE(each.keys);
    CHECK(told_of(each.rule, {{"a", each.keys}}) == each.told);
  }
}

TEST_CASE("sums equal or stay below another field; cents do not get lost") {
  const std::string equals = "rule = 'sum'\nfield = 'w.ile'\nequals = 'waga'";
  CHECK(told_of(equals, {{"a", "waga = 0.3\nw = [{ ile = 0.1 }, { ile = 0.2 }, { kto = 'x' }]"}}) == "");
  CHECK(told_of(equals, {{"a", "waga = 3"}, {"b", "w = [{ ile = 1 }]"}}) == "");
  CHECK(told_of(equals, {{"a", "waga = 0.31\nw = [{ ile = 0.1 }, { ile = 0.2 }]"}}) ==
        "a.md:3 E0809 'Ile w wierszu' add up to 0.3, but 'Waga' is 0.31");
  const std::string below = "rule = 'sum'\nfield = 'w.kwota'\nat_most_field = 'kwota'";
  CHECK(told_of(below, {{"a", "kwota = 0.3\nw = [{ kwota = 0.1 }, { kwota = 0.2 }]"}}) == "");
  CHECK(told_of(below, {{"a", "w = [\n{ kwota = 4 },\n{ kwota = 6.01 }]\nkwota = 10"}, {"b", "kwota = 10"}}) ==
        "a.md:6 E0810 'Kwota wiersza' add up to 10.01 PLN, more than 'Kwota' (10 PLN)");
  CHECK(told_of(below + "\nwhere = { kto = 'x' }",
                {{"a", "kwota = 5\nw = [{ kwota = 5, kto = 'x' }, { kwota = 9 }]"}}) == "");
}

TEST_CASE("a hundred thousand amounts add up to the cent") {
  CHECK_FALSE(exceeds(1e9, 1e9 - 0.0005 / 1e3));
  CHECK(exceeds(1e9 + 0.01, 1e9));
  CHECK_FALSE(exceeds(0.1 + 0.2, 0.3));
  CHECK(differ(0.31, 0.3));
  CHECK_FALSE(exceeds(-1, 1));
}

TEST_CASE("a collection's total stays below that of another; told once, where it is passed") {
  const char* const rule = "rule = 'total'\nfield = 'ile'\nat_most_total = 'inne.rok'";
  CHECK(told_of(rule, {{"a", "ile = 4000"}, {"b", "ile = 51"}, {"c", "rok = 1"}}) == "");
  CHECK(told_of(rule, {{"a", "ile = 4000"}, {"b", "ile = 52"}, {"c", "ile = 1"}}) ==
        "b.md:3 E0811 with this entry 'Ile' add up to 4052 in the collection, more than all 'inne: rok' (4051)");
}

}  // namespace kronika
