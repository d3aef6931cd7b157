#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

TEST_CASE("a position lies in the area of its field, and two numbers the wrong way round are seen") {
  struct Case {
    const char* position;
    const char* told;
  };
  const Case cases[] = {
      {"{ lat = 50.5, lon = 20.5 }", ""},
      {"{ lat = 50, lon = 19.5 }", ""},
      {"{ lat = 54.3, lon = 18.6 }", "content/firms/a.md:3:8+26 E0206"},
      {"{ lat = 20.5, lon = 50.5 }", "content/firms/a.md:3:8+26 E0206 ({ lat = 50.5, lon = 20.5 })"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.position);
    const TestSite site(
        {{"site.toml", site_toml("[collections.firms.fields]\nspot = { type = \"position\", within = { "
                                 "south = 50, west = 19.5, north = 51.5, east = 22 } }\n")},
         {"content/firms/a.md", std::string("+++\ntitle = \"A\"\nspot = ") + each.position + "\n+++\n"}});
    CHECK(site.told() == each.told);
  }
}

TEST_CASE("an area that has no inside is a mistake of site.toml") {
  Diagnostics diagnostics;
  read_config(
      site_toml("[collections.firms.fields]\nspot = { type = \"position\", within = { south = 52, north = 51 } }\n"
                "name = { type = \"text\", within = { south = 1 } }\n"),
      "site.toml", "", diagnostics);
  const auto lines = told(diagnostics);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find("E0106") != std::string::npos);
  CHECK(lines[1].find("E0115") != std::string::npos);
}

}  // namespace
}  // namespace kronika
