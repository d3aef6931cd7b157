#include "generator/config/catalogue.h"

#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

const std::string whole_catalogue = "title = \"Dane\"\ndescription = \"Opis\"\n";
const std::string whole_dataset =
    "id = \"rejestr\"\ntitle = { pl = \"Rejestr\", en = \"Register\" }\ndescription = \"Kto\"\nfrequency = "
    "\"everyHalfYear\"\ncategories = [\"SOCI\", \"ECON\"]\ntags = { pl = [\"a\"], en = [\"b\", \"c\"] }\n";

struct Read {
  Config config;
  std::string told;
};

/// [catalogue] begins on line 5 and has `catalogue`; the dataset of the collection `c` stands at the end.
Read read(const std::string& catalogue, const std::string& dataset, const std::string& more = "") {
  Diagnostics diagnostics;
  Config config = read_config(
      "site.title = \"T\"\nsite.base_url = \"https://example.org/\"\nsite.data_licence = \"CC BY "
      "4.0\"\npublisher.name = \"Office\"\n[catalogue]\n" +
          catalogue + "[collections.c]\nexports = [\"csv\", \"atom\"]\n[collections.c.dataset]\n" + dataset + more,
      "site.toml", "", diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

std::string without(const std::string& line) {
  std::string out = whole_dataset;
  const auto at = out.find(line);
  REQUIRE(at != std::string::npos);
  return out.erase(at, out.find('\n', at) + 1 - at);
}

}  // namespace

TEST_CASE("a catalogue has an address, texts and the licence of the site's data; a collection is a dataset") {
  const Read result = read(whole_catalogue, whole_dataset + "regions = [\"26\", \"2601011\"]\nhigh_value = true\n");
  CHECK(result.told == "");
  CHECK(result.config.catalogue->url.path() == "/data-catalogue/");
  CHECK(result.config.catalogue->licence == "CC-BY-4.0");
  const DatasetConfig& dataset = *result.config.collections[0].dataset;
  CHECK(dataset.id == "rejestr");
  CHECK(dataset.frequency->eu == "ANNUAL_2");
  CHECK(dataset.categories == std::vector<std::string>{"SOCI", "ECON"});
  CHECK(dataset.tags.at("en") == std::vector<std::string>{"b", "c"});
  CHECK(dataset.regions.size() == 2);
  CHECK(dataset.high_value == true);
  CHECK_FALSE(dataset.research);
}

TEST_CASE("mistakes in the catalogue are told at their place") {
  struct Case {
    std::string settings;
    const char* told;
  };
  const Case cases[] = {
      {"", "site.toml:5:1+11 E0104"},
      {whole_catalogue + "url = \"/dane\"\n", "site.toml:8:7+7 E0106 (/data-catalogue/)"},
      {whole_catalogue + "licence = \"CC BY\"\n", "site.toml:8:11+7 E0106"},
      {whole_catalogue + "availability = \"remot\"\n", "site.toml:8:16+7 E0106 (remote)"},
      {whole_catalogue + "lisence = \"MIT\"\n", "site.toml:8:1+7 E0103 (licence)"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    CHECK(read(each.settings, whole_dataset).told.substr(0, std::string(each.told).size()) == each.told);
  }
}

TEST_CASE("a dataset lacks nothing, and nothing in it is too long or unknown") {
  struct Case {
    std::string settings;
    const char* told;
  };
  // The dataset's section is on line 10, its first setting on line 11.
  const Case cases[] = {
      {without("id ="), "site.toml:10:1+23 E0104"},
      {without("title ="), "site.toml:10:1+23 E0104"},
      {without("frequency ="), "site.toml:10:1+23 E0104"},
      {without("categories ="), "site.toml:10:1+23 E0104"},
      {without("tags ="), "site.toml:10:1+23 E0104"},
      {without("id =") + "id = \"" + std::string(36, 'x') + "\"\n", ""},
      {without("id =") + "id = \"" + std::string(37, 'x') + "\"\n", "site.toml:16:6+39 E0106"},
      {without("id =") + "id = \"ą\"\n", "site.toml:16:6+3 E0106"},
      {without("title =") + "title = \"" + std::string(300, 'x') + "\"\n", ""},
      {without("title =") + "title = \"" + std::string(301, 'x') + "\"\n", "site.toml:16:9+303 E0106"},
      {without("title =") + "title = { en = \"Register\" }\n", "site.toml:16:9+19 E0106"},
      {without("description =") + "description = { pl = \"a\", en = \"" + std::string(1001, 'x') + "\" }\n",
       "site.toml:16:15+1022 E0106"},
      {without("frequency =") + "frequency = \"yearli\"\n", "site.toml:16:13+8 E0106 (yearly)"},
      {without("categories =") + "categories = [\"SOCY\"]\n", "site.toml:16:14+8 E0106 (SOCI)"},
      {without("categories =") + "categories = []\n", "site.toml:16:14+2 E0106"},
      {without("tags =") + "tags = { uk = [\"a\"] }\n", "site.toml:16:8+14 E0106"},
      {without("tags =") + "tags = {}\n", "site.toml:16:8+2 E0106"},
      {whole_dataset + "regions = [\"260\"]\n", "site.toml:17:11+7 E0106"},
      {whole_dataset + "colour = 1\n", "site.toml:17:1+6 E0103"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    const std::string said = read(whole_catalogue, each.settings).told;
    CHECK(said.substr(0, said.find('\n')) == each.told);
  }
}

TEST_CASE("a dataset needs a catalogue, a file and an identifier of its own; a catalogue a publisher and a licence") {
  const std::string again = "[collections.d]\nexports = [\"atom\"]\n[collections.d.dataset]\n" + whole_dataset;
  CHECK(read(whole_catalogue, whole_dataset, again).told == "site.toml:19:1+23 E0106\nsite.toml:19:1+23 E0106");
  Diagnostics diagnostics;
  read_config("site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n[catalogue]\n" + whole_catalogue,
              "site.toml", "", diagnostics);
  CHECK(joined(told(diagnostics)) == "site.toml:3:1+11 E0104\nsite.toml:3:1+11 E0104");
  Diagnostics without_catalogue;
  read_config(
      "site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n[collections.c]\nexports = "
      "[\"csv\"]\n[collections.c.dataset]\n" +
          whole_dataset,
      "site.toml", "", without_catalogue);
  CHECK(joined(told(without_catalogue)) == "site.toml:5:1+23 E0104");
}

TEST_CASE("a text is written in a language, or for all") {
  const LocalText all{"a", {}}, each{"", {{"pl", "p"}, {"en", "e"}}};
  CHECK(written_in(all, "pl", ForAll::counts) == "a");
  CHECK(written_in(all, "en", ForAll::does_not_count) == "");
  CHECK(written_in(each, "en", ForAll::does_not_count) == "e");
  CHECK(written_in(each, "uk", ForAll::counts) == "");
}

}  // namespace kronika
