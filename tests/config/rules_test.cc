#include "generator/config/rules.h"

#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

const char* const site = R"(site.title = "T"
site.base_url = "https://example.org/"
[vocabularies.v]
[collections.inne]
fields = { rok = { type = "integer" }, dzien = { type = "date" } }
[collections.n]
[collections.n.fields]
dzien = { type = "date" }
termin = { type = "datetime" }
kwota = { type = "money" }
ile = { type = "integer" }
tekst = { type = "text" }
tak = { type = "bool" }
co = { type = "choice", vocabulary = "v" }
inny = { type = "reference", collection = "inne" }
w = { type = "table", fields = { od = { type = "date" }, ile = { type = "decimal" }, kto = { type = "text" } } }
)";

/// What is told of a rule whose section begins on line 17 and whose settings stand on line 18 on.
std::string told_of_rule(const std::string& rule) {
  Diagnostics diagnostics;
  read_config(site + ("[[collections.n.rules]]\n" + rule), "site.toml", "", diagnostics);
  return joined(told(diagnostics));
}

/// The same of more settings of the collection, on line 17 on.
std::string told_of(const std::string& more) {
  Diagnostics diagnostics;
  read_config(site + more, "site.toml", "", diagnostics);
  return joined(told(diagnostics));
}

}  // namespace

TEST_CASE("rules that can be held are read without a word") {
  const char* const cases[] = {
      "rule = 'unique'\nfields = ['ile', 'inny.rok']",
      "rule = 'unique'\nfields = 'w.kto'",
      "rule = 'required'\nfield = 'w'",
      "rule = 'required'\nfield = 'tekst'\nwhere = { tak = true, co = ['a', '*'], ile = 1, kwota = 2.5, dzien = "
      "2026-01-01 }",
      "rule = 'required'\nfield = 'w.od'\nwhere = { kto = 'x', w.ile = 1, tekst = 'x', inny.rok = 1 }",
      "rule = 'one_of'\nfields = ['ile', 'tekst']",
      "rule = 'equal'\nfield = '@entry'\nother = 'inny'",
      "rule = 'among'\nfield = 'w.kto'\nother = '@entry.tekst'",
      "rule = 'not_before'\nfield = 'w.od'\nother = 'inny.dzien'",
      "rule = 'after'\nfield = 'termin'\nother = 'dzien'",
      "rule = 'at_most'\nfield = 'ile'\nat_most = 1",
      "rule = 'at_least'\nfield = 'kwota'\nother = 'ile'",
      "rule = 'sum'\nfield = 'w.ile'\nequals = 'ile'",
      "rule = 'sum'\nfield = 'w.ile'\nat_most_field = 'kwota'",
      "rule = 'total'\nfield = 'ile'\nat_most_total = 'inne.rok'",
      "rule = 'days'\nfrom = 'dzien'\nto = 'termin'\nat_least = 1\nat_most = 1",
      "rule = 'days'\nfrom = 'w.od'\nto = 'w.od'\nat_most = 1\nwhere = { kto = 'x' }",
      "rule = 'years'\nfrom = 'dzien'\nto = 'termin'\nyears = 3",
      "rule = 'no_overlap'\nfrom = 'dzien'\nto = 'termin'\nby = ['co', 'inny']",
      "rule = 'covers'\nfield = 'co'\ntimes = 'at_least_once'",
      "rule = 'count'\nat_least = 1",
      "rule = 'count'\nfield = 'w'\nfrom = 'w.od'\nat_most = 4\nwhere = { kto = 'x' }",
      "rule = 'not_expired'\nfield = 'dzien'\nsoon = 30",
      "rule = 'fresh'\nfield = 'dzien'\ndays = 30",
      "rule = 'has_text'\nfield = 'tekst'\nwords = 30",
  };
  for (const char* rule : cases) {
    CAPTURE(rule);
    CHECK(told_of_rule(rule) == "");
  }
}

TEST_CASE("a rule that could not be held is told at its place, with what was meant") {
  struct Case {
    const char* rule;
    const char* told;
  };
  const Case cases[] = {
      {"field = 'ile'", "site.toml:17:1+23 E0104"},
      {"rule = 'requird'", "site.toml:18:8+9 E0106 (required)"},
      {"rule = 'required'", "site.toml:17:1+23 E0104"},
      {"rule = 'required'\nfield = 1", "site.toml:19:9+1 E0105"},
      {"rule = 'required'\nfield = 'ile'\nfrom = 'dzien'", "site.toml:20:1+4 E0103"},
      {"rule = 'required'\nfiel = 'ile'", "site.toml:17:1+23 E0104\nsite.toml:19:1+4 E0103 (field)"},
      {"rule = 'required'\nfield = 'tekts'", "site.toml:19:9+7 E0112 (tekst)"},
      {"rule = 'required'\nfield = ''", "site.toml:19:9+2 E0112 (w)"},
      {"rule = 'required'\nfield = 'tekst.x'", "site.toml:19:9+9 E0112"},
      {"rule = 'required'\nfield = 'inny.rk'", "site.toml:19:9+9 E0112 (rok)"},
      {"rule = 'required'\nfield = 'w.kot'", "site.toml:19:9+7 E0112 (kto)"},
      {"rule = 'required'\nfield = 'inny.@entry'", "site.toml:19:9+13 E0112"},
      {"rule = 'unique'\nfields = []", "site.toml:19:10+2 E0106"},
      {"rule = 'equal'\nfield = 'w.kto'\nother = 'kto'", "site.toml:20:9+5 E0112"},
      {"rule = 'not_before'\nfield = 'ile'\nother = 'dzien'", "site.toml:19:9+5 E0106"},
      {"rule = 'after'\nfield = 'dzien'\nother = '@entry'", "site.toml:20:9+8 E0106"},
      {"rule = 'at_most'\nfield = 'tekst'\nat_most = 1", "site.toml:19:9+7 E0106"},
      {"rule = 'at_most'\nfield = 'ile'", "site.toml:17:1+23 E0104"},
      {"rule = 'at_most'\nfield = 'ile'\nother = 'kwota'\nat_most = 1", "site.toml:21:11+1 E0106"},
      {"rule = 'at_least'\nfield = 'ile'\nat_most = 1", "site.toml:17:1+23 E0104\nsite.toml:20:1+7 E0103"},
      {"rule = 'sum'\nfield = 'ile'", "site.toml:17:1+23 E0104"},
      {"rule = 'sum'\nfield = 'ile'\nequals = 'tekst'", "site.toml:20:10+7 E0106"},
      {"rule = 'total'\nfield = 'ile'\nat_most_total = 'ine.rok'", "site.toml:20:17+9 E0112 (inne)"},
      {"rule = 'total'\nfield = 'ile'\nat_most_total = 'inne'", "site.toml:20:17+6 E0106"},
      {"rule = 'total'\nfield = 'ile'\nat_most_total = 'inne.dzien'", "site.toml:20:17+12 E0106"},
      {"rule = 'days'\nfrom = 'dzien'\nto = 'termin'", "site.toml:17:1+23 E0104"},
      {"rule = 'days'\nfrom = 'dzien'\nto = 'termin'\nat_least = 2\nat_most = 1", "site.toml:21:12+1 E0106"},
      {"rule = 'days'\nfrom = 'dzien'\nto = 'ile'\nat_least = 2", "site.toml:20:6+5 E0106"},
      {"rule = 'years'\nfrom = 'dzien'\nto = 'termin'\nyears = 0", "site.toml:21:9+1 E0208"},
      {"rule = 'covers'\nfield = 'tekst'", "site.toml:19:9+7 E0106"},
      {"rule = 'covers'\nfield = 'co'\ntimes = 'onc'", "site.toml:20:9+5 E0106 (once)"},
      {"rule = 'count'", "site.toml:17:1+23 E0104"},
      {"rule = 'fresh'\nfield = 'dzien'", "site.toml:17:1+23 E0104"},
      {"rule = 'required'\nfield = 'ile'\nwhere = { tak = 'tru' }", "site.toml:20:11+3 E0106 (true)"},
      {"rule = 'required'\nfield = 'ile'\nwhere = { teskt = 'x' }", "site.toml:20:11+5 E0112 (tekst)"},
      {"rule = 'required'\nfield = 'ile'\nwhere = { kto = 'x' }", "site.toml:20:11+3 E0112"},
      {"rule = 'required'\nfield = 'ile'\nwhere = { tekst = [] }", "site.toml:20:19+2 E0105"},
      {"rule = 'required'\nfield = 'ile'\nwhere = { tekst = '' }", "site.toml:20:19+2 E0105"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rule);
    CHECK(told_of_rule(each.rule) == each.told);
  }
}

TEST_CASE("a rule that lacks something is not held") {
  Diagnostics diagnostics;
  const Config config = read_config(site + std::string("[[collections.n.rules]]\nrule = 'unique'\nfields = []\n"
                                                       "[[collections.n.rules]]\nrule = 'sum'\nfield = 'ile'\n"
                                                       "[[collections.n.rules]]\nrule = 'count'\nat_least = 1\n"),
                                    "site.toml", "", diagnostics);
  REQUIRE(config.collection("n")->rules.size() == 1);
  CHECK(config.collection("n")->rules[0].kind == RuleKind::count);
  CHECK(name_of(RuleKind::count) == "count");
  CHECK(name_of(RuleKind::has_text) == "has_text");
}

TEST_CASE("states follow from dates and histories that are there") {
  struct Case {
    const char* settings;
    const char* told;
  };
  const std::string field = "[collections.n.fields.stan]\ntype = 'choice'\nvocabulary = 'v'\n";  // settings: line 20
  const Case cases[] = {
      {"states = [{ state = 'a' }, { state = 'b', from = ['termin', 'date'], needs = 'tekst' }]\noverrides = [{ state "
       "= 'c' }]",
       ""},
      {"history = { table = 'w', from = 'od', to = 'od', value = 'kto', holds = 'a', otherwise = 'b' }", ""},
      {"states = [{ state = 'b', from = 'termn' }]", "site.toml:20:10+33 E0112 (termin)"},
      {"states = [{ state = 'b', from = 'ile' }]", "site.toml:20:10+31 E0106"},
      {"states = [{ state = 'b', needs = 'teskt' }]", "site.toml:20:10+34 E0112 (tekst)"},
      {"states = [{ from = 'termin' }]", "site.toml:20:11+19 E0104"},
      {"states = [{ state = 'b', from = 'dzien', after = 'termin' }]", "site.toml:20:50+8 E0106"},
      {"overrides = [{ state = 'c' }]", "site.toml:20:13+17 E0104"},
      {"history = { table = 'ww', from = 'od', to = 'od', value = 'kto', holds = 'a', otherwise = 'b' }",
       "site.toml:20:11+85 E0112 (w)"},
      {"history = { table = 'w', from = 'date', to = 'od', value = 'kto', holds = 'a', otherwise = 'b' }",
       "site.toml:20:11+86 E0112"},
      {"history = { table = 'w', from = 'od', to = 'kto', value = 'od', holds = 'a', otherwise = 'b' }",
       "site.toml:20:11+84 E0106\nsite.toml:20:11+84 E0106"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    CHECK(told_of(field + each.settings) == each.told);
  }
  CHECK(told_of("[collections.n.fields.stan]\ntype = 'text'\nstates = [{ state = 'b', from = 'dzien' }]") ==
        "site.toml:19:10+33 E0115");
  CHECK(told_of("[collections.n.fields.x]\ntype = 'table'\n[collections.n.fields.x.fields.stan]\ntype = 'choice'\n"
                "vocabulary = 'v'\nstates = [{ state = 'b', from = 'dzien' }]") == "site.toml:22:10+33 E0115");
}

TEST_CASE("common fields are fields of every collection that does not decline them") {
  Diagnostics diagnostics;
  const Config config = read_config(R"(site.title = "T"
site.base_url = "https://example.org/"
[common_fields]
zrodlo = { type = "text" }
ile = { type = "text" }
[collections.a]
fields = { ile = { type = "integer" } }
[collections.b]
common = false
[collections.c]
open = true
[collections.d]
open = true
common = true
sort = "zrodlo"
)",
                                    "site.toml", "", diagnostics);
  CHECK(joined(told(diagnostics)) == "");
  const auto names = [&](const char* collection) {
    std::string out;
    for (const Field& field : config.collection(collection)->schema.fields) {
      out += field.name + " " + std::string(name_of(field.type)) + ", ";
    }
    return out;
  };
  CHECK(names("a") == "ile integer, zrodlo text, ");
  CHECK(names("b") == "");
  CHECK(names("c") == "");
  CHECK(names("d") == "zrodlo text, ile text, ");
}

TEST_CASE("a common field has no name of a built-in key, and no role that a collection has given") {
  CHECK(told_of("[common_fields]\ndate = { type = 'date' }") == "site.toml:18:1+4 E0116");
  CHECK(told_of("[common_fields]\nx = { type = 'date', role = 'date' }\n[collections.m]\nfields = { y = { type = "
                "'date', role = 'date' } }") == "site.toml:18:29+6 E0106");
}

TEST_CASE("a collection is sorted by several fields, each in its direction") {
  Diagnostics diagnostics;
  const Config config = read_config(
      "site.title = 'T'\nsite.base_url = 'https://example.org/'\n[collections.n]\nsort = "
      "['ile', '-date', '~dzien', 'title']\nfields = { ile = { type = 'integer' }, dzien = "
      "{ type = 'date' } }",
      "site.toml", "", diagnostics);
  REQUIRE(joined(told(diagnostics)) == "");
  const auto& sort = config.collection("n")->sort;
  REQUIRE(sort.size() == 4);
  CHECK(sort[0].field == "ile");
  CHECK(sort[0].direction == SortDirection::ascending);
  CHECK(sort[1].key == SortKey::date);
  CHECK(sort[1].direction == SortDirection::descending);
  CHECK(sort[2].direction == SortDirection::nearest);
  CHECK(sort[3].key == SortKey::title);
}

TEST_CASE("an order that is none is told") {
  struct Case {
    const char* sort;
    const char* told;
  };
  const Case cases[] = {
      {"'ila'", "site.toml:4:8+5 E0106 (ile)"},  {"['-ila']", "site.toml:4:8+8 E0106 (-ile)"},
      {"'~ile'", "site.toml:4:8+6 E0106 (ile)"}, {"'~title'", "site.toml:4:8+8 E0106 (title)"},
      {"[]", "site.toml:4:8+2 E0106"},           {"5", "site.toml:4:8+1 E0105"},
      {"['ile', 5]", "site.toml:4:16+1 E0105"},  {"'~'", "site.toml:4:8+3 E0106"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.sort);
    Diagnostics diagnostics;
    const Config config = read_config(
        "site.title = 'T'\nsite.base_url = 'https://example.org/'\n[collections.n]\nsort = " + std::string(each.sort) +
            "\nfields = { ile = { type = 'integer' } }",
        "site.toml", "", diagnostics);
    CHECK(joined(told(diagnostics)) == each.told);
    CHECK_FALSE(config.collection("n")->sort.empty());
  }
}

}  // namespace kronika
