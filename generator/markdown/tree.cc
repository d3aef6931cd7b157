// Keeps cmark's C interface, its run-time node types and its thread-unsafe parser behind one door.
#include "generator/markdown/tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cassert>
#include <cstdint>
#include <mutex>

#include "generator/markdown/markdown.h"

namespace kronika {
namespace {

constexpr const char* extensions[] = {"table", "strikethrough", "autolink", "tasklist"};

struct ParserFree {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

/// The table of special characters that parsing changes is one for the process, so its lock must be too.
std::mutex& parser_lock() {
  static std::mutex lock;
  return lock;
}

std::string_view view(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

/// Extension node types are numbers given at run time; their names are fixed.
NodeKind extension_kind(cmark_node* node) {
  const std::string_view name = view(cmark_node_get_type_string(node));
  if (name == "table_cell") return NodeKind::table_cell;
  if (name == "table_row" || name == "table_header") return NodeKind::table_row;
  if (name == "table") return NodeKind::table;
  if (name == "strikethrough") return NodeKind::strikethrough;
  return NodeKind::other;
}

}  // namespace

void initialise_markdown() {
  cmark_gfm_core_extensions_ensure_registered();
}

NodeKind Node::kind() const {
  switch (cmark_node_get_type(node_)) {
    case CMARK_NODE_DOCUMENT:
      return NodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeKind::block_quote;
    case CMARK_NODE_LIST:
      return NodeKind::list;
    case CMARK_NODE_ITEM:
      return NodeKind::item;
    case CMARK_NODE_CODE_BLOCK:
      return NodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK:
      return NodeKind::html_block;
    case CMARK_NODE_PARAGRAPH:
      return NodeKind::paragraph;
    case CMARK_NODE_HEADING:
      return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return NodeKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return NodeKind::footnote_definition;
    case CMARK_NODE_TEXT:
      return NodeKind::text;
    case CMARK_NODE_SOFTBREAK:
      return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return NodeKind::line_break;
    case CMARK_NODE_CODE:
      return NodeKind::code;
    case CMARK_NODE_HTML_INLINE:
      return NodeKind::html_inline;
    case CMARK_NODE_EMPH:
      return NodeKind::emphasis;
    case CMARK_NODE_STRONG:
      return NodeKind::strong;
    case CMARK_NODE_LINK:
      return NodeKind::link;
    case CMARK_NODE_IMAGE:
      return NodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return NodeKind::footnote_reference;
    default:
      return extension_kind(node_);
  }
}

Node Node::parent() const {
  return Node(cmark_node_parent(node_));
}
Node Node::next() const {
  return Node(cmark_node_next(node_));
}
Node Node::previous() const {
  return Node(cmark_node_previous(node_));
}
Node Node::first_child() const {
  return Node(cmark_node_first_child(node_));
}
Node Node::last_child() const {
  return Node(cmark_node_last_child(node_));
}
std::string_view Node::literal() const {
  return view(cmark_node_get_literal(node_));
}
std::string_view Node::url() const {
  return view(cmark_node_get_url(node_));
}
std::string_view Node::title() const {
  return view(cmark_node_get_title(node_));
}
std::string_view Node::info() const {
  return view(cmark_node_get_fence_info(node_));
}
int Node::level() const {
  return cmark_node_get_heading_level(node_);
}
int Node::list_start() const {
  return cmark_node_get_list_start(node_);
}
bool Node::is_tight() const {
  return cmark_node_get_list_tight(node_) != 0;
}
bool Node::is_header() const {
  return cmark_gfm_extensions_get_table_row_is_header(node_) != 0;
}
int Node::start_line() const {
  return cmark_node_get_start_line(node_);
}
int Node::start_column() const {
  return cmark_node_get_start_column(node_);
}
int Node::end_line() const {
  return cmark_node_get_end_line(node_);
}

ListKind Node::list_kind() const {
  return cmark_node_get_list_type(node_) == CMARK_ORDERED_LIST ? ListKind::ordered : ListKind::bullet;
}

TaskState Node::task() const {
  if (!cmark_node_get_syntax_extension(node_)) return TaskState::none;
  return cmark_gfm_extensions_get_tasklist_item_checked(node_) ? TaskState::done : TaskState::open;
}

Alignment Node::alignment(std::size_t column) const {
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node_);
  if (!alignments || column >= cmark_gfm_extensions_get_table_columns(node_)) return Alignment::none;
  switch (alignments[column]) {
    case 'l':
      return Alignment::left;
    case 'c':
      return Alignment::center;
    case 'r':
      return Alignment::right;
    default:
      return Alignment::none;
  }
}

void Tree::Free::operator()(cmark_node* node) const {
  cmark_node_free(node);
}

Tree Tree::parse(std::string_view text) {
  const std::lock_guard lock(parser_lock());
  const std::unique_ptr<cmark_parser, ParserFree> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const char* name : extensions) {
    cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
    assert(extension && "initialise_markdown() was not called");
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Tree(cmark_parser_finish(parser.get()));
}

void Walk::Free::operator()(cmark_iter* iterator) const {
  cmark_iter_free(iterator);
}

Walk::Walk(Node root) : iterator_(cmark_iter_new(root.node_)) {}

bool Walk::next() {
  const cmark_event_type event = cmark_iter_next(iterator_.get());
  if (event == CMARK_EVENT_DONE) return false;
  node_ = Node(cmark_iter_get_node(iterator_.get()));
  entering_ = event == CMARK_EVENT_ENTER;
  return true;
}

void Walk::skip_children() {
  cmark_iter_reset(iterator_.get(), node_.node_, CMARK_EVENT_EXIT);
  entering_ = false;
}

std::string text_of(Node node) {
  std::string out;
  for (Walk walk(node); walk.next();) {
    if (!walk.entering()) continue;
    switch (walk.node().kind()) {
      case NodeKind::text:
      case NodeKind::code:
        out += walk.node().literal();
        break;
      case NodeKind::soft_break:
      case NodeKind::line_break:
        out += ' ';
        break;
      default:
        break;
    }
  }
  return out;
}

}  // namespace kronika
