// What is wrong with YAML, in words for people and where people look for it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kronika {

/// yaml-cpp's message as an argument of a diagnostic, in both languages; as it is when it is not a usual one.
std::string explain_yaml(std::string_view message);

/// A place in a text of lines, both from 0, columns in bytes.
struct LinePlace {
  std::size_t line, column;
};

/// Where a mistake was made that yaml-cpp noticed at `noticed`: the bracket that is not closed, the line without a
/// colon. Else `noticed`.
LinePlace yaml_mistake(std::string_view message, std::span<const std::string_view> lines, LinePlace noticed);

/// Whether a text that begins with a quotation mark, ' or ", has the other one.
bool is_closed_text(std::string_view quoted);

}  // namespace kronika
