// A run of eleven digits covers one of every eleven bytes, so the others need no look.
#include "generator/checks/personal_number.h"

#include <array>
#include <chrono>

namespace kronika {
namespace {

constexpr std::array weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
constexpr std::array centuries = {1900, 2000, 2100, 2200, 1800};  // for months from 1, 21, 41, 61, 81 on

bool is_digit_byte(char c) {
  return c >= '0' && c <= '9';
}

bool is_hex_letter(char c) {
  return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

int digit(char c) {
  return c - '0';
}

bool has_check_sum(std::string_view number) {
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * digit(number[i]);
  return (10 - sum % 10) % 10 == digit(number.back());
}

bool has_day_of_birth(std::string_view number) {
  const auto two = [&](std::size_t at) { return digit(number[at]) * 10 + digit(number[at + 1]); };
  const int year = centuries[static_cast<std::size_t>(two(2) / 20)] + two(0);
  const std::chrono::year_month_day day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(two(2) % 20)),
                                        std::chrono::day(static_cast<unsigned>(two(4))));
  return day.ok();
}

/// `begin` and `end` are those of the run of digits.
bool stands_alone(std::string_view bytes, std::size_t begin, std::size_t end) {
  const char before = begin > 0 ? bytes[begin - 1] : ' ';
  const char after = end < bytes.size() ? bytes[end] : ' ';
  const bool is_fraction = before == '.' && begin > 1 && is_digit_byte(bytes[begin - 2]);
  return !is_fraction && before != '+' && !is_hex_letter(before) && !is_hex_letter(after);
}

}  // namespace

std::vector<std::size_t> personal_numbers(std::string_view bytes) {
  std::vector<std::size_t> found;
  for (std::size_t at = personal_number_length - 1; at < bytes.size();) {
    if (!is_digit_byte(bytes[at])) {
      at += personal_number_length;
      continue;
    }
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && is_digit_byte(bytes[begin - 1])) --begin;
    while (end < bytes.size() && is_digit_byte(bytes[end])) ++end;
    at = end + personal_number_length;
    const std::string_view number = bytes.substr(begin, end - begin);
    const bool is_personal = number.size() == personal_number_length && has_check_sum(number) &&
                             has_day_of_birth(number) && stands_alone(bytes, begin, end);
    if (is_personal) found.push_back(begin);
  }
  return found;
}

}  // namespace kronika
