// All times are in UTC: what is written is exact whatever a program thinks of Warsaw's clocks.
#include "generator/exports/calendar.h"

#include <fmt/format.h>

#include "generator/exports/content_line.h"
#include "generator/exports/stamps.h"

namespace kronika {
namespace {

void append_time(std::string& out, const std::string& name, const CalendarTime& time) {
  if (time.day) {
    append_content_line(out, name + ";VALUE=DATE", basic(*time.day));
  } else {
    append_content_line(out, name, basic(time.instant));
  }
}

bool is_after(const CalendarTime& end, const CalendarTime& start) {
  return end.day ? *end.day > *start.day : end.instant > start.instant;
}

void append_text(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) append_content_line(out, name, escape_content(text));
}

void append_event(std::string& out, const CalendarEvent& event) {
  append_content_line(out, "BEGIN", "VEVENT");
  append_text(out, "UID", event.uid);
  append_content_line(out, "DTSTAMP", basic(event.changed));
  append_time(out, "DTSTART", event.start);
  if (event.end && is_after(*event.end, event.start)) append_time(out, "DTEND", *event.end);
  append_text(out, "SUMMARY", event.title);
  append_text(out, "DESCRIPTION", event.description);
  append_text(out, "LOCATION", event.place);
  if (event.position)
    append_content_line(out, "GEO", fmt::format("{};{}", event.position->latitude, event.position->longitude));
  if (!event.url.empty()) append_content_line(out, "URL", event.url);
  if (event.cancelled) append_content_line(out, "STATUS", "CANCELLED");
  append_content_line(out, "END", "VEVENT");
}

}  // namespace

std::string ical(const Calendar& calendar, std::span<const CalendarEvent> events) {
  std::string out;
  append_content_line(out, "BEGIN", "VCALENDAR");
  append_content_line(out, "VERSION", "2.0");
  append_content_line(out, "PRODID", "-//" + escape_content(calendar.program) + "//EN");
  append_content_line(out, "CALSCALE", "GREGORIAN");
  append_text(out, "NAME", calendar.title);
  append_text(out, "X-WR-CALNAME", calendar.title);
  for (const CalendarEvent& event : events) append_event(out, event);
  append_content_line(out, "END", "VCALENDAR");
  return out;
}

}  // namespace kronika
