// Expansion is substitution on trees. A frame is one use of a template: the indentation put before its lines, and the
// blocks that its users have overridden. An argument remembers the frame it was written in, so that names of blocks and
// templates in it mean what they meant there; frames therefore live as long as anything below them is expanded, on the
// call stack. Since an argument's frame is always an older one, expansion ends unless a template includes itself, and
// that is refused.
#include "generator/theme/expander.h"

#include <fmt/format.h>

#include <map>

#include "search/text/escape.h"

namespace kronika {
namespace {

/// Templates may use each other so that their expansion doubles with each level.
constexpr std::size_t most_pieces = 200'000;

/// {{t.KEY.forms}}: all plural forms of a text.
constexpr std::string_view forms_suffix = ".forms";

struct Frame;
struct Argument {
  const TemplateNode* block;
  const Frame* written_in;
};
using Arguments = std::map<std::string, Argument, std::less<>>;

struct Frame {
  std::string_view name;   // of the template
  const Frame* including;  // whose text includes it; nothing for the outermost
  const Arguments* arguments;
  std::string indent;  // put before each line
  std::string strip;   // taken from the start of each line: the indentation of an argument where it was written
};

std::string without_prefix(std::string_view spaces, std::string_view strip) {
  std::size_t common = 0;
  while (common < spaces.size() && common < strip.size() && spaces[common] == strip[common]) ++common;
  return std::string(spaces.substr(common));
}

/// The indentation of the first line that the nodes show; nothing when there is none.
const std::string* first_indent(const std::vector<TemplateNode>& nodes) {
  for (const TemplateNode& node : nodes) {
    if (node.kind == NodeKind::line_start) return &node.text;
    if (node.kind != NodeKind::text && node.layout == Layout::standalone) return &node.indent;
    if (const std::string* found = first_indent(node.children)) return found;
  }
  return nullptr;
}

class Expander {
 public:
  Expander(const TemplateLibrary& library, const Translations& translations, Diagnostics& diagnostics)
      : library_(library), translations_(translations), diagnostics_(diagnostics) {}

  std::vector<Piece> run(std::string_view name) {
    const Arguments none;
    if (const auto* nodes = library_.find(name)) expand(*nodes, Frame{name, nullptr, &none, "", ""});
    return std::move(out_);
  }

 private:
  void expand(const std::vector<TemplateNode>& nodes, const Frame& frame) {
    for (const TemplateNode& node : nodes) {
      if (!within_bounds(node)) return;
      expand(node, frame);
    }
  }

  void expand(const TemplateNode& node, const Frame& frame) {
    switch (node.kind) {
      case NodeKind::text:
        return add_text(node.text);
      case NodeKind::line_start:
        return add_text(frame.indent + without_prefix(node.text, frame.strip));
      case NodeKind::variable:
      case NodeKind::unescaped:
        return add_variable(node);
      case NodeKind::section:
      case NodeKind::inverted:
        return add_section(node, frame);
      case NodeKind::partial:
        return include(node, *frame.arguments, frame);
      case NodeKind::parent:
        return add_parent(node, frame);
      case NodeKind::block:
        return add_block(node, frame);
    }
  }

  bool within_bounds(const TemplateNode& node) {
    if (added_ < most_pieces) return true;
    if (!full_) {
      diagnostics_.report(Code::template_syntax, node.place,
                          {both("the template becomes too large: templates include each other too many times",
                                "szablon staje się za duży: szablony zbyt wiele razy włączają się nawzajem")});
    }
    full_ = true;
    return false;
  }

  void add_text(std::string_view text) {
    if (text.empty()) return;
    ++added_;
    if (out_.empty() || out_.back().kind != PieceKind::text) out_.emplace_back();
    out_.back().text += text;
    at_line_start_ = text.back() == '\n';
  }

  void add_tag(PieceKind kind, std::string name, const Place& place, Naming naming = Naming::plain) {
    ++added_;
    out_.push_back({kind, std::move(name), place, naming});
    if (kind == PieceKind::variable || kind == PieceKind::unescaped) at_line_start_ = false;
  }

  /// The key when the name is one of a translation.
  static std::string_view translation_key(const TemplateNode& node) {
    return node.text.starts_with("t.") ? std::string_view(node.text).substr(2) : std::string_view();
  }

  const Translation* translation(const TemplateNode& node, std::string_view key) {
    const Translation* found = translations_.find(key);
    if (!found) {
      diagnostics_.report(Code::unknown_translation, node.place, {std::string(key), translations_.language()},
                          translations_.nearest_to(key));
    }
    return found;
  }

  void add_variable(const TemplateNode& node) {
    const PieceKind kind = node.kind == NodeKind::variable ? PieceKind::variable : PieceKind::unescaped;
    std::string_view key = translation_key(node);
    if (key.empty()) return add_tag(kind, node.text, node.place);
    const bool all_forms = key.ends_with(forms_suffix);
    if (all_forms) key.remove_suffix(forms_suffix.size());
    const Translation* found = translation(node, key);
    if (!found) return;
    if (all_forms) return found->is_plural() ? add_forms(*found, kind) : report_single(node, key);
    if (found->is_plural()) {
      return report(
          node, fmt::format("the text '{0}' has plural forms; write {{{{#t.{0}}}}}name of a number{{{{/t.{0}}}}}", key),
          fmt::format("tekst „{0}” ma formy liczby; napisz {{{{#t.{0}}}}}nazwa liczby{{{{/t.{0}}}}}", key));
    }
    add_translated(found->plain, "", kind, found->place);
  }

  /// {"one":"{n} wynik","few":"{n} wyniki"}: for a script, which alone knows the number. {n} and other names stay.
  void add_forms(const Translation& translation, PieceKind kind) {
    std::string json = "{";
    for (const auto& [form, text] : translation.forms) {
      if (json.size() > 1) json += ",";
      json += fmt::format("\"{}\":\"{}\"", form, escape_json(text));
    }
    json += "}";
    add_text(kind == PieceKind::variable ? escape_html(json) : json);
  }

  /// `number`: what {n} stands for; "" when it is a name like others.
  void add_translated(std::string_view text, const std::string& number, PieceKind kind, const Place& place) {
    for (const TranslationPart& part : translation_parts(text)) {
      if (part.is_name) {
        add_tag(kind, part.text == "n" && !number.empty() ? number : std::string(part.text), place);
      } else {
        add_text(kind == PieceKind::variable ? escape_html(part.text) : std::string(part.text));
      }
    }
  }

  void add_section(const TemplateNode& node, const Frame& frame) {
    const std::string_view key = translation_key(node);
    if (!key.empty()) return add_plural(node, key);
    add_tag(node.kind == NodeKind::section ? PieceKind::section : PieceKind::inverted, node.text, node.place);
    expand(node.children, frame);
    add_tag(PieceKind::end, node.text, node.place);
  }

  void add_plural(const TemplateNode& node, std::string_view key) {
    const Translation* found = translation(node, key);
    if (!found) return;
    if (node.kind == NodeKind::inverted) {
      return report(node, fmt::format("a text is always there: {{{{^t.{}}}}} has no meaning", key),
                    fmt::format("tekst zawsze jest: {{{{^t.{}}}}} nie ma znaczenia", key));
    }
    if (!found->is_plural()) return report_single(node, key);
    const std::string number = number_name(node);
    if (number.empty()) {
      return report(
          node,
          fmt::format("between {{{{#t.{0}}}}} and {{{{/t.{0}}}}} there must be the name of a number, nothing else",
                      key),
          fmt::format("między {{{{#t.{0}}}}} a {{{{/t.{0}}}}} ma stać nazwa liczby i nic więcej", key));
    }
    for (const auto& [form, text] : found->forms) {
      const std::string flag = number + "_" + form;
      add_tag(PieceKind::section, flag, node.place, Naming::plural);
      add_translated(text, number, PieceKind::variable, found->place);
      add_tag(PieceKind::end, flag, node.place, Naming::plural);
    }
  }

  /// The one word in a plural section, or "".
  static std::string number_name(const TemplateNode& section) {
    std::string body;
    for (const TemplateNode& child : section.children) {
      if (child.kind == NodeKind::line_start) continue;
      if (child.kind != NodeKind::text) return "";
      body += child.text;
    }
    const auto start = body.find_first_not_of(" \t\r\n");
    if (start == std::string::npos) return "";
    body = body.substr(start, body.find_last_not_of(" \t\r\n") - start + 1);
    return body.find_first_of(" \t\r\n") == std::string::npos ? body : "";
  }

  void report_single(const TemplateNode& node, std::string_view key) {
    report(node, fmt::format("the text '{0}' has no plural forms; write {{{{t.{0}}}}}", key),
           fmt::format("tekst „{0}” nie ma form liczby; napisz {{{{t.{0}}}}}", key));
  }

  void report(const TemplateNode& node, std::string_view english, std::string_view polish) {
    diagnostics_.report(Code::template_syntax, node.place, {both(english, polish)});
  }

  void include(const TemplateNode& tag, const Arguments& arguments, const Frame& frame) {
    const std::vector<TemplateNode>* nodes = library_.find(tag.text);
    if (!nodes || reports_cycle(tag, frame)) return;
    const bool standalone = tag.layout == Layout::standalone;
    const std::string indent = standalone ? frame.indent + without_prefix(tag.indent, frame.strip) : "";
    expand(*nodes, Frame{tag.text, &frame, &arguments, indent, ""});
  }

  bool reports_cycle(const TemplateNode& tag, const Frame& frame) {
    std::string path = tag.text;
    for (const Frame* user = &frame; user; user = user->including) {
      path = std::string(user->name) + " → " + path;
      if (user->name != tag.text) continue;
      diagnostics_.report(Code::template_cycle, tag.place, {tag.text, path});
      return true;
    }
    return false;
  }

  /// What the user of this template overrides wins over what this template overrides in its parent.
  void add_parent(const TemplateNode& parent, const Frame& frame) {
    Arguments arguments = *frame.arguments;
    for (const TemplateNode& block : parent.children) arguments.try_emplace(block.text, Argument{&block, &frame});
    include(parent, arguments, frame);
  }

  void add_block(const TemplateNode& site, const Frame& frame) {
    const auto found = frame.arguments->find(site.text);
    const std::size_t before = added_;
    if (found == frame.arguments->end()) {
      expand(site.children, frame);
    } else {
      add_argument(found->second, site, frame);
    }
    if (added_ > before && !at_line_start_) add_text(site.newline);
  }

  /// An argument takes the indentation of the place it is put in.
  void add_argument(const Argument& argument, const TemplateNode& site, const Frame& frame) {
    const TemplateNode& block = *argument.block;
    Frame inner = *argument.written_in;
    inner.indent.clear();
    if (site.layout == Layout::standalone) {
      const std::string* default_indent = first_indent(site.children);
      inner.indent = frame.indent + without_prefix(default_indent ? *default_indent : site.indent, frame.strip);
    }
    if (block.layout == Layout::standalone) {
      const std::string* written_indent = first_indent(block.children);
      inner.strip = written_indent ? *written_indent : "";
    } else if (!block.children.empty()) {
      add_text(inner.indent);
    }
    expand(block.children, inner);
  }

  const TemplateLibrary& library_;
  const Translations& translations_;
  Diagnostics& diagnostics_;
  std::vector<Piece> out_;
  std::size_t added_ = 0;  // texts and tags so far
  bool at_line_start_ = true;
  bool full_ = false;
};

}  // namespace

std::vector<Piece> expand(const TemplateLibrary& library, std::string_view name, const Translations& translations,
                          Diagnostics& diagnostics) {
  return Expander(library, translations, diagnostics).run(name);
}

}  // namespace kronika
