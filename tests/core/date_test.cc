#include "generator/core/date.h"

#include <doctest/doctest.h>

#include "generator/core/failure.h"

namespace kronika {
namespace {

std::string read_back(const char* text) {
  const auto time = parse_date_time(text);
  return time ? iso(*time) : "nothing";
}

std::string in_warsaw(const char* text) {
  return iso(TimeZone("Europe/Warsaw").to_instant(*parse_date_time(text)));
}

}  // namespace

TEST_CASE("a date is a day of the calendar") {
  for (const char* text : {"2024-02-29", "0001-01-01", "9999-12-31"}) CHECK(iso(parse_date(text).value()) == text);
  for (const char* text : {"2025-02-29", "2025-13-01", "2025-00-10", "2025-1-5", "2025-01-05 ", "05.01.2025", "",
                           "2025/01/05", "2025-01-0x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a date with a time is read with and without seconds and offset") {
  struct Row {
    const char* text;
    const char* iso;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"2025-02-05T10:00", "2025-02-05T10:00:00"},
           {"2025-02-05 10:00:59", "2025-02-05T10:00:59"},
           {"2025-02-05T10:00:00Z", "2025-02-05T10:00:00Z"},
           {"2025-02-05T10:00:00.123Z", "2025-02-05T10:00:00Z"},
           {"2025-02-05T10:00+01:00", "2025-02-05T10:00:00+01:00"},
           {"2025-02-05 10:00:00 -0330", "2025-02-05T10:00:00-03:30"},
           {"2025-02-05T10:00:00+02", "2025-02-05T10:00:00+02:00"},
           {"2025-02-05", "nothing"},
           {"2025-02-30T10:00", "nothing"},
           {"2025-02-05T24:00", "nothing"},
           {"2025-02-05T10:60", "nothing"},
           {"2025-02-05T10:00:60", "nothing"},
           {"2025-02-05T10:00:00+15:00", "nothing"},
           {"2025-02-05T10:00:00 CET", "nothing"},
           {"2025-02-05T10:00:00.Z", "nothing"},
       }) {
    CAPTURE(row.text);
    CHECK(read_back(row.text) == row.iso);
  }
}

TEST_CASE("a wall-clock time becomes an instant by its zone, an offset wins over the zone") {
  struct Row {
    const char* local;
    const char* instant;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"2026-01-15T12:00", "2026-01-15T11:00:00Z"},
           {"2026-07-15T12:00", "2026-07-15T10:00:00Z"},
           {"2026-07-15T12:00Z", "2026-07-15T12:00:00Z"},
           {"2026-07-15T12:00-05:00", "2026-07-15T17:00:00Z"},
           {"2026-03-29T01:59", "2026-03-29T00:59:00Z"},  // the last minute before summer time
           {"2026-03-29T03:00", "2026-03-29T01:00:00Z"},
           {"2026-10-25T01:59", "2026-10-24T23:59:00Z"},
           {"2026-10-25T03:00", "2026-10-25T02:00:00Z"},
       }) {
    CAPTURE(row.local);
    CHECK(in_warsaw(row.local) == row.instant);
  }
}

TEST_CASE("a day begins at midnight of its zone") {
  const TimeZone warsaw("Europe/Warsaw");
  CHECK(iso(warsaw.to_instant(*parse_date("2026-03-18"))) == "2026-03-17T23:00:00Z");
  CHECK(iso(warsaw.to_instant(*parse_date("2026-08-18"))) == "2026-08-17T22:00:00Z");
  CHECK(iso(TimeZone("UTC").to_instant(*parse_date("1969-12-31"))) == "1969-12-31T00:00:00Z");
}

TEST_CASE("an instant is shown with the offset then in force") {
  const TimeZone warsaw("Europe/Warsaw");
  const TimeZone utc("UTC");
  const auto local = [&](const char* text) { return iso(warsaw.to_local(utc.to_instant(*parse_date_time(text)))); };
  CHECK(local("2026-01-01T00:30") == "2026-01-01T01:30:00+01:00");
  CHECK(local("2026-06-30T22:30") == "2026-07-01T00:30:00+02:00");
  CHECK(local("2026-10-25T00:30") == "2026-10-25T02:30:00+02:00");
  CHECK(local("2026-10-25T01:30") == "2026-10-25T02:30:00+01:00");
}

TEST_CASE("an unknown zone is refused") {
  CHECK(TimeZone::exists("Europe/Kyiv"));
  CHECK_FALSE(TimeZone::exists("Europe/Kielce"));
  CHECK_THROWS_AS(TimeZone("Europe/Kielce"), Failure);
}

TEST_CASE("dates are written out in the language of the page") {
  const Date date = *parse_date("2025-02-05");
  CHECK(long_date(date, "pl") == "5\u00A0lutego\u00A02025\u00A0r.");
  CHECK(long_date(date, "en") == "5\u00A0February\u00A02025");
  CHECK(long_date(date, "uk") == "5\u00A0лютого\u00A02025\u00A0р.");
  CHECK(long_date(date, "de") == "2025-02-05");
  const DateTime time{date, 9, 5, 0, {}};
  CHECK(long_date_time(time, "pl") == "5\u00A0lutego\u00A02025\u00A0r., godz.\u00A09:05");
  CHECK(long_date_time(time, "en") == "5\u00A0February\u00A02025, 9:05");
}

}  // namespace kronika
