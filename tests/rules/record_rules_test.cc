#include <doctest/doctest.h>

#include <span>

#include "tests/rules/rules.h"

namespace kronika {
namespace {

/// One entry, a.md, whose keys begin on line 3.
struct Case {
  const char* rule;
  const char* keys;
  const char* told;  // "" : the rule holds
};

void check_all(std::span<const Case> cases) {
  for (const Case& each : cases) {
    CAPTURE(each.rule);
    CAPTURE(each.keys);
    CHECK(told_of(each.rule, {{"a", each.keys}}) == each.told);
  }
}

}  // namespace

TEST_CASE("what is required must be there, in the entry, behind a reference and in each row") {
  const Case cases[] = {
      {"rule = 'required'\nfield = 'tekst'", "tekst = 'x'", ""},
      {"rule = 'required'\nfield = 'tekst'", "ile = 1",
       "a.md:1 E0801 'tekst' is missing; it must be given where the entry is published"},
      {"rule = 'required'\nfield = 'inny.lista'", "inny = 'x'", ""},
      {"rule = 'required'\nfield = 'inny.lista'", "inny = 'y'",
       "a.md:1 E0801 'lista' is missing; it must be given where the entry is published"},
      {"rule = 'required'\nfield = 'w.kto'", "w = [\n{ kto = 'x' },\n{ ile = 1 }]",
       "a.md:5 E0801 'kto' is missing; it must be given where the entry is published"},
      {"rule = 'required'\nfield = 'w'", "w = [{ kto = 'x' }]", ""},
  };
  check_all(cases);
}

TEST_CASE("a rule is held against the records that fulfil its conditions") {
  const char* const missing = "a.md:1 E0801 'tekst' is missing; it must be given where ";
  struct Where {
    const char* where;
    const char* keys;
    std::string told;
  };
  const Where cases[] = {
      {"{ powiat = 'buski' }", "powiat = 'buski'", std::string(missing) + "Powiat = buski"},
      {"{ powiat = 'buski' }", "powiat = 'kielecki'", ""},
      {"{ powiat = ['buski', 'kielecki'] }", "powiat = 'kielecki'", std::string(missing) + "Powiat = buski, kielecki"},
      {"{ powiaty = 'kielecki' }", "powiaty = ['buski', 'kielecki']", std::string(missing) + "Powiaty = kielecki"},
      {"{ ile = '*' }", "ile = 0", std::string(missing) + "'Ile' is given"},
      {"{ ile = '*' }", "rok = 1", ""},
      {"{ ile = 2 }", "ile = 2", std::string(missing) + "Ile = 2"},
      {"{ waga = 2.5 }", "waga = 2.5", std::string(missing) + "Waga = 2.5"},
      {"{ a = 2026-01-02 }", "a = 2026-01-02", std::string(missing) + "A = 2026-01-02"},
      {"{ tak = true }", "tak = true", std::string(missing) + "Tak = true"},
      {"{ tak = true }", "tak = false", ""},
      {"{ tak = false }", "ile = 1", std::string(missing) + "Tak = false"},
      {"{ tak = false }", "tak = true", ""},
      {"{ inny.rok = 2025 }", "inny = 'x'", std::string(missing) + "Inny: rok = 2025"},
      {"{ inny.rok = 2025 }", "inny = 'y'", ""},
      {"{ ile = 1, rok = 2 }", "ile = 1", ""},
      {"{ ile = 1, rok = 2 }", "ile = 1\nrok = 2", std::string(missing) + "Ile = 1, Rok = 2"},
  };
  for (const Where& each : cases) {
    CAPTURE(each.where);
    CAPTURE(each.keys);
    const std::string rule = std::string("rule = 'required'\nfield = 'tekst'\nwhere = ") + each.where;
    CHECK(told_of(rule, {{"a", each.keys}}) == each.told);
  }
}

TEST_CASE("a condition of a row may name its column alone; @entry means the entry") {
  const Case cases[] = {
      {"rule = 'required'\nfield = 'w.od'\nwhere = { kto = 'x' }", "w = [\n{ kto = 'x' },\n{ kto = 'y' }]",
       "a.md:4 E0801 'od' is missing; it must be given where Kto = x"},
      {"rule = 'required'\nfield = 'w.od'\nwhere = { w.kto = 'y' }", "w = [\n{ kto = 'x' },\n{ kto = 'y' }]",
       "a.md:5 E0801 'od' is missing; it must be given where Kto = y"},
      {"rule = 'required'\nfield = 'w.od'\nwhere = { ile = 1 }", "ile = 1\nw = [{ ile = 2 }]", ""},
      {"rule = 'required'\nfield = 'w.od'\nwhere = { '@entry.ile' = 1 }", "ile = 1\nw = [\n{ ile = 2 }]",
       "a.md:5 E0801 'od' is missing; it must be given where Ile = 1"},
      {"rule = 'required'\nfield = 'w.od'\nwhere = { rok = 1 }", "rok = 1\nw = [\n{ ile = 2 }]",
       "a.md:5 E0801 'od' is missing; it must be given where Rok = 1"},
  };
  check_all(cases);
}

TEST_CASE("exactly one of several is given") {
  const char* const rule = "rule = 'one_of'\nfields = ['ile', 'rok', 'inny.rok']";
  const Case cases[] = {
      {rule, "ile = 1", ""},
      {rule, "inny = 'x'", ""},
      {rule, "tekst = 'x'", "a.md:1 E0802 exactly one of these must be given: 'Ile', 'Rok', 'Inny: rok'; here are 0"},
      {rule, "ile = 1\nrok = 2",
       "a.md:4 E0802 exactly one of these must be given: 'Ile', 'Rok', 'Inny: rok'; here are 2"},
  };
  check_all(cases);
}

TEST_CASE("values agree, each of them, and are told where the page has them") {
  const char* const rule = "rule = 'equal'\nfield = 'rok'\nother = 'inny.rok'";
  const Case cases[] = {
      {rule, "rok = 2025\ninny = 'x'", ""},
      {rule, "inny = 'x'", ""},
      {rule, "rok = 2025\ninny = 'y'", "a.md:3 E0803 'Rok' is 2025, but 'Inny: rok' is 2026; the two must agree"},
      {rule, "rok = 2025", "a.md:3 E0803 'Rok' is 2025, but 'Inny: rok' is not given; the two must agree"},
      {"rule = 'equal'\nfield = 'inni.rok'\nother = 'rok'", "rok = 2025\ninni = [\n'x',\n'y']",
       "a.md:6 E0803 'Inni: rok' is 2026, but 'Rok' is 2025; the two must agree"},
      {"rule = 'equal'\nfield = 'w.kwota'\nother = 'kwota'", "kwota = 5\nw = [\n{ kwota = 5 },\n{ kwota = 6 }]",
       "a.md:6 E0803 'Kwota wiersza' is 6 PLN, but 'Kwota' is 5 PLN; the two must agree"},
  };
  check_all(cases);
}

TEST_CASE("values are among others") {
  const char* const rule = "rule = 'among'\nfield = 'tekst'\nother = 'inny.lista'";
  const Case cases[] = {
      {rule, "tekst = 'b'\ninny = 'x'", ""},
      {rule, "tekst = 'c'\ninny = 'x'", "a.md:3 E0804 'Tekst' is c, which is not among 'Inny: lista': a, b"},
      {rule, "tekst = 'c'\ninny = 'y'", "a.md:3 E0804 'Tekst' is c, which is not among 'Inny: lista': –"},
      {"rule = 'among'\nfield = 'w.powiaty'\nother = 'powiaty'",
       "powiaty = ['buski']\nw = [\n{ powiaty = ['buski'] },\n{ powiaty = ['kielecki'] }]",
       "a.md:6 E0804 'Gdzie' is powiat kielecki, which is not among 'Powiaty': buski"},
  };
  check_all(cases);
}

TEST_CASE("dates stand in their order; of a day and a time only the days count") {
  const char* const order = "rule = 'not_before'\nfield = 'b'\nother = 'a'";
  const char* const strict = "rule = 'after'\nfield = 'b'\nother = 'a'";
  const Case cases[] = {
      {order, "a = 2026-01-01\nb = 2026-01-01", ""},
      {order, "b = 2026-01-01", ""},
      {order, "a = 2026-01-02\nb = 2026-01-01",
       "a.md:4 E0805 'B' (1 January 2026) must not be before 'A' (2 January 2026)"},
      {strict, "a = 2026-01-01\nb = 2026-01-02", ""},
      {strict, "a = 2026-01-01\nb = 2026-01-01",
       "a.md:4 E0806 'B' (1 January 2026) must be after 'A' (1 January 2026)"},
      {"rule = 'not_before'\nfield = 'a'\nother = 't'", "a = 2026-01-01\nt = 2026-01-01T18:00:00", ""},
      {"rule = 'after'\nfield = 't'\nother = 'a'", "a = 2026-01-01\nt = 2026-01-01T18:00:00",
       "a.md:4 E0806 'T' (1 January 2026, 18:00) must be after 'A' (1 January 2026)"},
      {"rule = 'after'\nfield = 't'\nother = 'a'", "a = 2026-01-01\nt = 2026-01-01T23:30:00Z", ""},  // 2 January here
      {"rule = 'after'\nfield = 't'\nother = 'u'", "u = 2026-01-01T17:59:00\nt = 2026-01-01T18:00:00", ""},
      {"rule = 'after'\nfield = 't'\nother = 'u'", "u = 2026-01-01T17:00:00Z\nt = 2026-01-01T18:00:00",
       "a.md:4 E0806 'T' (1 January 2026, 18:00) must be after 'U' (1 January 2026, 17:00)"},
      {"rule = 'not_before'\nfield = 'dni'\nother = 'inni.dzien'", "dni = [2026-06-02, 2026-05-02]\ninni = ['x', 'y']",
       "a.md:3 E0805 'Dni' (2 May 2026) must not be before 'Inni: dzien' (1 June 2026)"},
      {"rule = 'not_before'\nfield = 'w.do'\nother = 'w.od'",
       "w = [\n{ od = 2026-01-01, do = 2026-01-01 },\n{ od = 2026-01-02, do = 2026-01-01 }]",
       "a.md:5 E0805 'Do' (1 January 2026) must not be before 'Od' (2 January 2026)"},
  };
  check_all(cases);
}

TEST_CASE("days between two dates") {
  const char* const rule = "rule = 'days'\nfrom = 'a'\nto = 'b'\nat_least = 21\nat_most = 30";
  const Case cases[] = {
      {rule, "a = 2026-01-01\nb = 2026-01-22", ""},
      {rule, "a = 2026-01-01\nb = 2026-01-31", ""},
      {rule, "a = 2026-01-01", ""},
      {rule, "a = 2026-01-01\nb = 2026-01-21",
       "a.md:4 E0812 from 'A' to 'B' are 20 days; it must be between 21 and 30"},
      {rule, "a = 2026-01-01\nb = 2026-02-01",
       "a.md:4 E0812 from 'A' to 'B' are 31 days; it must be between 21 and 30"},
      {"rule = 'days'\nfrom = 'w.od'\nto = 'w.do'\nat_least = 1\nwhere = { kto = 'x' }",
       "w = [\n{ od = 2026-01-01, do = 2026-01-01, kto = 'y' },\n{ od = 2026-01-01, do = 2026-01-01, kto = 'x' }]",
       "a.md:5 E0812 from 'Od' to 'Do' are 0 days; it must be at least 1"},
      {"rule = 'days'\nfrom = 't'\nto = 'u'\nat_least = 1", "t = 2026-03-28T23:59:00\nu = 2026-03-29T00:01:00", ""},
  };
  check_all(cases);
}

TEST_CASE("whole years end the day before their anniversary, and with February when it has no such day") {
  const auto rule = [](int years) { return "rule = 'years'\nfrom = 'a'\nto = 'b'\nyears = " + std::to_string(years); };
  struct Years {
    int years;
    const char* from;
    const char* to;
  };
  const Years hold[] = {{3, "2024-01-01", "2026-12-31"},
                        {3, "2024-03-15", "2027-03-14"},
                        {1, "2024-02-29", "2025-02-28"},
                        {4, "2024-02-29", "2028-02-28"},
                        {1, "2023-03-01", "2024-02-29"}};
  for (const Years& each : hold) {
    CAPTURE(each.from);
    CHECK(told_of(rule(each.years), {{"a", std::string("a = ") + each.from + "\nb = " + each.to}}) == "");
  }
  CHECK(told_of(rule(3), {{"a", "a = 2024-01-01\nb = 2027-01-01"}}) ==
        "a.md:4 E0813 the time from 'A' to 'B' must be 3 years, to 31 December 2026");
  CHECK(told_of(rule(3), {{"a", "a = 2024-01-01"}}) == "");
}

TEST_CASE("a file needs words about it; signs are no words") {
  const auto told = [](const std::string& body) {
    auto files = rule_site("rule = 'has_text'\nfield = 'tekst'\nwords = 3", {{"a", "tekst = 'x'"}});
    files["content/n/a.md"] += body;
    return told_of(files);
  };
  CHECK(told("\nZażółć **gęślą** jaźń\n") == "");
  CHECK(told("\n## Jeden dwa\n\n- | --- |\n") ==
        "a.md:3 E0819 'Tekst' is given, but the text of the page has only 2 words; write at least 3 that say what is "
        "in it");
  CHECK(told_of("rule = 'has_text'\nfield = 'tekst'\nwords = 3", {{"a", "ile = 1"}}) == "");
}

TEST_CASE("what stands behind an entry that is not published is not held against anything") {
  const Case cases[] = {
      {"rule = 'required'\nfield = 'inny.dzien'", "inny = 'szkic'", ""},
      {"rule = 'equal'\nfield = 'rok'\nother = 'inny.rok'", "rok = 2025\ninny = 'szkic'", ""},
      {"rule = 'among'\nfield = 'tekst'\nother = 'inny.lista'", "tekst = 'x'\ninny = 'szkic'", ""},
      {"rule = 'required'\nfield = 'inny'", "inny = 'szkic'", ""},
  };
  check_all(cases);
  CHECK(told_of("rule = 'required'\nfield = 'tekst'", {{"a", "draft = true"}}) == "");
}

}  // namespace kronika
