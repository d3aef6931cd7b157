#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

struct Reading {
  Config config;
  std::string told;
};

Reading read(const std::string& toml) {
  Diagnostics diagnostics;
  Config config = read_config("site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n" + toml, "site.toml", "",
                              diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

}  // namespace

TEST_CASE("the folder of data is an address") {
  CHECK(read("").config.data_path.path() == "/data/");
  CHECK(read("site.data_path = \"/dane/otwarte/\"\n").config.data_path.path() == "/dane/otwarte/");
  for (const char* bad : {"dane", "/dane", "/", "", "/a//b/"}) {
    CAPTURE(bad);
    const auto [config, told] = read("site.data_path = \"" + std::string(bad) + "\"\n");
    CHECK(told == "site.toml:3:18+" + std::to_string(std::string(bad).size() + 2) + " E0106 (/data/)");
    CHECK(config.data_path.path() == "/data/");
  }
}

TEST_CASE("a collection's map counts by a choice") {
  const std::string fields =
      "[vocabularies.v]\n[collections.c.fields]\none = { type = \"choice\", vocabulary = \"v\" }\n"
      "many = { type = \"list\", of = \"choice\", vocabulary = \"v\" }\ntext = { type = \"text\" }\n";
  struct Case {
    const char* map;
    const char* told;
  };
  const Case cases[] = {
      {"one", ""}, {"many", ""}, {"text", "site.toml:9:7+6 E0106"}, {"oen", "site.toml:9:7+5 E0106 (one)"}};
  for (const Case& c : cases) {
    const auto [config, told] = read(fields + "[collections.c]\nmap = \"" + c.map + "\"\n");
    CHECK(told == c.told);
    CHECK(config.collections[0].map == (*c.told ? "" : c.map));
  }
}

}  // namespace kronika
