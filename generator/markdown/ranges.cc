// A wrong dash in a number that people copy (a telephone, an ISBN) does harm, a hyphen in a range does not: in doubt,
// no.
#include "generator/markdown/ranges.h"

#include <algorithm>

#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view labels_of_numbers[] = {"tel.", "tel",  "telefon", "telefonu", "fax",
                                                  "faks", "fax.", "kod",     "konto",    "wynik"};

bool digit(char c) {
  return is_digit(static_cast<unsigned char>(c));
}

/// What may stand before the first number of a range.
bool is_boundary_before(char c) {
  return c == ' ' || c == '(' || c == '[';
}
/// What may stand after the second one.
bool is_boundary_after(std::string_view rest) {
  if (rest.empty() || rest.starts_with("”") || rest.starts_with("–")) return true;
  const std::string_view punctuation = ",.;:!?)";
  if (punctuation.find(rest.front()) != std::string_view::npos) return rest.size() == 1 || !digit(rest[1]);
  return rest.front() == ' ' || rest.front() == '%' || rest.front() == ']';
}

/// "tel.", or a word of capitals such as ISBN, NIP, EN.
bool is_label(std::string_view word) {
  for (const std::string_view label : labels_of_numbers) {
    if (lower(word) == label) return true;
  }
  while (!word.empty() && (word.back() == ':' || word.back() == '.')) word.remove_suffix(1);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return word.size() >= 2 && std::all_of(word.begin(), word.end(), is_capital);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_year(int value) {
  return value >= 1000 && value <= 2200;
}

}  // namespace

bool is_range(std::string_view before, std::string_view after) {
  const auto first_begin =
      static_cast<std::size_t>(std::find_if_not(before.rbegin(), before.rend(), digit).base() - before.begin());
  const auto second_end = static_cast<std::size_t>(std::find_if_not(after.begin(), after.end(), digit) - after.begin());
  const std::string_view first = before.substr(first_begin), second = after.substr(0, second_end);
  if (first.empty() || second.empty() || first.size() > 4 || second.size() > 4) return false;
  if (first.front() == '0' || second.front() == '0') return false;
  if (first.size() == 2 && second.size() == 3) return false;  // a postal code
  const int from = number(first), to = number(second);
  if (from >= to || (second.size() == 4 && first.size() == 4 && !(is_year(from) && is_year(to)))) return false;
  if (first.size() < second.size() && second.size() == 4) return false;

  const std::string_view rest = before.substr(0, first_begin);
  if (!is_boundary_after(after.substr(second_end))) return false;
  if (rest.empty()) return true;
  if (!is_boundary_before(rest.back())) return false;
  const std::string_view words = rest.substr(0, rest.size() - 1);
  const auto space = words.find_last_of(' ');
  const std::string_view word = space == std::string_view::npos ? words : words.substr(space + 1);
  return word.empty() || (!digit(word.back()) && !is_label(word));
}

}  // namespace kronika
