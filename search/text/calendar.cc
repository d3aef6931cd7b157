// The names of months stand here and not in a theme, since they are inflected: "30 czerwca", not "30 czerwiec".
#include "search/text/calendar.h"

#include <array>
#include <chrono>

namespace kronika {
namespace {

using std::chrono::year_month_day;
constexpr std::string_view no_break_space = "\u00A0";

constexpr std::array<std::string_view, 12> polish = {"stycznia", "lutego",       "marca",     "kwietnia",
                                                     "maja",     "czerwca",      "lipca",     "sierpnia",
                                                     "września", "października", "listopada", "grudnia"};
constexpr std::array<std::string_view, 12> english = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> ukrainian = {"січня", "лютого", "березня", "квітня", "травня",    "червня",
                                                        "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string out = std::to_string(value);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

year_month_day date_of(DayNumber day) {
  return year_month_day{std::chrono::sys_days{std::chrono::days{day}}};
}

}  // namespace

std::optional<DayNumber> read_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto y = number(iso.substr(0, 4)), m = number(iso.substr(5, 2)), d = number(iso.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const year_month_day date{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                            std::chrono::day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<DayNumber>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::string iso_day(DayNumber day) {
  const year_month_day date = date_of(day);
  return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<int>(unsigned{date.month()}), 2) + "-" +
         padded(static_cast<int>(unsigned{date.day()}), 2);
}

std::string long_day(DayNumber day, std::string_view language) {
  const auto* names = language == "pl"   ? &polish
                      : language == "uk" ? &ukrainian
                      : language == "en" ? &english
                                         : nullptr;
  if (!names) return iso_day(day);
  const year_month_day date = date_of(day);
  std::string out = std::to_string(unsigned{date.day()});
  out.append(no_break_space).append((*names)[unsigned{date.month()} - 1]).append(no_break_space);
  out += std::to_string(static_cast<int>(date.year()));
  if (language == "pl") out.append(no_break_space).append("r.");
  if (language == "uk") out.append(no_break_space).append("р.");
  return out;
}

}  // namespace kronika
