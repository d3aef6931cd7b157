#include "generator/config/exports.h"

#include <doctest/doctest.h>

#include "tests/config/told.h"

namespace kronika {
namespace {

struct Read {
  Config config;
  std::string told;
};

/// A collection `c` whose settings begin on line 4, with two fields after them.
Read read(const std::string& settings) {
  Diagnostics diagnostics;
  Config config = read_config("site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n[collections.c]\n" +
                                  settings + "\n[collections.c.fields]\nwhen = { type = \"date\" }\n",
                              "site.toml", "", diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

}  // namespace

TEST_CASE("a collection says what it is offered as, in whatever order, and feed is short for Atom") {
  struct Case {
    const char* settings;
    std::vector<Export> exports;
  };
  const Case cases[] = {
      {"", {}},
      {"exports = []", {}},
      {"exports = [\"vcard\", \"csv\", \"csv\"]", {Export::csv, Export::vcard}},
      {"feed = true", {Export::atom}},
      {"feed = false", {}},
      {"feed = true\nexports = [\"atom\", \"json\"]", {Export::json, Export::atom}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    const Read result = read(each.settings);
    CHECK(result.told == "");
    CHECK(result.config.collections[0].exports == each.exports);
  }
}

TEST_CASE("exports that are unknown, or that the fields cannot fill, are told at their place") {
  struct Case {
    const char* settings;
    const char* told;
  };
  const Case cases[] = {
      {"exports = [\"jsn\"]", "site.toml:4:12+5 E0106 (json)"},
      {"exports = \"csv\"", "site.toml:4:11+5 E0105"},
      {"exports = [\"ical\"]", "site.toml:4:12+6 E0106"},
      {"exports = [\"geojson\"]", "site.toml:4:12+9 E0106"},
      {"exports = [\"atom\"]\nfeed = false", "site.toml:5:8+5 E0106"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    CHECK(read(each.settings).told == each.told);
  }
}

TEST_CASE("the licence of a site's data is found in any usual spelling") {
  const auto licence = [](const std::string& setting) {
    Diagnostics diagnostics;
    const Config config = read_config("[site]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n" + setting,
                                      "site.toml", "", diagnostics);
    return config.data_licence + joined(told(diagnostics));
  };
  CHECK(licence("") == "");
  CHECK(licence("data_licence = \"cc-by 4.0\"") == "CC-BY-4.0");
  CHECK(licence("data_licence = \"CC BY 4\"") == "site.toml:4:16+9 E0106 (CC BY 4.0)");
}

}  // namespace kronika
