#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

TestSite::SourceFiles with(const std::string& file, const std::string& bytes) {
  return {{"site.toml", site_toml("[vocabularies.v]\npages = \"/v/\"\n")}, {"content/_data/" + file, bytes}};
}

}  // namespace

TEST_CASE("a vocabulary in TOML keeps the author's order, labels and further texts") {
  const TestSite site(with("v.toml",
                           "zet = \"Zet\"\n\"1.1\" = { pl = \"x\", label = { pl = \"Jeden\", en = \"One\" }, "
                           "description = \"Opis\", kod = 7 }\n[bez]\n"));
  CHECK(site.told() == "");
  const Vocabulary* vocabulary = site.model.vocabulary("v");
  REQUIRE(vocabulary);
  REQUIRE(vocabulary->terms.size() == 3);
  CHECK(vocabulary->file == "content/_data/v.toml");
  CHECK(vocabulary->terms[0].value == "zet");
  const Term* one = vocabulary->find("1.1");
  REQUIRE(one);
  CHECK(one->label.in("en") == "One");
  CHECK(one->description.in("pl") == "Opis");
  CHECK(one->slug == "1-1");
  CHECK(one->extra.at("kod") == "7");
  CHECK(vocabulary->find("bez")->label.in("pl") == "bez");
  CHECK(vocabulary->find("brak") == nullptr);
}

TEST_CASE("a vocabulary in CSV has a column for each text") {
  const TestSite site(with("v.csv",
                           "\xEF\xBB\xBFvalue;label;label_en;kod_pocztowy;description\r\nk;Kielecki;of "
                           "Kielce;25-001;\r\nb;\"Bu;ski\";;;Opis\r\n"));
  CHECK(site.told() == "");
  const Vocabulary* vocabulary = site.model.vocabulary("v");
  REQUIRE(vocabulary->terms.size() == 2);
  CHECK(vocabulary->terms[0].label.in("pl") == "Kielecki");
  CHECK(vocabulary->terms[0].label.in("en") == "of Kielce");
  CHECK(vocabulary->terms[0].extra.at("kod_pocztowy") == "25-001");
  CHECK(vocabulary->terms[1].label.in("en") == "Bu;ski");
  CHECK(vocabulary->terms[1].description.in("pl") == "Opis");
}

TEST_CASE("further keys may be lists and truths, and are kept as a cell of a spreadsheet has them") {
  const TestSite site(with("v.toml", "[a]\nmarks = [\"x\", \"y\"]\nsample = true\n"));
  CHECK(site.told() == "");
  const Term* term = site.model.vocabulary("v")->find("a");
  REQUIRE(term);
  CHECK(term->extra.at("marks") == "x;y");
  CHECK(term->extra.at("sample") == "true");
  CHECK(term->spans.at("sample").line == 3);
}

TEST_CASE("mistakes in a vocabulary are told at their places") {
  struct Case {
    const char* file;
    const char* bytes;
    const char* told;
  };
  const Case cases[] = {
      {"inny.toml", "", "site.toml:7:15+1 E0112"},
      {"v.toml", "a = 5\n", "content/_data/v.toml:1:5+1 E0105"},
      {"v.toml", "[a]\nlabel = 5\n", "content/_data/v.toml:2:9+1 E0105"},
      {"v.toml", "[a]\nkolor = []\n", "content/_data/v.toml:2:9+2 E0105"},
      {"v.toml", "a = \n", "content/_data/v.toml:1:5+1 E0101"},
      {"v.toml", "a = \"\xB3\"\n", "content/_data/v.toml:1:6+1 E0107"},
      {"v.toml", "\"+\" = \"plus\"\n", "content/_data/v.toml:1:1+3 E0211"},
      {"v.toml", "\"a b\" = \"x\"\na-b = \"y\"\n", "content/_data/v.toml:0:0+1 E0601"},
      {"v.csv", "value,label\na,A\na,B\n", "content/_data/v.csv:3:1+1 E0114"},
      {"v.csv", "value,label\n,A\n", "content/_data/v.csv:2:1+1 E0204"},
      {"v.csv", "value,label\na\n", "content/_data/v.csv:2:1+1 E0111"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(TestSite(with(c.file, c.bytes)).told() == c.told);
  }
}

}  // namespace kronika
