#include "generator/assets/css.h"

#include <doctest/doctest.h>

namespace kronika {

TEST_CASE("comments and needless white space are left out") {
  CHECK(compact_css("/* why */\na { color: red; }\n\n\nb,  i\n{\n  margin: 0   auto;\n}\n") ==
        "a{color: red;}b,i{margin: 0 auto;}");
  CHECK(compact_css("") == "");
  CHECK(compact_css(" /* alone */ ") == "");
  CHECK(compact_css("/*! Licence */ a {}") == "/*! Licence */ a{}");
}

TEST_CASE("what has a meaning stays") {
  // A blank between selectors, in calc(), before a pseudo-class; an empty custom property.
  CHECK(compact_css("a  :hover > b + c { width: calc(1px  +  2px); --none: ; }") ==
        "a :hover > b + c{width: calc(1px + 2px);--none: ;}");
  CHECK(compact_css("@media (min-width: 2px)  and (x) { a { b: c } }") == "@media (min-width: 2px) and (x){a{b: c}}");
  CHECK(compact_css("a/**/b{}c/* d */ e{}") == "a/**/b{}c e{}");
  CHECK(compact_css("a { content: \"/* x */  y\\\"  {\" }") == "a{content: \"/* x */  y\\\"  {\"}");
  CHECK(compact_css("a { content: '  ' \"\" ; }") == "a{content: '  ' \"\" ;}");
  CHECK(compact_css("a { b: url(x/*y.svg) , url( \"/*)\" ) }") == "a{b: url(x/*y.svg) ,url( \"/*)\" )}");
  CHECK(compact_css(".a\\, .b\\; i {}") == ".a\\, .b\\; i{}");
  CHECK(compact_css("a\\  b { }") == "a\\  b{}");
}

TEST_CASE("what is never closed ends with the sheet") {
  CHECK(compact_css("a { } /* b") == "a{}");
  CHECK(compact_css("a { content: \"b  ") == "a{content: \"b  ");
  CHECK(compact_css("a\\") == "a\\");
  CHECK(compact_css("a { b: url(x/* y") == "a{b: url(x/* y");
  CHECK(compact_css("a { b: url( ") == "a{b: url( ");
  CHECK(compact_css("/*! a") == "/*! a");
  CHECK(compact_css("/*/ a") == "");
}

}  // namespace kronika
