// Braces in text (a template with other delimiters may have them, and a text may end with one just before a tag) are
// written between tags that change the delimiters and change them back: Mustache has no other way to quote.
#include "generator/theme/pieces.h"

#include <string_view>

namespace kronika {
namespace {

void append_text(std::string& out, std::string_view text, bool tag_follows) {
  while (!text.empty()) {
    const auto brace = std::min(text.find('{'), text.size());
    out += text.substr(0, brace);
    text.remove_prefix(brace);
    const auto run = std::min(text.find_first_not_of('{'), text.size());
    const bool ambiguous = run > 1 || (run == 1 && text.size() == 1 && tag_follows);
    if (ambiguous) out += "{{=<% %>=}}";
    out += text.substr(0, run);
    if (ambiguous) out += "<%={{ }}=%>";
    text.remove_prefix(run);
  }
}

std::string_view sigil(PieceKind kind) {
  switch (kind) {
    case PieceKind::unescaped:
      return "&";
    case PieceKind::section:
      return "#";
    case PieceKind::inverted:
      return "^";
    case PieceKind::end:
      return "/";
    default:
      return "";
  }
}

}  // namespace

std::string to_mustache(const std::vector<Piece>& pieces) {
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.kind == PieceKind::text) {
      append_text(out, piece.text, i + 1 < pieces.size());
    } else {
      out += "{{";
      out += sigil(piece.kind);
      out += piece.text + "}}";
    }
  }
  return out;
}

}  // namespace kronika
