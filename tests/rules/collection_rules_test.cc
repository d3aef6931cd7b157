#include <doctest/doctest.h>

#include "tests/rules/rules.h"

namespace kronika {
namespace {

std::string many_terms(int count) {
  std::string out;
  for (int i = 1; i <= count; ++i) out += "t" + std::to_string(i) + " = \"T" + std::to_string(i) + "\"\n";
  return out;
}

}  // namespace

TEST_CASE("several values are unique together") {
  const char* const rule = "rule = 'unique'\nfields = ['ile', 'rok']";
  CHECK(told_of(rule, {{"a", "ile = 1\nrok = 1"}, {"b", "ile = 1\nrok = 2"}, {"c", "tekst = 'x'"}, {"d", ""}}) == "");
  CHECK(told_of(rule, {{"a", "ile = 1\nrok = 1"}, {"b", "rok = 1\nile = 1"}}) ==
        "b.md:4 E0818 'Ile', 'Rok' must be unique together, but 1, 1 stands in content/n/a.md too");
  // What is not given is a value of its own.
  CHECK(told_of(rule, {{"a", "ile = 1"}, {"b", "ile = 1"}, {"c", "rok = 1"}}) ==
        "b.md:3 E0818 'Ile', 'Rok' must be unique together, but 1 stands in content/n/a.md too");
}

TEST_CASE("items of a list are unique one by one") {
  const char* const rule = "rule = 'unique'\nfields = ['powiaty', 'rok']";
  CHECK(told_of(rule, {{"a", "powiaty = ['buski', 'buski']\nrok = 1"}, {"b", "powiaty = ['kielecki']\nrok = 1"}}) ==
        "");
  CHECK(told_of(rule, {{"a", "powiaty = ['buski', 'kielecki']\nrok = 1"}, {"b", "powiaty = ['kielecki']\nrok = 1"}}) ==
        "b.md:3 E0818 'Powiaty', 'Rok' must be unique together, but kielecki, 1 stands in content/n/a.md too");
}

TEST_CASE("rows are unique within their own entry") {
  const char* const rule = "rule = 'unique'\nfields = ['w.kto']";
  CHECK(told_of(rule, {{"a", "w = [{ kto = 'x' }]"}, {"b", "w = [{ kto = 'x' }]"}}) == "");
  CHECK(told_of(rule, {{"a", "w = [\n{ kto = 'x' },\n{ kto = 'y' },\n{ kto = 'x' }]"}}) ==
        "a.md:6 E0818 'Kto' must be unique together, but x stands in content/n/a.md:4 too");
}

TEST_CASE("times that touch do not overlap; open ends go on for ever; without both ends no time is known") {
  const char* const rule = "rule = 'no_overlap'\nfrom = 'a'\nto = 'b'";
  const char* const first = "a = 2026-01-01\nb = 2026-01-31";
  CHECK(told_of(rule, {{"a", first}, {"b", "a = 2026-02-01\nb = 2026-02-28"}}) == "");
  CHECK(told_of(rule, {{"a", first}, {"b", "b = 2025-12-31"}, {"c", "a = 2026-02-01"}, {"d", "ile = 1"}}) == "");
  CHECK(told_of(rule, {{"a", first}, {"b", "a = 2026-01-31\nb = 2026-02-28"}}) ==
        "b.md:3 E0814 this time (2026-01-31 – 2026-02-28) overlaps with 2026-01-01 – 2026-01-31 in content/n/a.md:3");
  CHECK(told_of(rule, {{"a", "a = 2026-01-01"}, {"b", "a = 2030-01-01\nb = 2030-01-01"}}) ==
        "b.md:3 E0814 this time (2030-01-01 – 2030-01-01) overlaps with 2026-01-01 – … in content/n/a.md:3");
  CHECK(told_of(rule, {{"a", "b = 2026-01-01"}, {"b", "b = 2020-01-01"}}) ==
        "b.md:3 E0814 this time (… – 2020-01-01) overlaps with … – 2026-01-01 in content/n/a.md:3");
  const char* const times = "rule = 'no_overlap'\nfrom = 't'\nto = 'u'";
  CHECK(told_of(times, {{"a", "t = 2026-01-01T10:00:00\nu = 2026-01-01T11:00:00"},
                        {"b", "t = 2026-01-01T11:00:00\nu = 2026-01-01T12:00:00"}}) == "");
}

TEST_CASE("times overlap only within what they are grouped by") {
  const char* const rule = "rule = 'no_overlap'\nfrom = 'a'\nto = 'b'\nby = 'powiaty'";
  CHECK(told_of(rule,
                {{"a", "a = 2026-01-01\npowiaty = ['buski']"}, {"b", "a = 2026-01-01\npowiaty = ['kielecki']"}}) == "");
  CHECK(told_of(rule, {{"a", "a = 2026-01-01\npowiaty = ['buski']"},
                       {"b", "a = 2026-01-01\npowiaty = ['kielecki', 'buski']"}}) ==
        "b.md:3 E0814 this time (2026-01-01 – …) overlaps with 2026-01-01 – … in content/n/a.md:3");
  const char* const rows = "rule = 'no_overlap'\nfrom = 'w.od'\nto = 'w.do'\nby = ['w.kto']";
  CHECK(told_of(rows, {{"a", "w = [{ od = 2026-01-01, kto = 'x' }, { od = 2026-01-01, kto = 'y' }]"},
                       {"b", "w = [{ od = 2026-01-01, kto = 'x' }]"}}) == "");
  CHECK(told_of(rows, {{"a", "w = [\n{ od = 2026-01-01, kto = 'x' },\n{ od = 2026-01-02, kto = 'x' }]"}}) ==
        "a.md:5 E0814 this time (2026-01-02 – …) overlaps with 2026-01-01 – … in content/n/a.md:4");
}

TEST_CASE("each term stands in one entry") {
  const char* const rule = "rule = 'covers'\nfield = 'powiaty'";
  CHECK(told_of(rule, {{"a", "powiaty = ['buski', 'buski']"}, {"b", "powiaty = ['kielecki']"}}) == "");
  CHECK(told_of(rule, {{"a", "powiaty = ['buski']"}}) ==
        "powiaty.toml:2 E0816 'powiat kielecki' stands in no entry of 'Wpisy' (field 'Powiaty'); each must");
  const Entries twice = {{"a", "powiaty = ['buski', 'kielecki']"}, {"b", "powiaty = [\n'kielecki']"}};
  CHECK(told_of(rule, twice) ==
        "b.md:4 E0815 'powiat kielecki' stands in content/n/a.md too, and may stand in one entry only");
  CHECK(told_of(rule + std::string("\ntimes = 'at_least_once'"), twice) == "");
  CHECK(told_of("rule = 'covers'\nfield = 'w.powiaty'",
                {{"a", "w = [\n{ powiaty = ['buski', 'kielecki'] },\n{ powiaty = ['buski'] }]"}}) ==
        "a.md:5 E0815 'powiat buski' stands in content/n/a.md:4 too, and may stand in one entry only");
}

TEST_CASE("of many terms without an entry the first are told; of a collection without any, one sentence") {
  const char* const rule = "rule = 'covers'\nfield = 'powiat'";
  auto files = rule_site(rule, {{"a", "powiat = 't1'"}});
  files["content/_data/powiaty.toml"] = many_terms(13);
  std::string expected;
  for (int i = 2; i <= 11; ++i) {
    const std::string number = std::to_string(i);
    expected += "powiaty.toml:" + number + " E0816 'T" + number +
                "' stands in no entry of 'Wpisy' (field 'Powiat'); each must\n";
  }
  CHECK(
      told_of(files) ==
      expected +
          "site.toml:41 E0827 and 2 more terms of 'powiaty' stand in no entry of 'Wpisy' (field 'Powiat'); each must");
  files["content/_data/powiaty.toml"] = many_terms(11);
  CHECK(told_of(files) + "\n" == expected);
  files.erase("content/n/a.md");
  CHECK(told_of(files) ==
        "site.toml:41 E0826 no entry of 'Wpisy' covers any of the 11 terms of 'powiaty' (field 'Powiat'); each term "
        "must stand in one");
}

TEST_CASE("entries, values and rows are counted, and those in force today") {
  struct Case {
    const char* rule;
    const char* told;
  };
  // On 2026-11-23: a began, b is over since yesterday, c ends today, d begins tomorrow.
  const Entries entries = {{"a", "a = 2026-11-23\nw = [{ kto = 'x' }, { kto = 'x' }, { ile = 1 }]\ndni = [2026-01-01]"},
                           {"b", "b = 2026-11-22\ntekst = 'x'"},
                           {"c", "b = 2026-11-23\npowiat = 'buski'\ndni = [2026-01-01, 2026-01-02]"},
                           {"d", "a = 2026-11-24"},
                           {"e", "a = 2026-11-23\ndraft = true"}};
  const Case cases[] = {
      {"at_least = 4\nat_most = 4", ""},
      {"at_least = 5", "site.toml:41 E0817 Wpisy: 4; it must be at least 5"},
      {"at_most = 3", "site.toml:41 E0817 Wpisy: 4; it must be at most 3"},
      {"at_least = 2\nwhere = { powiat = 'buski' }",
       "site.toml:41 E0817 Wpisy (Powiat = buski): 1; it must be at least 2"},
      {"at_most = 0\nfield = 'dni'", "site.toml:41 E0817 Wpisy: 3; it must be at most 0"},
      {"at_most = 0\nfield = 'w'", "site.toml:41 E0817 Wpisy: 3; it must be at most 0"},
      {"at_most = 0\nfield = 'w.kto'", "site.toml:41 E0817 Wpisy: 2; it must be at most 0"},
      {"at_least = 2\nat_most = 2\nfrom = 'a'\nto = 'b'", ""},
      {"at_least = 3\nfrom = 'a'\nto = 'b'", "site.toml:41 W0823 Wpisy, today: 2; it must be at least 3"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rule);
    CHECK(told_of(std::string("rule = 'count'\n") + each.rule, entries) == each.told);
  }
}

}  // namespace kronika
