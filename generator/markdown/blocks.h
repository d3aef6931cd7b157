// Questions that the block renderer asks of cmark's tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/core/raw.h"
#include "generator/markdown/tree.h"

namespace kronika {

/// The last line that may hold what a block contains; 0 when cmark does not tell.
int end_line_of(Node block);

/// "[!NOTE]" alone on the first line of a block quote: its text node; else no node.
Node find_alert_marker(Node quote);
/// "note" for "[!NOTE]".
std::string alert_kind(std::string_view marker);

/// The info string of a component: "{figure}".
struct ComponentFence {
  std::string_view name;
  bool closed;  // false for "{figure": the brace was forgotten
};
/// Nothing for any other info string, those that other programs understand ("{.python}") included.
std::optional<ComponentFence> component_fence(std::string_view info);

/// Parses a component's body. `first_line`: the file's line of the body's first line; `column_shift`: code points that
/// stand before each of its lines in the file. Mistakes are reported; then the result is nothing.
std::optional<RawTable> parse_component_body(std::string_view body, const std::string& file, int first_line,
                                             int column_shift, Diagnostics& diagnostics);

/// Does a text in three quotation marks open at the end of this line (from 0) of a component's body? It begins below
/// then.
bool opens_text_below(std::string_view body, int line);

/// What is left of an HTML block that begins with a comment when its comments are taken out; trimmed.
std::string without_comments(std::string_view html);

}  // namespace kronika
