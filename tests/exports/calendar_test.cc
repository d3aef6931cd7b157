#include "generator/exports/calendar.h"

#include <doctest/doctest.h>

#include "generator/exports/from_entries.h"
#include "tests/exports/export_fixture.h"

namespace kronika {
namespace {

Instant at_time(const char* text) {
  return TimeZone("UTC").to_instant(*parse_date_time(text));
}

CalendarTime day(const char* text) {
  return {parse_date(text), {}};
}
CalendarTime instant(const char* text) {
  return {std::nullopt, at_time(text)};
}

CalendarEvent event(CalendarTime start, std::optional<CalendarTime> end = {}) {
  CalendarEvent out;
  out.uid = "fairs/one@example.org";
  out.changed = at_time("2026-03-01T00:00Z");
  out.start = start;
  out.end = end;
  out.title = "Targi";
  return out;
}

/// The lines of the one event that begin with DT, without DTSTAMP.
std::string times(const CalendarEvent& one) {
  const std::string all = ical({"", "Kronika"}, std::vector{one});
  std::string out;
  for (std::size_t from = 0; from < all.size(); from = all.find("\r\n", from) + 2) {
    const std::string line = all.substr(from, all.find("\r\n", from) - from);
    if (line.starts_with("DT") && !line.starts_with("DTSTAMP")) out += (out.empty() ? "" : " ") + line;
  }
  return out;
}

}  // namespace

TEST_CASE("a calendar holds its events, with what is given of them") {
  CalendarEvent one = event(instant("2026-09-12T08:00Z"), instant("2026-09-12T15:00Z"));
  one.description = "Raz, dwa\ntrzy";
  one.place = "Busko; rynek";
  one.url = "https://example.org/fairs/one/";
  one.position = GeoPosition{50.47, -20.5};
  one.cancelled = true;
  CHECK(ical({"Portal – Targi", "Kronika 1"}, std::vector{one}) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kronika 1//EN\r\nCALSCALE:GREGORIAN\r\n"
        "NAME:Portal – Targi\r\nX-WR-CALNAME:Portal – Targi\r\n"
        "BEGIN:VEVENT\r\nUID:fairs/one@example.org\r\nDTSTAMP:20260301T000000Z\r\n"
        "DTSTART:20260912T080000Z\r\nDTEND:20260912T150000Z\r\nSUMMARY:Targi\r\nDESCRIPTION:Raz\\, dwa\\ntrzy\r\n"
        "LOCATION:Busko\\; rynek\r\nGEO:50.47;-20.5\r\nURL:https://example.org/fairs/one/\r\nSTATUS:CANCELLED\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("an end stands only where it is after the start") {
  CHECK(times(event(day("2026-05-01"))) == "DTSTART;VALUE=DATE:20260501");
  CHECK(times(event(day("2026-05-01"), day("2026-05-02"))) == "DTSTART;VALUE=DATE:20260501 DTEND;VALUE=DATE:20260502");
  CHECK(times(event(day("2026-05-01"), day("2026-05-01"))) == "DTSTART;VALUE=DATE:20260501");
  CHECK(times(event(instant("2026-05-01T10:00Z"), instant("2026-05-01T10:00Z"))) == "DTSTART:20260501T100000Z");
  CHECK(times(event(instant("2026-05-01T10:00Z"), instant("2026-05-01T09:00Z"))) == "DTSTART:20260501T100000Z");
}

TEST_CASE("an entry's local times become instants, in summer and in winter") {
  const ExportSite site = export_site();
  CHECK(times(*event_of(page("content/fairs/one.md"), site)) == "DTSTART:20260912T080000Z DTEND:20260912T150000Z");
  CHECK(times(*event_of(page("content/fairs/two.md"), site)) == "DTSTART:20261201T090000Z");  // ends before it begins
  CHECK_FALSE(event_of(page("content/fairs/undated.md"), site));
}

TEST_CASE("whole days end with the day after the last one") {
  const ExportSite site = export_site();
  CHECK(times(*event_of(page("content/holidays/may.md"), site)) ==
        "DTSTART;VALUE=DATE:20260501 DTEND;VALUE=DATE:20260504");
  CHECK(times(*event_of(page("content/holidays/june.md"), site)) == "DTSTART;VALUE=DATE:20260601");
}

TEST_CASE("an event is named for ever, and was changed when its page was") {
  const ExportSite site = export_site();
  const CalendarEvent one = *event_of(page("content/fairs/one.md"), site);
  CHECK(one.uid == "fairs/one@example.org");
  CHECK(one.changed == at_time("2026-02-28T23:00Z"));
  CHECK(one.place == "Busko, rynek");
  CHECK(one.description == "Co; kiedy");
  CHECK(one.url == "https://example.org/fairs/one/");
  CHECK_FALSE(one.cancelled);
  const CalendarEvent two = *event_of(page("content/fairs/two.md"), site);
  CHECK(two.changed == at_time("2026-11-23T12:00Z"));  // a page that tells no day: the build's clock
  CHECK(two.cancelled);
}

}  // namespace kronika
