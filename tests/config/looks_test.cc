// What a site says of how its entries are shown: cards, tables, filters, highlights, the home page.
#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

std::string site_with(const std::string& of_site, const std::string& of_collection, const std::string& of_field = "") {
  return "[site]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n" + of_site +
         "[vocabularies.towns]\n[collections.firms]\n" + of_collection +
         "[collections.firms.fields]\ntown = { type = \"choice\", vocabulary = \"towns\", facet = true" + of_field +
         " }\nyear = { type = \"integer\", facet = true }\nstory = { type = \"long_text\" }\n"
         "plan = { type = \"file\" }\n[collections.news]\n";
}

struct Read {
  Config config;
  std::string told;
};

Read read(const std::string& text) {
  Diagnostics diagnostics;
  Config config = read_config(text, "site.toml", "", diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

}  // namespace

TEST_CASE("cards, filters, highlights and the home page are what site.toml says") {
  const auto [config, told] = read(site_with(
      "home = [\"news\", \"firms\"]\n",
      "card_fields = [\"@date\", \"town\"]\nlist_look = \"table\"\nfilters = [\"town\"]\n", ", highlight = true"));
  REQUIRE(told == "");
  const CollectionConfig& firms = *config.collection("firms");
  CHECK(firms.card_fields == std::vector<std::string>{"@date", "town"});
  CHECK(firms.list_look == ListLook::table);
  CHECK(firms.filters == std::vector<std::string>{"town"});
  CHECK(firms.schema.find("town")->highlight);
  CHECK_FALSE(firms.schema.find("year")->highlight);
  CHECK(config.home == std::vector<std::string>{"news", "firms"});
  CHECK(config.collection("news")->list_look == ListLook::cards);
}

TEST_CASE("names that cannot be shown are told, with the nearest that can") {
  struct Row {
    const char *of_site, *of_collection, *of_field, *expected;
  };
  const Row rows[] = {
      {"", "card_fields = [\"twn\"]\n", "", "site.toml:6:15+7 E0106 (town)"},
      {"", "card_fields = [\"story\"]\n", "", "site.toml:6:15+9 E0106"},
      {"", "card_fields = [\"plan\"]\n", "", "site.toml:6:15+8 E0106"},
      {"", "list_look = \"tabel\"\n", "", "site.toml:6:13+7 E0106 (table)"},
      {"", "list_look = \"table\"\n", "", "site.toml:6:13+7 E0106"},
      {"", "filters = [\"year\"]\n", "", "site.toml:6:11+8 E0106"},
      {"", "filters = [\"tow\"]\n", "", "site.toml:6:11+7 E0106 (town)"},
      {"home = [\"firm\"]\n", "", "", "site.toml:4:8+8 E0112 (firms)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.of_site);
    CAPTURE(row.of_collection);
    CHECK(read(site_with(row.of_site, row.of_collection, row.of_field)).told == std::string(row.expected));
  }
}

TEST_CASE("only what fits into a line can be a highlight") {
  const std::string site = "[site]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n[collections.firms.fields]\n";
  CHECK(read(site + "plan = { type = \"file\", highlight = true }\n").told == "");
  CHECK(read(site + "story = { type = \"long_text\", highlight = true }\n").told == "site.toml:5:43+4 E0115");
}

}  // namespace kronika
