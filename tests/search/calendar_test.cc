#include "search/text/calendar.h"

#include <doctest/doctest.h>

using namespace kronika;

TEST_CASE("a day is read as ISO writes it, and written the same") {
  struct Case {
    const char* text;
    DayNumber day;
  };
  const Case cases[] = {{"1970-01-01", 0},      {"1969-12-31", -1},      {"2000-02-29", 11016},  {"2025-06-30", 20269},
                        {"1900-01-01", -25567}, {"0000-01-01", -719528}, {"9999-12-31", 2932896}};
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(read_day(each.text) == each.day);
    CHECK(iso_day(each.day) == each.text);
  }
  for (const char* wrong : {"", "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-32", "2025-1-1", "2025/01/01",
                            "+025-01-01", "2025-01-01 ", "2025-01-0x"})
    CHECK_FALSE(read_day(wrong).has_value());
}

TEST_CASE("a day is written out as people of the language do") {
  CHECK(long_day(20269, "pl") == "30\u00A0czerwca\u00A02025\u00A0r.");
  CHECK(long_day(20269, "en") == "30\u00A0June\u00A02025");
  CHECK(long_day(20269, "uk") == "30\u00A0червня\u00A02025\u00A0р.");
  CHECK(long_day(20269, "de") == "2025-06-30");
}
