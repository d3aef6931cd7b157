#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

TestSite::SourceFiles with(const std::string& file, const std::string& bytes, const std::string& more = "") {
  return {{"site.toml", site_toml("[vocabularies.v]\n" + more)}, {"content/_data/" + file, bytes}};
}

std::string tiles(const TestSite& site) {
  std::string out;
  for (const Term& term : site.model.vocabulary("v")->terms) {
    if (!term.tile) continue;
    out += term.value + ":" + std::to_string(term.tile->row) + "," + std::to_string(term.tile->column) + "," +
           term.tile->label + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("terms say where their tiles stand, in TOML and in CSV") {
  const TestSite toml(with("v.toml",
                           "[a]\ntile_row = 1\ntile_column = \"2\"\ntile_label = \"A.\"\n[b]\ntile_row = 12\n"
                           "tile_column = 1\n[c]\nlabel = \"C\"\n"));
  CHECK(toml.told() == "");
  CHECK(tiles(toml) == "a:1,2,A. b:12,1, ");
  CHECK(toml.model.vocabulary("v")->has_tiles());
  const TestSite csv(with("v.csv", "value;label;tile_row;tile_column;tile_label\na;A;2;3;Aa\nb;B;;;\n"));
  CHECK(csv.told() == "");
  CHECK(tiles(csv) == "a:2,3,Aa ");
  CHECK_FALSE(TestSite(with("v.toml", "a = \"A\"\n")).model.vocabulary("v")->has_tiles());
}

TEST_CASE("mistakes in tiles are told at their terms") {
  struct Case {
    const char* bytes;
    const char* told;
  };
  const Case cases[] = {
      {"[a]\ntile_row = 1\ntile_column = 1\n[b]\ntile_row = 1\ntile_column = 1\n", "content/_data/v.toml:4:2+1 E0120"},
      {"[a]\ntile_row = 1\n", "content/_data/v.toml:1:2+1 E0204"},
      {"[a]\ntile_column = 1\n", "content/_data/v.toml:1:2+1 E0204"},
      {"[a]\ntile_row = 0\ntile_column = 13\n", "content/_data/v.toml:1:2+1 E0206\ncontent/_data/v.toml:1:2+1 E0206"},
      {"[a]\ntile_row = \"1x\"\ntile_column = 1\n", "content/_data/v.toml:1:2+1 E0206"}};
  for (const Case& c : cases) CHECK(TestSite(with("v.toml", c.bytes)).told() == c.told);
}

TEST_CASE("a map above a list needs a vocabulary with tiles") {
  const std::string list =
      "[collections.n]\nmap = \"p\"\n[collections.n.fields]\np = { type = \"choice\", vocabulary = \"v\" }\n";
  CHECK(TestSite(with("v.toml", "[a]\ntile_row = 1\ntile_column = 1\n", list)).told() == "");
  CHECK(TestSite(with("v.toml", "a = \"A\"\n", list)).told() == "site.toml:9:7+3 E0106");
}

}  // namespace kronika
