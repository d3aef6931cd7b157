#include "generator/derived/derived.h"

#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

const std::string settings =
    "[vocabularies.areas]\n"
    "[tables.winners]\nfrom = \"contests.prizes\"\nwhere = { prize = \"first\" }\n"
    "columns = [{ field = \"@entry.year\", label = \"Rok\" }, \"who\", \"amount\"]\nsort = [\"-year\"]\n"
    "totals = [\"amount\"]\n"
    "[tables.numbers]\nrows = \"areas\"\nby = \"area\"\ntotal = true\n"
    "[[tables.numbers.columns]]\nname = \"prizes\"\ncount = [\"contests.prizes\"]\n"
    "[[tables.numbers.columns]]\nname = \"money\"\nsum = \"contests.prizes.amount\"\n"
    "[collections.firms]\n"
    "[[collections.firms.lists]]\nname = \"won\"\nlabel = \"Nagrody\"\nfrom = \"contests.prizes\"\nmatch = \"who\"\n"
    "columns = [\"@entry\", \"prize\"]\n"
    "[collections.contests.fields]\nyear = { type = \"integer\" }\n"
    "area = { type = \"choice\", vocabulary = \"areas\" }\n"
    "prizes = { type = \"table\", fields = { who = { type = \"reference\", collection = \"firms\" }, "
    "prize = { type = \"text\" }, amount = { type = \"money\" } } }\n";

SiteModel derived(const TestSite& site) {
  SiteModel model = site.model;
  fill_derived(model);
  return model;
}

const TestSite& site() {
  static const TestSite built({
      {"site.toml", site_toml(settings)},
      {"content/_data/areas.toml", "north = \"Północ\"\nsouth = \"Południe\"\n"},
      {"content/firms/a.md", "+++\ntitle = \"A\"\n+++\n"},
      {"content/firms/b.md", "+++\ntitle = \"B\"\n+++\n"},
      {"content/contests/old.md",
       "+++\ntitle = \"Old\"\nyear = 2024\narea = \"north\"\nprizes = [{ who = \"a\", prize = \"first\", amount = "
       "10.10 "
       "}, { who = \"b\", prize = \"second\", amount = 0.20 }]\n+++\n"},
      {"content/contests/new.md",
       "+++\ntitle = \"New\"\nyear = 2025\narea = \"north\"\nprizes = [{ who = \"b\", prize = \"first\", amount = 5 "
       "}]\n+++\n"},
  });
  return built;
}

/// Rows as text: cells parted by '|', rows by '/'.
std::string text(const RecordList& records, const Schema& schema) {
  std::string out;
  for (const Record& row : records.rows) {
    if (!out.empty()) out += " / ";
    for (std::size_t c = 0; c < row.values.size(); ++c) {
      out += (c > 0 ? "|" : "") + plain_value(row.values[c], schema.fields[c]);
    }
  }
  return out;
}

TEST_CASE("a derived table picks rows, sorts them and sums columns") {
  REQUIRE(site().told() == "");
  const SiteModel model = derived(site());
  const DataTable& table = *model.table("winners");
  CHECK(text(table.records, table.config->fields) == "2025|b|5.00 PLN / 2024|a|10.10 PLN");
  CHECK(table.config->fields.fields[0].label.in("pl") == "Rok");
  REQUIRE(table.totals.values.size() == 3);
  CHECK(table.totals.values[0].empty());
  CHECK(plain_value(table.totals.values[2], table.config->fields.fields[2]) == "15.10 PLN");
}

TEST_CASE("a table by the terms of a vocabulary has a row for each, counted and summed without rounding") {
  const SiteModel model = derived(site());
  const DataTable& table = *model.table("numbers");
  CHECK(text(table.records, table.config->fields) == "north|3|15.30 PLN / south|0|");
  CHECK(plain_value(table.totals.values[1], table.config->fields.fields[1]) == "3");
}

TEST_CASE("the page that a row leads to has the row; others have no table") {
  const SiteModel model = derived(site());
  const auto tables_of = [&](const char* path) { return model.page_tables[index(site().page(path).id)]; };
  const auto of_b = tables_of("content/firms/b.md");
  REQUIRE(of_b.size() == 1);
  CHECK(of_b[0].config->label.in("pl") == "Nagrody");
  CHECK(text(of_b[0].rows, of_b[0].config->schema) == "new|first / old|second");
  CHECK(tables_of("content/contests/new.md").empty());
}

TEST_CASE("a name that leads nowhere is told where it stands") {
  struct Case {
    const char* toml;
    const char* place;
    const char* code;
  };
  const Case cases[] = {
      {"[tables.x]\nfrom = \"firm\"\ncolumns = [\"@entry\"]\n", "site.toml:8:8+", "E0112"},
      {"[tables.x]\nfrom = \"firms\"\ncolumns = [\"nam\"]\n", "site.toml:9:12+", "E0112"},
      {"[tables.x]\nfrom = \"firms\"\ncolumns = [\"name\", \"name\"]\n", "site.toml:9:20+", "E0114"},
      {"[tables.x]\nfrom = \"firms\"\ncolumns = [\"name\"]\nsort = [\"nme\"]\n", "site.toml:8:8+", "E0112"},
      {"[tables.x]\nrows = \"areas\"\nby = \"name\"\n", "site.toml:8:8+", "E0112"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.toml);
    Diagnostics diagnostics;
    read_config(site_toml(std::string(each.toml) +
                          "[collections.firms]\n[collections.firms.fields]\nname = { type = \"text\" }\n"),
                "site.toml", "", diagnostics);
    const auto lines = told(diagnostics);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with(each.place));
    CHECK(lines[0].find(each.code) != std::string::npos);
  }
}

}  // namespace
}  // namespace kronika
