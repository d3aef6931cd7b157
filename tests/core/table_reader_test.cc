#include "generator/core/table_reader.h"

#include <doctest/doctest.h>

#include "tests/config/told.h"

namespace kronika {
namespace {

struct Reading {
  explicit Reading(std::string_view text)
      : table(parse_toml(text, "site.toml", 1, diagnostics).value()), reader(table, "site.toml", "x", diagnostics) {}
  std::string said() const { return joined(told(diagnostics)); }

  Diagnostics diagnostics;
  RawTable table;
  TableReader reader;
};

}  // namespace

TEST_CASE("values of the right type are read") {
  Reading r("t = 'a'\nb = true\ni = 5\nn = 2\nd = 1.5\nl = ['x', 'y']\ns = { k = 1 }\ns2 = [{ k = 1 }, { k = 2 }]\n");
  CHECK(r.reader.text("t") == "a");
  CHECK(r.reader.required_text("t") == "a");
  CHECK(r.reader.yes_no("b") == true);
  CHECK(r.reader.integer("i", 1, 5) == 5);
  CHECK(r.reader.number("n") == 2.0);
  CHECK(r.reader.number("d") == 1.5);
  CHECK(r.reader.texts("l") == std::vector<std::string>{"x", "y"});
  CHECK(r.reader.table("s")->find("k"));
  CHECK(r.reader.tables("s2").size() == 2);
  r.reader.finish();
  CHECK(r.said().empty());
}

TEST_CASE("keys that are not there give nothing and no message, unless they are required") {
  Reading r("");
  CHECK_FALSE(r.reader.text("t"));
  CHECK_FALSE(r.reader.yes_no("b"));
  CHECK_FALSE(r.reader.integer("i", 0, 9));
  CHECK_FALSE(r.reader.number("n"));
  CHECK_FALSE(r.reader.texts("l"));
  CHECK_FALSE(r.reader.table("s"));
  CHECK(r.reader.tables("a").empty());
  CHECK(r.said().empty());
  CHECK(r.reader.required_text("title").empty());
  CHECK(r.said() == "site.toml:1:1+1 E0104");
}

TEST_CASE("every value of a wrong type is told at its own place") {
  Reading r("t = 1\nb = 'yes'\ni = 1.5\nn = 'x'\nl = ['x', 2]\nl2 = 'x'\ns = []\ns2 = [1]\n");
  CHECK_FALSE(r.reader.text("t"));
  CHECK_FALSE(r.reader.yes_no("b"));
  CHECK_FALSE(r.reader.integer("i", 0, 9));
  CHECK_FALSE(r.reader.number("n"));
  CHECK(r.reader.texts("l") == std::vector<std::string>{"x"});
  CHECK_FALSE(r.reader.texts("l2"));
  CHECK_FALSE(r.reader.table("s"));
  CHECK(r.reader.tables("s2").empty());
  CHECK(r.said() ==
        "site.toml:1:5+1 E0105\nsite.toml:2:5+5 E0105\nsite.toml:3:5+3 E0105\nsite.toml:4:5+3 E0105\n"
        "site.toml:5:11+1 E0105\nsite.toml:6:6+3 E0105\nsite.toml:7:5+2 E0105\nsite.toml:8:7+1 E0105");
}

TEST_CASE("a number out of its range is told") {
  for (const char* text : {"i = 0", "i = 6"}) {
    Reading r(text);
    CHECK_FALSE(r.reader.integer("i", 1, 5));
    CHECK(r.said() == "site.toml:1:5+1 E0208");
  }
}

TEST_CASE("unknown keys are told with the nearest known one") {
  Reading r("titel = 'a'\nbanana = 1\n");
  r.reader.text("title");
  r.reader.text("summary");
  r.reader.finish();
  CHECK(r.said() == "site.toml:1:1+5 E0103 (title)\nsite.toml:2:1+6 E0103");
}

}  // namespace kronika
