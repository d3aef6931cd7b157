// The few shapes that Kronika gives a meaning of its own: alerts, components, comments.
#include "generator/markdown/blocks.h"

#include <algorithm>

#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == nowhere ? std::string_view() : text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_word_byte);
}

void shift(Span& span, int columns) {
  if (span.line > 0) span.column += columns;
}

void shift(RawTable& table, int columns);

void shift(RawValue& value, int columns) {
  shift(value.span, columns);
  if (auto* list = std::get_if<RawArray>(&value.value)) {
    for (RawValue& element : *list) shift(element, columns);
  } else if (auto* table = std::get_if<RawTable>(&value.value)) {
    shift(*table, columns);
  }
}

void shift(RawTable& table, int columns) {
  shift(table.span, columns);
  for (RawEntry& entry : table.entries) {
    shift(entry.key_span, columns);
    shift(entry.value, columns);
  }
}

}  // namespace

int end_line_of(Node block) {
  switch (block.kind()) {
    case NodeKind::table_row:
      return block.parent().end_line();
    case NodeKind::table_cell:
      return block.parent().parent().end_line();
    default:
      break;
  }
  // A paragraph that touches a table has no lines of its own: cmark counts it to the table.
  if (block.end_line() == 0 && block.next().exists()) return block.next().end_line();
  return block.end_line();
}

Node find_alert_marker(Node quote) {
  const Node paragraph = quote.first_child();
  if (!paragraph.exists() || paragraph.kind() != NodeKind::paragraph) return {};
  const Node text = paragraph.first_child();
  if (!text.exists() || text.kind() != NodeKind::text) return {};
  if (text.next().exists() && text.next().kind() != NodeKind::soft_break) return {};
  const std::string_view literal = text.literal();
  const bool is_marker = literal.starts_with("[!") && literal.ends_with("]");
  return is_marker && is_name(literal.substr(2, literal.size() - 3)) ? text : Node();
}

std::string alert_kind(std::string_view marker) {
  return lower(marker.substr(2, marker.size() - 3));
}

std::optional<ComponentFence> component_fence(std::string_view info) {
  if (!info.starts_with('{')) return std::nullopt;
  std::string_view name = trimmed(info.substr(1));
  const bool closed = name.ends_with('}');
  if (closed) name = trimmed(name.substr(0, name.size() - 1));
  return is_name(name) ? std::optional(ComponentFence{name, closed}) : std::nullopt;
}

std::optional<RawTable> parse_component_body(std::string_view body, const std::string& file, int first_line,
                                             int column_shift, Diagnostics& diagnostics) {
  Diagnostics local;
  auto table = parse_toml(body, file, first_line, local);
  for (Diagnostic& diagnostic : local.sorted()) {
    shift(diagnostic.place.span, column_shift);
    diagnostics.report(diagnostic.code, diagnostic.place, diagnostic.arguments, diagnostic.suggestion);
  }
  if (table) shift(*table, column_shift);
  return table;
}

bool opens_text_below(std::string_view body, int line) {
  for (; line > 0; --line) {
    const auto end = body.find('\n');
    if (end == nowhere) return false;
    body.remove_prefix(end + 1);
  }
  body = trimmed(body.substr(0, body.find('\n')));
  const auto only = [&](std::string_view marks) {
    return body.ends_with(marks) && body.find(marks) + marks.size() == body.size();
  };
  return only("\"\"\"") || only("'''");
}

std::string without_comments(std::string_view html) {
  std::string out;
  while (!html.empty()) {
    const auto begin = html.find("<!--");
    out += html.substr(0, begin);
    if (begin == nowhere) break;
    const auto end = html.find("-->", begin + 4);
    if (end == nowhere) break;
    html.remove_prefix(end + 3);
  }
  const auto first = out.find_first_not_of(" \t\n");
  if (first == nowhere) return {};
  return out.substr(first, out.find_last_not_of(" \t\n") + 1 - first);
}

}  // namespace kronika
