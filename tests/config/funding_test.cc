#include "generator/config/funding.h"

#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

const std::string ground =
    "site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n[vocabularies.projects]\ntitle = "
    "\"P\"\n[common_fields]\nproject = { type = \"choice\", vocabulary = \"projects\" }\nnote = { type = \"text\" }\n";
const std::string marks =
    "[funding.marks.eu]\nimage = \"eu.svg\"\nlabel = \"Union\"\nwidth = 30\nheight = 20\neu_flag = true\n";

struct Read {
  Config config;
  std::string told;
};

/// [funding] stands on line 8.
Read read(const std::string& funding) {
  Diagnostics diagnostics;
  Config config = read_config(ground + "[funding]\n" + funding, "site.toml", "", diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

}  // namespace

TEST_CASE("a strip knows its field, the vocabulary of that, and its marks") {
  const Read result = read("field = \"project\"\ndefault = \"main\"\n" + marks);
  CHECK(result.told == "");
  CHECK(result.config.funding->vocabulary == "projects");
  CHECK(result.config.funding->default_project == "main");
  REQUIRE(result.config.funding->mark("eu"));
  CHECK(result.config.funding->mark("eu")->eu_flag);
  CHECK_FALSE(result.config.funding->mark("pl"));
}

TEST_CASE("a mark exceeds another when it is wider at the same height") {
  struct Case {
    int width, height;
    bool exceeds;
  };
  const FundingMark flag{"eu", "eu.svg", {}, 30, 20, true, {}};
  for (const Case& each : {Case{30, 20, false}, {60, 40, false}, {31, 20, true}, {30, 19, true}, {15, 20, false}}) {
    CAPTURE(each.width);
    CHECK(FundingMark{"x", "x.svg", {}, each.width, each.height, false, {}}.exceeds(flag) == each.exceeds);
  }
}

TEST_CASE("mistakes in the strip's settings are told at their place") {
  struct Case {
    std::string settings;
    const char* told;
  };
  const Case cases[] = {
      {marks, "site.toml:8:1+9 E0104"},
      {"field = \"project\"\n", "site.toml:8:1+9 E0104"},
      {"field = \"note\"\n" + marks, "site.toml:9:9+6 E0106"},
      {"field = \"projekt\"\n" + marks, "site.toml:9:9+9 E0106 (project)"},
      {"field = \"project\"\nmarks.eu = 5\n", "site.toml:8:1+9 E0104\nsite.toml:10:12+1 E0105"},
      {"field = \"project\"\n" + marks + "[funding.marks.pl]\nimage = \"pl.svg\"\nlabel = \"P\"\nwidth = 0\n",
       "site.toml:16:1+18 E0104\nsite.toml:19:9+1 E0208"},
      {"field = \"project\"\n" + marks + "[collections.c]\n[collections.c.fields]\nproject = { type = \"text\" }\n",
       "site.toml:18:1+7 E0106"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    CHECK(read(each.settings).told == each.told);
  }
}

}  // namespace kronika
