// Numbers of persons (PESEL), which no page and no file may publish.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kronika {

inline constexpr std::size_t personal_number_length = 11;

/// Where in `bytes` eleven digits begin that are built as a PESEL: a day of birth (the month tells the century), and a
/// check sum (weights 1 3 7 9, again and again). They are no part of a longer number, of a decimal fraction, of a
/// hexadecimal one, or of a telephone number with its +. Looks at about every eleventh byte.
std::vector<std::size_t> personal_numbers(std::string_view bytes);

}  // namespace kronika
