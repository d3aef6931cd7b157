#include <doctest/doctest.h>

#include "tests/rules/rules.h"

namespace kronika {

// The build is of 2026-11-23, 13:00 in Warsaw.

TEST_CASE("what ran out is told of on the day after, and what ends soon some days before") {
  struct Case {
    const char* day;
    const char* told;
  };
  const Case cases[] = {
      {"2026-12-24", ""},
      {"2026-12-23", "a.md:3 W0821 'A' ends on 23 December 2026, in 30 days"},
      {"2026-11-23", "a.md:3 W0821 'A' ends on 23 November 2026, in 0 days"},
      {"2026-11-22", "a.md:3 W0820 'A' ended on 22 November 2026; correct it, or tell what holds now"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.day);
    CHECK(told_of("rule = 'not_expired'\nfield = 'a'\nsoon = 30", {{"a", std::string("a = ") + each.day}}) ==
          each.told);
  }
  CHECK(told_of("rule = 'not_expired'\nfield = 'a'", {{"a", "a = 2026-11-23"}, {"b", "ile = 1"}}) == "");
  CHECK(told_of("rule = 'not_expired'\nfield = 't'", {{"a", "t = 2026-11-23T13:00:00"}}) ==
        "a.md:3 W0820 'T' ended on 23 November 2026; correct it, or tell what holds now");
}

TEST_CASE("of a history only the last row can run out, in whatever order the rows stand") {
  const std::string rule = "rule = 'not_expired'\nfield = 'w.do'";
  const char* const over = "w = [\n{ do = 2026-01-02, kto = 'x' },\n{ do = 2026-01-01 }]";
  CHECK(told_of(rule, {{"a", over}}) ==
        "a.md:4 W0820 'Do' ended on 2 January 2026; correct it, or tell what holds now");
  CHECK(told_of(rule + "\nwhere = { kto = 'y' }", {{"a", over}}) == "");
  CHECK(told_of(rule, {{"a", "w = [{ do = 2027-01-01 }, { do = 2026-01-01 }]"}}) == "");
  CHECK(told_of(rule, {{"a", "w = [{ do = 2026-01-01 }, { kto = 'x' }]"}}) == "");
}

TEST_CASE("the last of several dates counts") {
  CHECK(told_of("rule = 'not_expired'\nfield = 'dni'", {{"a", "dni = [2026-12-01, 2026-01-01]"}}) == "");
  CHECK(told_of("rule = 'not_expired'\nfield = 'inni.dzien'", {{"a", "ile = 1\ninni = ['x', 'y']"}}) ==
        "a.md:4 W0820 'Inni: dzien' ended on 1 June 2026; correct it, or tell what holds now");
}

TEST_CASE("what was looked at long ago is told of; what never was is not") {
  const char* const rule = "rule = 'fresh'\nfield = 'w.od'\ndays = 30";
  CHECK(told_of(rule, {{"a", "w = [{ od = 2026-10-24 }, { od = 2020-01-01 }, { kto = 'x' }]"}, {"b", ""}}) == "");
  CHECK(told_of(rule, {{"a", "w = [{ od = 2027-10-24 }]"}}) == "");
  CHECK(told_of(rule, {{"a", "w = [\n{ od = 2026-10-23 }]"}}) ==
        "a.md:4 W0822 'Od' is of 23 October 2026, more than 30 days ago; check it again");
}

TEST_CASE("in production an example is an error, and so is what ran out; what ends soon is not") {
  auto files = rule_site("rule = 'not_expired'\nfield = 'a'\nsoon = 30",
                         {{"a", "a = 2026-11-22"}, {"b", "a = 2026-12-01\nwzor = true"}, {"c", "wzor = false"}});
  files["site.toml"] += "[common_fields]\nwzor = { type = 'bool', role = 'example' }\n";
  const TestSite site(files);
  REQUIRE(site.told() == "");
  Diagnostics usual, strict(Occasion::production);
  check_rules(site.model, usual);
  check_rules(site.model, strict);
  CHECK(joined(told(usual)) == "content/n/a.md:3:5+10 W0820\ncontent/n/b.md:3:5+10 W0821");
  CHECK(joined(told(strict)) == "content/n/a.md:3:5+10 W0820\ncontent/n/b.md:3:5+10 W0821\ncontent/n/b.md:4:8+4 E0825");
  CHECK(usual.errors() == 0);
  CHECK(strict.errors() == 2);
}

TEST_CASE("a condition that names no term of its vocabulary is told at its place") {
  const TestSite site(rule_site("rule = 'required'\nfield = 'tekst'\nwhere = { powiat = ['buskii', '*'] }", {}));
  REQUIRE(site.told() == "");
  Diagnostics diagnostics;
  check_rules(site.model, diagnostics);
  CHECK(joined(told(diagnostics)) == "site.toml:44:11+6 E0203 (buski)");
}

}  // namespace kronika
