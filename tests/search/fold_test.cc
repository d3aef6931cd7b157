#include "search/text/fold.h"

#include <doctest/doctest.h>

#include "search/text/utf8.h"

using namespace kronika;

TEST_CASE("what is folded stays as it is when it is folded again") {
  for (char32_t c = 0; c < 0x3000; ++c) {
    std::string letter;
    append_utf8(letter, c);
    CAPTURE(letter);
    CHECK(fold(fold(letter)) == fold(letter));
  }
  CHECK(fold("Ǽ ǿ ẛ") == "ae o s");
}
