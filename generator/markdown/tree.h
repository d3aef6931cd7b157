// A typed view of cmark-gfm's tree. tree.cc is the only file that includes cmark.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct cmark_node;
struct cmark_iter;

namespace kronika {

enum class NodeKind {
  document,
  block_quote,
  list,
  item,
  code_block,
  html_block,
  paragraph,
  heading,
  thematic_break,
  footnote_definition,
  table,
  table_row,
  table_cell,
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  footnote_reference,
  other
};

enum class ListKind { bullet, ordered };
enum class TaskState { none, open, done };
enum class Alignment { none, left, center, right };

/// Borrows from a Tree. Texts live as long as the tree. A default-made node is "no node": only `exists` may be asked.
class Node {
 public:
  Node() = default;
  explicit Node(cmark_node* node) : node_(node) {}

  bool exists() const { return node_ != nullptr; }
  bool operator==(const Node&) const = default;
  NodeKind kind() const;

  Node parent() const;
  Node next() const;
  Node previous() const;
  Node first_child() const;
  Node last_child() const;

  std::string_view literal() const;  // text, code, HTML; the number of a footnote reference
  std::string_view url() const;      // unescaped, not resolved
  std::string_view title() const;
  std::string_view info() const;  // of a fenced block
  int level() const;              // of a heading
  ListKind list_kind() const;
  int list_start() const;
  bool is_tight() const;                          // of a list
  TaskState task() const;                         // of an item
  bool is_header() const;                         // of a table row
  Alignment alignment(std::size_t column) const;  // of a table

  /// In the text that was parsed, from 1; 0 when cmark does not know. Trust them for blocks only.
  int start_line() const;
  int start_column() const;  // bytes
  int end_line() const;

 private:
  friend class Walk;
  cmark_node* node_ = nullptr;
};

class Tree {
 public:
  /// CommonMark with GFM's tables, strikethrough, autolinks, task lists and footnotes. Thread-safe by a process-wide
  /// lock: cmark's inline extensions toggle a global table of special characters while they parse.
  static Tree parse(std::string_view text);
  Node root() const { return Node(node_.get()); }

 private:
  struct Free {
    void operator()(cmark_node* node) const;
  };
  explicit Tree(cmark_node* node) : node_(node) {}
  std::unique_ptr<cmark_node, Free> node_;
};

/// Visits every node in document order, containers when entered and when left, without recursion.
class Walk {
 public:
  explicit Walk(Node root);
  /// Moves on; false at the end.
  bool next();
  Node node() const { return node_; }
  bool entering() const { return entering_; }
  /// Goes on after the children of the container that was just entered: the next step comes after its exit.
  void skip_children();

 private:
  struct Free {
    void operator()(cmark_iter* iterator) const;
  };
  std::unique_ptr<cmark_iter, Free> iterator_;
  Node node_;
  bool entering_ = false;
};

/// The text of a node's descendants without markup; images count with their alternative text, footnotes do not.
std::string text_of(Node node);

}  // namespace kronika
