#include "search/language/tokens.h"

#include <doctest/doctest.h>

#include <vector>

namespace kronika {
namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  Tokens tokens(text);
  for (Token token; tokens.next(token);) out.emplace_back(token.text);
  return out;
}

std::vector<std::string> numbers(std::string_view text) {
  std::vector<std::string> out;
  Tokens tokens(text);
  DigitGroups groups(text);
  const auto note = [&](const std::optional<DigitGroups::Number>& number) {
    if (number) out.push_back(number->digits + "@" + std::to_string(number->begin) + "-" + std::to_string(number->end));
  };
  for (Token token; tokens.next(token);) note(groups.add(token));
  note(groups.finish());
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("initials with dots are one word, numbers with dots are not") {
  CHECK(words("sp. z o.o. i P.E.S.") == Words{"sp", "z", "o.o", "i", "P.E.S"});
  CHECK(words("m.in. 1.2 a.bc Ł.Ó") == Words{"m", "in", "1", "2", "a", "bc", "Ł.Ó"});
  CHECK(words("a.") == Words{"a"});
  CHECK(words(".a.b") == Words{"a.b"});
  CHECK(without_dots("P.E.S") == "PES");
}

TEST_CASE("digits in groups are one number where people write numbers so") {
  CHECK(numbers("NIP 526-000-12-46, tel. 41 200 10 01.") == Words{"5260001246@4-17", "412001001@24-36"});
  CHECK(numbers("35\u00A0014 masek") == Words{"35014@0-7"});
  CHECK(numbers("lata 2020 2021 i 2022").empty());
  CHECK(numbers("12, 345 i 6").empty());
  CHECK(numbers("1 234 567") == Words{"1234567@0-9"});
}

}  // namespace kronika
