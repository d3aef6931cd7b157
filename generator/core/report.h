// Diagnostics as people and programs read them.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "generator/core/diagnostics.h"

namespace kronika {

enum class MessageLanguage { english, polish };
enum class Colour { never, always };

/// The text of a source file by its name, to show the line; nothing when it cannot be had.
using SourceText = std::function<std::optional<std::string>(const std::string& file)>;

/// The message alone, its context in front, arguments filled in, with "; did you mean …?" where there is a suggestion.
std::string message(const Diagnostic& diagnostic, MessageLanguage language);

/// `file:line:column: error[E0203]: message`, the source line, a caret. Ends with a newline.
std::string format_text(const Diagnostic& diagnostic, MessageLanguage language, Colour colour,
                        const SourceText& source);

/// One JSON object and a newline: file, line, column, severity, code, message, suggestion (null when there is none).
std::string format_json(const Diagnostic& diagnostic, MessageLanguage language);

}  // namespace kronika
