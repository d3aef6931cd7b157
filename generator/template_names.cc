// The same declarations that templates are checked against, so that what is printed is what is given.
#include "generator/template_names.h"

#include <fmt/format.h>

#include "generator/core/failure.h"
#include "generator/views/shapes.h"

namespace kronika {
namespace {

std::string_view word_of(Shape::Kind kind) {
  switch (kind) {
    case Shape::Kind::text:
      return "text";
    case Shape::Kind::number:
      return "number";
    case Shape::Kind::node:
      return "section";
    case Shape::Kind::any:
      return "anything";
  }
  return "";
}

void add_names(std::string& out, const std::string& kind, const std::string& above, const Shape& shape) {
  for (const auto& [name, child] : shape.children()) {
    const std::string path = above.empty() ? name : above + "." + name;
    out += fmt::format("{}\t{}\t{}\n", kind, path, word_of(child->kind()));
    add_names(out, kind, path, *child);
  }
}

/// "page", or "page:rejestr" where a collection has names of its own.
std::string told(const TemplateKind& kind) {
  return kind.variant.empty() ? kind.name : kind.name + ":" + kind.variant;
}

}  // namespace

std::string template_names(const Source& site, const Source& builtin_theme, const Config& config,
                           std::string_view wanted) {
  Diagnostics diagnostics;
  const ThemeDeclarations declared = read_declarations(site, config.theme, builtin_theme, diagnostics);
  if (diagnostics.errors() > 0) throw Failure{"theme.toml has mistakes; 'kronika check' shows them"};
  std::string out;
  for (const TemplateKind& kind : template_kinds(config, declared)) {
    if (wanted.empty() || wanted == kind.name || wanted == told(kind)) add_names(out, told(kind), "", kind.shape);
  }
  return out;
}

}  // namespace kronika
