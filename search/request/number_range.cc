// Ranges are read where requests are checked and again where they are matched and shown, so that a request needs to
// hold nothing but texts.
#include "search/request/number_range.h"

#include <algorithm>
#include <charconv>

namespace kronika {

std::optional<int> read_number(std::string_view text) {
  constexpr std::size_t most_digits = 9;
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.empty() || text.size() > most_digits || !digits) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<NumberRange> read_range(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos || text.size() == 1) return std::nullopt;
  const std::string_view from = text.substr(0, hyphen), to = text.substr(hyphen + 1);
  const NumberRange range{read_number(from), read_number(to)};
  const bool readable = (from.empty() || range.from) && (to.empty() || range.to);
  if (!readable || (range.from && range.to && *range.from > *range.to)) return std::nullopt;
  return range;
}

std::string text_of(const NumberRange& range) {
  const std::string from = range.from ? std::to_string(*range.from) : "",
                    to = range.to ? std::to_string(*range.to) : "";
  return from == to ? from : from + "-" + to;
}

}  // namespace kronika
