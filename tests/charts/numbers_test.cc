#include "generator/charts/numbers.h"

#include <doctest/doctest.h>

namespace kronika {

TEST_CASE("a scale has round steps around all values") {
  struct Case {
    double least, most;
    int steps;
    double low, high, step;
  };
  const Case cases[] = {{0, 19, 5, 0, 20, 5},       {0, 7, 5, 0, 8, 2},         {0, 1, 5, 0, 1, 1},
                        {0, 0, 5, 0, 1, 1},         {3, 3, 5, 3, 4, 1},         {-12, 30, 5, -20, 30, 10},
                        {0, 0.3, 3, 0, 0.3, 0.1},   {-8, -3, 5, -8, -3, 1},     {0, 35014, 5, 0, 40000, 10000},
                        {0.2, 0.9, 5, 0.2, 1, 0.2}, {0, 1e15, 5, 0, 1e15, 2e14}};
  for (const Case& c : cases) {
    CAPTURE(c.most);
    const Scale scale = round_scale(c.least, c.most, c.steps);
    CHECK(scale.low == doctest::Approx(c.low));
    CHECK(scale.high == doctest::Approx(c.high));
    CHECK(scale.step == doctest::Approx(c.step));
    CHECK(scale.tick(scale.steps()) == doctest::Approx(c.high));
    CHECK(scale.share(scale.low) == 0);
    CHECK(scale.share(scale.high) == 1);
  }
}

TEST_CASE("numbers are written as their language has them") {
  struct Case {
    double value;
    const char* pl;
    const char* en;
  };
  const Case cases[] = {{0, "0", "0"},
                        {7, "7", "7"},
                        {1250, "1250", "1250"},
                        {35014, "35\u00A0014", "35,014"},
                        {-1234567.5, "−1\u00A0234\u00A0567,5", "−1,234,567.5"},
                        {-0.75, "−0,75", "−0.75"},
                        {12.999, "13", "13"},
                        {0.3, "0,3", "0.3"},
                        {2.50, "2,5", "2.5"},
                        {0.0003, "0,0003", "0.0003"},
                        {-0.0, "0", "0"},
                        {100, "100", "100"}};
  for (const Case& c : cases) {
    CHECK(shown_number(c.value, "pl") == c.pl);
    CHECK(shown_number(c.value, "en") == c.en);
  }
}

}  // namespace kronika
