// What the files that editors and designers write must not hold, told at line and column.
#pragma once

#include <string>
#include <string_view>

#include "generator/core/diagnostics.h"

namespace kronika {

/// Is it, by its name, a text that people or programs read: a page, data, a drawing, a style sheet?
bool is_scanned_text(std::string_view path);

/// Calendars and contacts fold long lines: the same bytes without that, for whoever looks for what a fold may cut.
std::string unfolded(std::string_view bytes);

/// Line, column and length in code points of bytes of a text.
Span span_in(std::string_view text, std::size_t at, std::size_t bytes);

/// Reports numbers of persons (E0215) in a text file, and in drawings, style sheets and HTML what is loaded from
/// another host than `own_host` (E0326) or refused by the content policy (E0327).
void check_source_file(const std::string& path, std::string_view bytes, std::string_view own_host, Diagnostics&);

}  // namespace kronika
