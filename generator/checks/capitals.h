// Texts in capitals, which are hard to read and which screen readers may spell letter by letter.
#pragma once

#include <optional>
#include <string_view>

namespace kronika {

/// Put between parts of a text that do not belong to one another: no run goes over it.
inline constexpr std::string_view text_break = " \x1F ";

/// The first run of words in capitals in a line of text: four words of two letters or more, or twenty letters. Fine are
/// abbreviations (alone, or in a list with commas), roman numbers, initials, and codes, which have digits.
std::optional<std::string_view> capitals_in(std::string_view text);

}  // namespace kronika
