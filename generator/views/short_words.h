// One-line texts that no Markdown passes through: titles, summaries, fields.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// In Polish and Ukrainian a word of one letter does not end a line: the space after it becomes U+00A0. Text in other
/// languages is returned as it is.
std::string bind_short_words(std::string_view text, std::string_view language);

}  // namespace kronika
