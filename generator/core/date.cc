// ICU knows the zones (g++ 12's library does not); everything else is plain calendar arithmetic.
#include "generator/core/date.h"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <charconv>

#include "generator/core/failure.h"
#include "search/text/calendar.h"

namespace kronika {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

struct Offset {
  bool valid = false;
  std::optional<int> minutes;
};

/// The offset at the end of a date-time: "" none, "Z", "+01", "+01:00", "+0100".
Offset parse_offset(std::string_view text) {
  if (text.empty()) return {true, std::nullopt};
  if (text == "Z" || text == "z") return {true, 0};
  const int sign = text.front() == '+' ? 1 : text.front() == '-' ? -1 : 0;
  const auto hours = digits(text, 1, 2);
  if (sign == 0 || !hours || *hours > 14) return {};
  if (text.size() == 3) return {true, sign * 60 * *hours};
  const std::size_t minutes_at = text[3] == ':' ? 4 : 3;
  const auto minutes = digits(text, minutes_at, 2);
  if (!minutes || *minutes > 59 || minutes_at + 2 != text.size()) return {};
  return {true, sign * (*hours * 60 + *minutes)};
}

std::unique_ptr<icu::TimeZone> icu_zone(const std::string& name) {
  return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (!y || !m || !d) return std::nullopt;
  const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<DateTime> parse_date_time(std::string_view text) {
  if (text.size() < 16 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text[13] != ':')
    return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto h = digits(text, 11, 2), m = digits(text, 14, 2);
  if (!date || !h || !m || *h > 23 || *m > 59) return std::nullopt;
  DateTime result{*date, *h, *m, 0, {}};
  std::string_view rest = text.substr(16);
  if (!rest.empty() && rest.front() == ':') {
    const auto s = digits(rest, 1, 2);
    if (!s || *s > 59) return std::nullopt;
    result.second = *s;
    rest.remove_prefix(3);
    if (!rest.empty() && rest.front() == '.') {
      const auto end = rest.find_first_not_of("0123456789", 1);
      if (end == 1) return std::nullopt;
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
    }
  }
  if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  const Offset offset = parse_offset(rest);
  if (!offset.valid) return std::nullopt;
  result.offset_minutes = offset.minutes;
  return result;
}

std::string iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string iso(const DateTime& t) {
  std::string out = fmt::format("{}T{:02}:{:02}:{:02}", iso(t.date), t.hour, t.minute, t.second);
  if (!t.offset_minutes) return out;
  if (*t.offset_minutes == 0) return out + "Z";
  const int minutes = std::abs(*t.offset_minutes);
  return out + fmt::format("{}{:02}:{:02}", *t.offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string iso(Instant instant) {
  const auto days = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - days};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso(Date{days}), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

bool TimeZone::exists(const std::string& name) {
  const auto zone = icu_zone(name);
  return zone && *zone != icu::TimeZone::getUnknown();
}

TimeZone::TimeZone(const std::string& name) : name_(name) {
  if (!exists(name)) throw Failure{"there is no time zone '" + name + "'"};
}

Instant TimeZone::to_instant(const DateTime& local) const {
  const Instant as_utc = std::chrono::sys_days{local.date} + std::chrono::hours{local.hour} +
                         std::chrono::minutes{local.minute} + std::chrono::seconds{local.second};
  if (local.offset_minutes) return as_utc - std::chrono::minutes{*local.offset_minutes};
  int32_t raw = 0, summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu_zone(name_)->getOffset(static_cast<double>(as_utc.time_since_epoch().count()) * 1000.0, true, raw, summer,
                             status);
  if (U_FAILURE(status)) throw Failure{"cannot compute with the time zone '" + name_ + "'"};
  return as_utc - std::chrono::seconds{(raw + summer) / 1000};
}

Instant TimeZone::to_instant(Date date) const {
  return to_instant(DateTime{date, 0, 0, 0, {}});
}

DateTime TimeZone::to_local(Instant instant) const {
  int32_t raw = 0, summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu_zone(name_)->getOffset(static_cast<double>(instant.time_since_epoch().count()) * 1000.0, false, raw, summer,
                             status);
  if (U_FAILURE(status)) throw Failure{"cannot compute with the time zone '" + name_ + "'"};
  const Instant shifted = instant + std::chrono::seconds{(raw + summer) / 1000};
  const auto days = std::chrono::floor<std::chrono::days>(shifted);
  const std::chrono::hh_mm_ss time{shifted - days};
  return {Date{days}, static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
          static_cast<int>(time.seconds().count()), (raw + summer) / 60000};
}

std::string long_date(Date date, std::string_view language) {
  return long_day(static_cast<DayNumber>(std::chrono::sys_days{date}.time_since_epoch().count()), language);
}

std::string long_date_time(const DateTime& t, std::string_view language) {
  return fmt::format("{}, {}{}:{:02}", long_date(t.date, language), language == "pl" ? "godz.\u00A0" : "", t.hour,
                     t.minute);
}

}  // namespace kronika
