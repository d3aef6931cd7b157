// Fields that are days, times and periods.
#include <fmt/format.h>

#include <charconv>

#include "generator/content/moments.h"

namespace kronika {
namespace {

/// "4.3.2026" → "2026-3-4", as spreadsheets write days in Polish; another text stays as it is.
std::string from_day_first(std::string_view text) {
  const auto first = text.find('.');
  const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
  if (second == std::string_view::npos || first == 0 || first > 2 || second - first > 3 || text.size() < second + 5)
    return std::string(text);
  return fmt::format("{}-{}-{}{}", text.substr(second + 1, 4), text.substr(first + 1, second - first - 1),
                     text.substr(0, first), text.substr(second + 5));
}

/// "2026-3-4" and "2026/03/04" → "2026-03-04"; the rest of the text stays.
std::string with_plain_day(std::string_view text) {
  std::string parts[3];
  std::size_t at = 0;
  for (std::string& part : parts) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') part += text[at++];
    if (part.size() == 1) part.insert(0, "0");
    if (&part != &parts[2] && at < text.size() && (text[at] == '-' || text[at] == '/')) ++at;
  }
  return fmt::format("{}-{}-{}{}", parts[0], parts[1], parts[2], text.substr(at));
}

std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

struct DateRange {
  Date first, last;
};

/// The days of "2026", "2026-03" or "2026-03-14".
std::optional<DateRange> parse_range(std::string_view text) {
  using namespace std::chrono;
  if (const auto whole = parse_date(text)) return DateRange{*whole, *whole};
  if (text.size() != 4 && (text.size() != 7 || text[4] != '-')) return std::nullopt;
  const auto y = number_of(text.substr(0, 4));
  if (!y || *y < 1000) return std::nullopt;
  if (text.size() == 4) return DateRange{year{*y} / January / 1, year{*y} / December / 31};
  const auto m = number_of(text.substr(5));
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const year_month month = year{*y} / *m;
  return DateRange{month / 1, Date{month / last}};
}

/// "from/to", either end may be missing; a text without '/' is a whole year, month or day.
std::optional<Period> parse_period(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto range = parse_range(text);
    return range ? std::optional(Period{range->first, range->last}) : std::nullopt;
  }
  const std::string_view from = text.substr(0, slash), to = text.substr(slash + 1);
  const auto first = parse_range(from), last = parse_range(to);
  if ((!from.empty() && !first) || (!to.empty() && !last) || (from.empty() && to.empty())) return std::nullopt;
  Period period;
  if (first) period.from = first->first;
  if (last) period.to = last->last;
  return period;
}

FieldValue checked_period(const FieldInput& input, const Period& period) {
  if (!period.from || !period.to || *period.from <= *period.to) return input.give(period);
  input.report(Code::bad_value, {iso(*period.from) + "/" + iso(*period.to), std::string(input.name),
                                 both("its end is before its beginning", "koniec jest przed początkiem")});
  return {{}, input.raw.span};
}

FieldValue period_from_table(const FieldInput& input, const RawTable& table) {
  Period period;
  bool good = true;
  for (const RawEntry& entry : table.entries) {
    const bool is_from = entry.key == "from" || entry.key == "od";
    if (!is_from && entry.key != "to" && entry.key != "do") {
      input.context.diagnostics.report(Code::unknown_record_key, {std::string(input.context.file), entry.key_span},
                                       {entry.key, std::string(input.name)});
      good = false;
      continue;
    }
    const auto moment = moment_of(entry.value, input.context.typing);
    if (!moment || moment->has_time) {
      FieldInput{entry.value, input.field, input.name, input.context}.wrong_type(FieldType::date);
      good = false;
      continue;
    }
    (is_from ? period.from : period.to) = moment->time.date;
  }
  if (!good) return {{}, input.raw.span};
  return period.from || period.to ? checked_period(input, period) : input.wrong_type();
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  std::string plain = with_plain_day(from_day_first(text));
  if (const auto day = parse_date(plain)) return Moment{{*day, 0, 0, 0, {}}, false};
  for (const std::string_view zone : {" UTC", " GMT"}) {
    if (plain.ends_with(zone)) plain.replace(plain.size() - zone.size(), zone.size(), "Z");
  }
  const auto time = parse_date_time(plain);
  return time ? std::optional(Moment{*time, true}) : std::nullopt;
}

std::optional<Moment> moment_of(const RawValue& raw, Typing typing) {
  if (const auto* day = raw.as<Date>()) return Moment{{*day, 0, 0, 0, {}}, false};
  if (const auto* time = raw.as<DateTime>()) return Moment{*time, true};
  const auto* text = raw.as<std::string>();
  return text && typing == Typing::from_text ? parse_moment(*text) : std::nullopt;
}

FieldValue read_date(const FieldInput& input) {
  const auto moment = moment_of(input.raw, input.context.typing);
  if (moment && (!moment->has_time || input.context.typing == Typing::from_text)) return input.give(moment->time.date);
  if (input.raw.as<std::string>() && input.context.typing == Typing::from_text) {
    return input.bad(both("there is no such day; a date looks like 2026-03-14",
                          "nie ma takiego dnia; data wygląda tak: 2026-03-14"));
  }
  return input.wrong_type();
}

FieldValue read_date_time(const FieldInput& input) {
  const auto moment = moment_of(input.raw, input.context.typing);
  if (moment && (moment->has_time || input.context.typing == Typing::from_text)) return input.give(moment->time);
  if (input.raw.as<std::string>() && input.context.typing == Typing::from_text) {
    return input.bad(
        both("a date with a time looks like 2026-03-14T10:00:00", "data z godziną wygląda tak: 2026-03-14T10:00:00"));
  }
  return input.wrong_type();
}

FieldValue read_period(const FieldInput& input) {
  if (const auto* table = input.raw.as<RawTable>()) return period_from_table(input, *table);
  auto text = input.text();
  if (const auto* year = input.raw.as<std::int64_t>()) text = std::to_string(*year);
  if (const auto* day = input.raw.as<Date>()) text = iso(*day);
  if (!text) return input.wrong_type();
  if (const auto period = parse_period(*text)) return checked_period(input, *period);
  return input.bad(both("a period looks like \"2026-01/2026-06\" or \"2026-01-15/2026-03-31\"",
                        "okres wygląda tak: \"2026-01/2026-06\" albo \"2026-01-15/2026-03-31\""));
}

}  // namespace kronika
