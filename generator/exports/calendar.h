// Calendars of events (iCalendar, RFC 5545; NAME is of RFC 7986).
#pragma once

#include <optional>
#include <span>
#include <string>

#include "generator/content/value.h"

namespace kronika {

/// A day, or an instant.
struct CalendarTime {
  std::optional<Date> day;  // nothing: `instant` counts
  Instant instant{};
};

struct CalendarEvent {
  std::string uid;                  // the same for ever: "wydarzenia/targi@example.org"
  Instant changed{};                // DTSTAMP
  CalendarTime start;               // the end has the same kind
  std::optional<CalendarTime> end;  // the day after the last one; an end that is not after the start is left out
  std::string title;
  std::string description;  // "" : none
  std::string place;        // "" : none
  std::string url;
  std::optional<GeoPosition> position;
  bool cancelled = false;
};

struct Calendar {
  std::string title;    // "" : none, for one event
  std::string program;  // that made it: "kronika 0.1.0"
};

/// Instants are written in UTC, so no time zone has to be described. Without events the calendar is empty, which some
/// programs refuse and RFC 5545 does not foresee; such a file is still a list that can be subscribed to.
std::string ical(const Calendar& calendar, std::span<const CalendarEvent> events);

}  // namespace kronika
