// Mustache text cut into tags and the text between them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/theme/template_file.h"

namespace kronika {

enum class TagKind {
  text,        // no tag: characters; ends with the line at the latest
  variable,    // {{name}}
  unescaped,   // {{{name}}} and {{&name}}
  section,     // {{#name}}
  inverted,    // {{^name}}
  close,       // {{/name}}
  partial,     // {{>name}}
  parent,      // {{<name}}
  block,       // {{$name}}
  comment,     // {{!…}}
  delimiters,  // {{=<% %>=}}
};

struct TemplateToken {
  TagKind kind = TagKind::text;
  std::string text;                   // the characters, or the tag's name
  std::size_t offset = 0;             // of `text` in the file
  TagKind closes = TagKind::section;  // of a close tag: what it closes
};

/// Set-delimiter tags are obeyed; every close tag has the opening one that it matches. A syntax error (E0504) is
/// reported, and then the result is nothing: what follows one is guesswork.
std::optional<std::vector<TemplateToken>> scan(const TemplateFile& file, Diagnostics& diagnostics);

}  // namespace kronika
