#include "generator/core/yaml_mistakes.h"

#include <doctest/doctest.h>

#include "generator/core/raw.h"
#include "generator/core/report.h"
#include "tests/config/told.h"

namespace kronika {

TEST_CASE("a mistake of YAML is told where it was made, in words for people") {
  struct Row {
    const char* text;
    const char* told;
    const char* polish;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a: [x, y\nb: 1\n", "a.md:2:4+1 E0102", "zakończ ją znakiem ]"},
           {"a: 1\nb: {c: [1], d\ne: 1\n", "a.md:3:4+1 E0102", "znakiem }"},
           {"a: \"żółw\nb: 1\n", "a.md:2:4+1 E0102", "takim cudzysłowem"},
           {"a: 'it''s\nb: 1\n", "a.md:2:4+1 E0102", "takim cudzysłowem"},
           {"a: x: y\n", "a.md:2:5+1 E0102", "umieść w cudzysłowie"},
           {"a: x\nzły wiersz\nb: 1\n", "a.md:3:1+1 E0102", "jeden klucz z dwukropkiem"},
           {"a: @x\n", "a.md:2:4+1 E0102", "umieść ją w cudzysłowie"},
           {"a: *x\n", "a.md:2:4+1 E0102", "znakiem *"},
       }) {
    CAPTURE(row.text);
    Diagnostics diagnostics;
    parse_yaml(row.text, "a.md", 2, diagnostics);
    CHECK(joined(told(diagnostics)) == row.told);
    REQUIRE(diagnostics.errors() == 1);
    const std::string polish = message(diagnostics.sorted()[0], MessageLanguage::polish);
    CAPTURE(polish);
    CHECK(polish.find(row.polish) != std::string::npos);
  }
}

TEST_CASE("texts in quotation marks that are closed are no mistakes") {
  for (const char* text : {"a: \"x \\\" y\"\n", "a: 'it''s'\n", "a: \"two\n  lines\"\nb: 1\n", "a: \"\"\n",
                           "a: >\n  \"open\n", "a: [\"x\", 'y']\n", "\"a\": 'x'\n"}) {
    CAPTURE(text);
    Diagnostics diagnostics;
    CHECK(parse_yaml(text, "a.md", 2, diagnostics));
    CHECK(joined(told(diagnostics)) == "");
  }
}

}  // namespace kronika
