// Days as numbers: what two programs store, compare and write out alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kronika {

/// Days since 1970-01-01, of the Gregorian calendar.
using DayNumber = std::int32_t;

/// "2025-06-30": a day that exists, from the year 0000 to 9999. Nothing for anything else.
std::optional<DayNumber> read_day(std::string_view iso);

/// As read_day reads it.
std::string iso_day(DayNumber day);

/// "30 czerwca 2025 r." (pl), "30 June 2025" (en), "30 червня 2025 р." (uk), with no-break spaces; other languages:
/// ISO.
std::string long_day(DayNumber day, std::string_view language);

}  // namespace kronika
