#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

struct Reading {
  Config config;
  std::string told;
};

/// A site.toml with `section` from line 3 on.
Reading read(const std::string& section) {
  Diagnostics diagnostics;
  Config config = read_config("site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n" + section, "site.toml",
                              "", diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

}  // namespace

TEST_CASE("a table has a title and the fields of its columns, in their order") {
  const auto [config, told] = read(
      "[tables.gminy-2026]\ntitle = { pl = \"Gminy\", en = \"Municipalities\" }\n[tables.gminy-2026.fields]\n"
      "teryt = { type = \"teryt\", required = true, unique = true, hidden = true }\n"
      "ludnosc = { type = \"integer\", min = 0, max = 9, default = 1, label = \"Ludność\" }\n"
      "nazwy = { type = \"list\", of = \"text\" }\n[tables.b.fields]\nx = { type = \"money\" }\n");
  CHECK(told == "");
  REQUIRE(config.tables.size() == 2);
  const TableConfig* table = config.table("gminy-2026");
  REQUIRE(table);
  CHECK(table->title.in("en") == "Municipalities");
  REQUIRE(table->fields.fields.size() == 3);
  CHECK(table->fields.fields[1].label.in("pl") == "Ludność");
  CHECK(table->fields.fields[0].unique);
  CHECK(config.table("b")->title.in("pl") == "b");
  CHECK(config.table("c") == nullptr);
}

TEST_CASE("a table's section that does not fit is told at its place") {
  struct Case {
    const char* section;
    const char* told;
  };
  const Case cases[] = {
      {"[tables]\nt = 5", "site.toml:4:1+1 E0106"},
      {"[tables.Gminy.fields]\nx = { type = \"text\" }", "site.toml:3:9+5 E0106"},
      {"[tables.\"a b\".fields]\nx = { type = \"text\" }", "site.toml:3:9+5 E0106"},
      {"[tables.t]\ntitle = \"T\"", "site.toml:3:9+1 E0104"},
      {"[tables.t]\nfields = 5", "site.toml:4:10+1 E0105"},
      {"[tables.t]\nfields = {}", "site.toml:3:9+1 E0104"},
      {"[tables.t]\ntitel = \"T\"\nfields = { x = { type = \"text\" } }", "site.toml:4:1+5 E0103 (title)"},
      {"[tables.t.fields]\nx = { type = \"txt\" }", "site.toml:4:14+5 E0106 (text)"},
      {"[tables.t.fields]\nx = { type = \"choice\", vocabulary = \"v\" }", "site.toml:4:37+3 E0112"},
      {"[vocabularies.t]\n[tables.t.fields]\nx = { type = \"text\" }", "site.toml:4:9+1 E0106"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.section);
    CHECK(read(c.section).told == c.told);
  }
}

TEST_CASE("a column that only a page can give a meaning is told at its place") {
  struct Case {
    const char* column;
    const char* told;
  };
  const Case cases[] = {
      {"type = \"markdown\"", "site.toml:4:14+10 E0106"},
      {"type = \"file\"", "site.toml:4:14+6 E0106"},
      {"type = \"data\"", "site.toml:4:14+6 E0106"},
      {"type = \"reference\", collection = \"n\"", "site.toml:4:14+11 E0106"},
      {"type = \"table\", fields = { y = { type = \"text\" } }", "site.toml:4:14+7 E0106"},
      {"type = \"list\", of = \"image\"", "site.toml:4:27+7 E0106"},
      {"type = \"text\", facet = true", "site.toml:4:30+4 E0106"},
      {"type = \"date\", role = \"date\"", "site.toml:4:29+6 E0106"},
      {"type = \"text\", min = 1", "site.toml:4:28+1 E0115"},
      {"type = \"bool\", unique = true", "site.toml:4:31+4 E0115"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.column);
    const std::string section = std::string("[tables.t.fields]\nx = { ") + c.column + " }\n[collections.n]\n";
    CHECK(read(section).told == c.told);
  }
}

TEST_CASE("a list of whole tables is no type") {
  CHECK(read("[collections.n.fields]\nx = { type = \"list\", of = \"data\" }\n").told == "site.toml:4:27+6 E0106");
}

}  // namespace kronika
