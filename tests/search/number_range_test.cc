#include "search/request/number_range.h"

#include <doctest/doctest.h>

using namespace kronika;

TEST_CASE("a range has a beginning, an end, or both") {
  struct Case {
    const char* text;
    std::optional<NumberRange> range;
  };
  const Case cases[] = {{"2019-2022", NumberRange{2019, 2022}},
                        {"2019-", NumberRange{2019, {}}},
                        {"-2022", NumberRange{{}, 2022}},
                        {"0-0", NumberRange{0, 0}},
                        {"002019-2022", NumberRange{2019, 2022}},
                        {"999999999-", NumberRange{999'999'999, {}}},
                        {"", {}},
                        {"-", {}},
                        {"2019", {}},
                        {"2022-2019", {}},
                        {"1000000000-", {}},
                        {"2019-2020-2021", {}},
                        {"--5", {}},
                        {"+1-2", {}},
                        {"1 - 2", {}},
                        {"2019-x", {}},
                        {"2019–2022", {}}};
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(read_range(each.text) == each.range);
  }
}

TEST_CASE("a range is written in one way, and a single number without its hyphen") {
  for (const char* text : {"2019-2022", "2019-", "-2022", "0-1"}) CHECK(text_of(*read_range(text)) == text);
  CHECK(text_of(*read_range("002019-2022")) == "2019-2022");
  CHECK(text_of(*read_range("2019-2019")) == "2019");
}

TEST_CASE("a range holds its ends and what lies between") {
  CHECK(read_range("2019-2022")->holds(2019));
  CHECK(read_range("2019-2022")->holds(2022));
  CHECK_FALSE(read_range("2019-2022")->holds(2018));
  CHECK_FALSE(read_range("2019-2022")->holds(2023));
  CHECK(read_range("2019-")->holds(999'999'999));
  CHECK(read_range("-2022")->holds(0));
}
