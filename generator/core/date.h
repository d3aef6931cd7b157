// Days and instants. No clock is read here: the time of a build is an argument.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kronika {

using Date = std::chrono::year_month_day;
using Instant = std::chrono::sys_seconds;

/// A wall-clock time without a zone, or with the offset that the author wrote (minutes east of UTC).
struct DateTime {
  Date date{};
  int hour = 0, minute = 0, second = 0;
  std::optional<int> offset_minutes;
  auto operator<=>(const DateTime&) const = default;
};

/// YYYY-MM-DD that exists in the calendar, nothing else.
std::optional<Date> parse_date(std::string_view text);
/// RFC 3339, 'T' or a space between, seconds and zone optional.
std::optional<DateTime> parse_date_time(std::string_view text);

std::string iso(Date date);        // 2025-02-05
std::string iso(const DateTime&);  // 2025-02-05T10:00:00, with +01:00 where an offset is known
std::string iso(Instant instant);  // 2025-02-05T09:00:00Z

/// A named zone of the IANA database, e.g. "Europe/Warsaw".
class TimeZone {
 public:
  /// Throws Failure for a name that ICU does not know.
  explicit TimeZone(const std::string& name);
  Instant to_instant(const DateTime& local) const;  // an offset in the value wins over the zone
  Instant to_instant(Date date) const;              // its first instant
  DateTime to_local(Instant instant) const;         // with the offset then in force
  const std::string& name() const { return name_; }
  static bool exists(const std::string& name);

 private:
  std::string name_;
};

/// "5 lutego 2025 r." (pl), "5 February 2025" (en), "5 лютого 2025 р." (uk); other languages: ISO.
std::string long_date(Date date, std::string_view language);
/// long_date, comma, "godz. 10:00" (pl) or "10:00".
std::string long_date_time(const DateTime& time, std::string_view language);

}  // namespace kronika
