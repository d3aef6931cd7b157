#include "generator/core/text_width.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

std::string widest(std::initializer_list<const char*> texts) {
  WidestText out;
  for (const char* text : texts) out.add(text);
  return out.lines();
}

}  // namespace

TEST_CASE("wide letters are wider than narrow ones, and a diacritic adds nothing") {
  CHECK(text_width("mmm", 10) > text_width("iii", 10));
  CHECK(text_width("ż", 10) == text_width("z", 10));
  CHECK(text_width("ab", 20) == doctest::Approx(2 * text_width("ab", 10)));
  CHECK(text_width("", 10) == 0);
  CHECK(text_width("\xFF", 10) > 0);
}

TEST_CASE("a column's width follows from its widest text and its widest word") {
  CHECK(widest({}) == "");
  CHECK(widest({"", ""}) == "");
  CHECK(widest({"Busko-Zdrój", "Kije"}) == "Busko-Zdrój");
  CHECK(widest({"Busko-Zdrój", "Kielce"}) == "Busko-Zdrój\nKielce");
  CHECK(widest({"iiiiii", "mmmm"}) == "mmmm");
  CHECK(widest({"one two three", "Starachowice"}) == "one two three\nStarachowice");
  CHECK(widest({"Kielce i okolice", "okolice"}) == "Kielce i okolice");
  // A text breaks at hyphens, slashes and spaces, so none of these is one long word.
  CHECK(widest({"aa-bb/cc dd", "eee"}) == "aa-bb/cc dd\neee");
  CHECK(widest({"aa\u00A0bb", "ccc cc"}) == "ccc cc\naa\u00A0bb");
}

TEST_CASE("beside a name that is as wide nothing need be said") {
  WidestText column;
  column.add("tak");
  column.add("nie");
  CHECK(column.beside("Czynne") == "");
  CHECK(column.beside("Od") == "tak");
  CHECK(WidestText().beside("Name") == "");
}

}  // namespace kronika
