#include "generator/theme/shape.h"

#include <doctest/doctest.h>

namespace kronika::test {

TEST_CASE("names are added as words") {
  Shape shape;
  shape.texts(" title  url ").texts("");
  CHECK(shape.children().size() == 2);
  REQUIRE(shape.find("url"));
  CHECK(shape.find("url")->kind() == Shape::Kind::text);
  CHECK(shape.find("") == nullptr);
}

TEST_CASE("a number comes with a flag for each plural form") {
  Shape shape;
  shape.numbers("total");
  CHECK(shape.find("total")->kind() == Shape::Kind::number);
  for (const char* flag : {"total_one", "total_few", "total_many", "total_other"}) {
    CAPTURE(flag);
    REQUIRE(shape.find(flag));
    CHECK(shape.find(flag)->kind() == Shape::Kind::text);
  }
}

TEST_CASE("a name added again has the later meaning") {
  Shape shape;
  shape.texts("a").add("a", Shape().texts("b"));
  CHECK(shape.find("a")->kind() == Shape::Kind::node);
}

}  // namespace kronika::test
