#include "search/gateway/conditional.h"

#include <doctest/doctest.h>

using namespace kronika;

TEST_CASE("a tag is weak, and another one for each release and query") {
  const std::string tag = entity_tag("0123456789abcdef0123456789abcdef", "q=pies");
  CHECK(tag == entity_tag("0123456789abcdef0123456789abcdef", "q=pies"));
  CHECK(tag.starts_with("W/\"0123456789abcdef-"));
  CHECK(tag.size() == std::string("W/\"0123456789abcdef-0123456789abcdef\"").size());
  CHECK(tag != entity_tag("0123456789abcdef0123456789abcdef", "q=psy"));
  CHECK(tag != entity_tag("1123456789abcdef0123456789abcdef", "q=pies"));
  CHECK(entity_tag("", "q=pies") == "");
}

TEST_CASE("If-None-Match is a list, compared weakly") {
  struct Case {
    std::string header, tag;
    bool named;
  };
  const Case cases[] = {{"", "W/\"a\"", false},
                        {"W/\"a\"", "W/\"a\"", true},
                        {"\"a\"", "W/\"a\"", true},
                        {"W/\"b\", \t W/\"a\" ", "W/\"a\"", true},
                        {"\"b\",\"a\"", "W/\"a\"", true},
                        {"*", "W/\"a\"", true},
                        {" * ", "W/\"a\"", true},
                        {"\"a", "W/\"a\"", false},
                        {"W/\"a-gzip\"", "W/\"a\"", true},
                        {"\"b\", \"a-br\"", "W/\"a\"", true},
                        {"\"ab\"", "W/\"a\"", false},
                        {"\"-gzip\"", "W/\"a\"", false},
                        {"a", "W/\"a\"", false},
                        {"w/\"a\"", "W/\"a\"", false},
                        {"\"b\", *", "W/\"a\"", false},
                        {",,,", "W/\"a\"", false},
                        {"*", "", false},
                        {"", "", false}};
  for (const Case& each : cases) {
    CAPTURE(each.header);
    CHECK(names_tag(each.header, each.tag) == each.named);
  }
}
