// The specification's rule of standalone tags: a line with one section, comment, partial or delimiter tag and nothing
// else does not show. For inheritance the rule is wider, since `{{<base}}{{$title}}` often share a line: a line that
// holds nothing but tags of parents and blocks does not show either.
#include "generator/theme/parser.h"

#include <algorithm>
#include <span>

namespace kronika {
namespace {

struct LaidOut {
  Token token;
  Layout layout = Layout::in_line;
  std::string indent;
  std::string newline;
  bool line_start = false;  // no token: a visible line begins here
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_text(const Token& token) {
  return token.kind == TagKind::text;
}

bool may_stand_alone(const Token& token) {
  return token.kind != TagKind::text && token.kind != TagKind::variable && token.kind != TagKind::unescaped;
}

bool is_inheritance(const Token& token) {
  const TagKind kind = token.kind == TagKind::close ? token.closes : token.kind;
  return kind == TagKind::parent || kind == TagKind::block;
}

/// Whether the tags of a line, with nothing but whitespace around them, make it a line that does not show.
bool is_hidden_line(std::span<const Token> line) {
  const auto tags = std::count_if(line.begin(), line.end(), [](const Token& token) { return !is_text(token); });
  const auto every_tag = [&line](auto test) {
    return std::all_of(line.begin(), line.end(), [&test](const Token& token) { return is_text(token) || test(token); });
  };
  const bool blank =
      std::all_of(line.begin(), line.end(), [](const Token& token) { return !is_text(token) || is_blank(token.text); });
  return blank && ((tags == 1 && every_tag(may_stand_alone)) || (tags > 1 && every_tag(is_inheritance)));
}

std::string line_end(const Token& last) {
  if (!is_text(last) || last.text.empty() || last.text.back() != '\n') return "";
  return last.text.ends_with("\r\n") ? "\r\n" : "\n";
}

void add_hidden_line(std::span<const Token> line, std::vector<LaidOut>& out) {
  const std::string indent = is_text(line.front()) ? line.front().text : "";
  const std::string newline = line_end(line.back());
  for (const Token& token : line) {
    if (!is_text(token)) out.push_back({token, Layout::standalone, indent, newline, false});
  }
}

void add_visible_line(std::span<const Token> line, std::vector<LaidOut>& out) {
  const Token& first = line.front();
  const std::size_t indent = is_text(first) ? std::min(first.text.find_first_not_of(" \t"), first.text.size()) : 0;
  const bool empty = line.size() == 1 && is_text(first) && indent == 0 && is_blank(first.text);
  if (!empty) out.push_back({{}, Layout::in_line, is_text(first) ? first.text.substr(0, indent) : "", "", true});
  for (const Token& token : line) {
    LaidOut piece{token, Layout::in_line, "", "", false};
    if (&token == &first && indent > 0) piece.token.text.erase(0, indent);
    if (!is_text(token) || !piece.token.text.empty()) out.push_back(std::move(piece));
  }
}

std::vector<LaidOut> lay_out(const std::vector<Token>& tokens) {
  std::vector<LaidOut> out;
  for (std::size_t start = 0; start < tokens.size();) {
    std::size_t end = start;
    while (end < tokens.size() && line_end(tokens[end]).empty()) ++end;
    if (end < tokens.size()) ++end;
    const std::span<const Token> line(tokens.data() + start, end - start);
    is_hidden_line(line) ? add_hidden_line(line, out) : add_visible_line(line, out);
    start = end;
  }
  return out;
}

NodeKind node_kind(TagKind kind) {
  switch (kind) {
    case TagKind::variable:
      return NodeKind::variable;
    case TagKind::unescaped:
      return NodeKind::unescaped;
    case TagKind::section:
      return NodeKind::section;
    case TagKind::inverted:
      return NodeKind::inverted;
    case TagKind::partial:
      return NodeKind::partial;
    case TagKind::parent:
      return NodeKind::parent;
    case TagKind::block:
      return NodeKind::block;
    default:
      return NodeKind::text;
  }
}

class TreeBuilder {
 public:
  TreeBuilder(const TemplateFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  std::optional<std::vector<TemplateNode>> run(std::vector<LaidOut> pieces) {
    pieces_ = std::move(pieces);
    std::vector<TemplateNode> nodes = children(nullptr);
    return broken_ ? std::nullopt : std::optional(std::move(nodes));
  }

 private:
  std::vector<TemplateNode> children(TemplateNode* owner) {
    std::vector<TemplateNode> out;
    while (at_ < pieces_.size()) {
      LaidOut& piece = pieces_[at_++];
      if (piece.token.kind == TagKind::close) {
        if (piece.layout == Layout::standalone) owner->newline = piece.newline;
        return out;
      }
      if (piece.token.kind == TagKind::comment || piece.token.kind == TagKind::delimiters) continue;
      TemplateNode node = make_node(piece);
      if (owner && owner->kind == NodeKind::parent && !belongs_in_parent(node, *owner)) continue;
      out.push_back(std::move(node));
    }
    return out;
  }

  TemplateNode make_node(LaidOut& piece) {
    TemplateNode node;
    node.kind = piece.line_start ? NodeKind::line_start : node_kind(piece.token.kind);
    node.layout = piece.layout;
    if (piece.line_start) {
      node.text = std::move(piece.indent);
      return node;
    }
    node.indent = std::move(piece.indent);
    node.text = std::move(piece.token.text);
    if (node.kind == NodeKind::text) return node;
    node.place = place_in(file_, piece.token.offset, node.text.size());
    const bool has_children = node.kind == NodeKind::section || node.kind == NodeKind::inverted ||
                              node.kind == NodeKind::parent || node.kind == NodeKind::block;
    if (has_children) node.children = children(&node);
    return node;
  }

  /// The specification ignores text there; a tag that would vanish is more likely a mistake.
  bool belongs_in_parent(const TemplateNode& node, const TemplateNode& parent) {
    if (node.kind == NodeKind::block) return true;
    if (node.kind == NodeKind::text || node.kind == NodeKind::line_start) return false;
    broken_ = true;
    diagnostics_.report(
        Code::template_syntax, node.place,
        {both(
            "only blocks may stand in {{<" + parent.text + "}}; put this tag into a block, {{$name}} … {{/name}}",
            "w {{<" + parent.text + "}} mogą stać tylko bloki; umieść ten znacznik w bloku {{$nazwa}} … {{/nazwa}}")});
    return false;
  }

  const TemplateFile& file_;
  Diagnostics& diagnostics_;
  std::vector<LaidOut> pieces_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

}  // namespace

std::optional<std::vector<TemplateNode>> parse_template(const TemplateFile& file, Diagnostics& diagnostics) {
  const auto tokens = scan(file, diagnostics);
  if (!tokens) return std::nullopt;
  return TreeBuilder(file, diagnostics).run(lay_out(*tokens));
}

}  // namespace kronika
