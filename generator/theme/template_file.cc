// Bytes to lines and columns; asked once for each tag, when a theme is loaded.
#include "generator/theme/template_file.h"

#include <algorithm>

#include "search/text/utf8.h"

namespace kronika {

Place place_in(const TemplateFile& file, std::size_t offset, std::size_t length) {
  const std::string_view text = file.text;
  const std::string_view before = text.substr(0, offset);
  const auto newline = before.rfind('\n');
  const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  const std::string_view marked = text.substr(offset, length);
  Span span;
  span.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  span.column = 1 + static_cast<int>(count_code_points(before.substr(line_start)));
  span.length = std::max(1, static_cast<int>(count_code_points(marked.substr(0, marked.find_first_of("\r\n")))));
  return {file.path, span};
}

}  // namespace kronika
