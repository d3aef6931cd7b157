#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

const std::string settings =
    "[vocabularies.projects]\ntitle = \"P\"\n[common_fields]\nproject = { type = \"choice\", vocabulary = \"projects\" "
    "}\nsample = { type = \"bool\", role = \"example\" }\n[funding]\nfield = \"project\"\ndefault = \"a\"\n"
    "[funding.marks]\neu = { image = \"eu.svg\", label = \"U\", width = 30, height = 20, eu_flag = true }\n"
    "pl = { image = \"pl.svg\", label = \"P\", width = 32, height = 20 }\n"
    "fe = { image = \"fe.svg\", label = \"F\", width = 45, height = 30 }\n";
const std::string label = "[a]\nlabel = \"Roads\"\n";
const std::string amounts = "value = \"1 000 zł\"\neu_share = \"850 zł\"\n";
const std::string good_marks = "marks = [\"fe\", \"eu\"]\n";

TestSite site_with(const std::string& toml) {
  return TestSite({{"site.toml", site_toml(settings)}, {"content/_data/projects.toml", toml}});
}

}  // namespace

TEST_CASE("a term with a title, amounts and marks is a project") {
  const TestSite site = site_with(label + amounts + good_marks + "programme = \"Fund\"\nsample = true\n");
  CHECK(site.told() == "");
  const FundedProject* project = site.model.project("a");
  REQUIRE(project);
  CHECK(project->title.in("pl") == "Roads");
  CHECK(project->programme == "Fund");
  CHECK(project->value.minor == 100000);
  CHECK(project->eu_share.minor == 85000);
  REQUIRE(project->marks.size() == 2);
  CHECK(project->marks[1]->name == "eu");
  CHECK(project->example);
  CHECK_FALSE(site.model.project("b"));
}

TEST_CASE("projects are kept in TOML, since in a spreadsheet the column value is the key") {
  const TestSite site({{"site.toml", site_toml(settings)}, {"content/_data/projects.csv", "value;label\na;Roads\n"}});
  CHECK(site.told() == "site.toml:13:9+9 E0106");
}

TEST_CASE("what a strip must not be is told at the term's line") {
  struct Case {
    std::string toml;
    const char* told;
  };
  const std::string file = "content/_data/projects.toml:";
  const Case cases[] = {
      {"[a]\n" + amounts + good_marks, "1:2+1 E0204"},
      {label + good_marks, "1:2+1 E0204"},
      {label + "value = \"1 000 zł\"\n" + good_marks, "1:2+1 E0204"},
      {label + "value = \"a lot\"\neu_share = \"850 zł\"\n" + good_marks, "3:9+7 E0206"},
      {label + "value = 1000\neu_share = 850\n" + good_marks, ""},
      {label + "value = \"1 000 zł\"\neu_share = \"1 000,01 zł\"\n" + good_marks, "4:12+13 E0206"},
      {label + "value = \"1 000 zł\"\neu_share = \"1 000 zł\"\n" + good_marks, ""},
      {label + "value = \"1 000 zł\"\neu_share = \"850 EUR\"\n" + good_marks, "4:12+9 E0206"},
      {label + "value = \"0 zł\"\neu_share = \"0 zł\"\n" + good_marks, "3:9+6 E0206"},
      {label + amounts, "1:2+1 E0204"},
      {label + amounts + "marks = [\"eu\", \"fee\"]\n", "5:9+13 E0112 (fe)"},
      {label + amounts + "marks = [\"fe\"]\n", "5:9+6 E0206"},
      {label + amounts + "marks = [\"pl\", \"eu\"]\n", "5:9+12 E0206"},
      {label + amounts + "marks = \"fe; eu\"\n", ""},
      {label + amounts + "marks = [\"eu\", \"fe\", \"fe\", \"fe\"]\n", ""},
      {label + amounts + "marks = [\"eu\", \"fe\", \"fe\", \"fe\", \"fe\"]\n", "5:9+30 E0206"},
      {label + amounts + "marks = [1]\n", "5:9+3 E0105"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.toml);
    const std::string told = site_with(each.toml).told();
    const std::string first = told.substr(0, told.find('\n'));
    CHECK(first == (*each.told ? file + each.told : ""));
  }
}

TEST_CASE("the default project is a term") {
  const TestSite site = site_with("[b]\nlabel = \"Roads\"\n" + amounts + good_marks);
  CHECK(site.told() == "site.toml:14:11+3 E0203 (b)");
}

}  // namespace kronika
