// A template as a tree, with the whitespace of standalone lines already taken out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/theme/scanner.h"

namespace kronika {

enum class NodeKind { text, line_start, variable, unescaped, section, inverted, partial, parent, block };

/// How a tag sits on its line. A tag that is alone there is standalone: the line does not show.
enum class Layout { in_line, standalone };

struct TemplateNode {
  NodeKind kind = NodeKind::text;
  std::string text;  // the characters; of line_start: the spaces and tabs that the line begins with; else the name
  Place place;       // of the name
  Layout layout = Layout::in_line;
  std::string indent;                  // of a standalone tag: what stands before it on its line
  std::string newline;                 // of a block whose closing tag is standalone: the line end that went with it
  std::vector<TemplateNode> children;  // of a parent: blocks only
};

/// Before each line that shows and is not empty there is a `line_start`, so that indentation can be put there. Mistakes
/// are reported, and then the result is nothing.
std::optional<std::vector<TemplateNode>> parse_template(const TemplateFile& file, Diagnostics& diagnostics);

}  // namespace kronika
