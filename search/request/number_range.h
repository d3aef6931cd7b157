// "2019-2022": what a request for everything from one number to another looks like.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kronika {

/// Whole numbers from 0 to 999,999,999, both ends included. At least one end is given.
struct NumberRange {
  std::optional<int> from, to;
  bool holds(int number) const { return (!from || *from <= number) && (!to || number <= *to); }
  bool operator==(const NumberRange&) const = default;
};

/// Digits alone, at most nine. Nothing for anything else.
std::optional<int> read_number(std::string_view text);

/// "2019-2022", "2019-", "-2022". Nothing for anything else, or where the end comes before the beginning.
std::optional<NumberRange> read_range(std::string_view text);

/// As read_range reads it; a range of one number is that number.
std::string text_of(const NumberRange& range);

}  // namespace kronika
