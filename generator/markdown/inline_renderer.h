// What stands inside a paragraph, a heading or a cell: text, emphasis, links, images.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/markdown/page_state.h"
#include "generator/markdown/source_cursor.h"
#include "generator/markdown/tree.h"
#include "generator/markdown/typography.h"

namespace kronika {

class InlineRenderer {
 public:
  /// Appends to `html`. All arguments outlive the renderer.
  InlineRenderer(PageState& state, SourceCursor& cursor, Footnotes& footnotes, std::string& html);

  void begin_block();
  void end_block();
  /// Renders the node that the walk stands on; may move the walk to the end of that node.
  void visit(Walk& walk);

  /// The plain text of the block so far; complete after end_block().
  const std::string& plain() const { return typographer_.plain(); }
  /// Whether the block holds text of its own, not only images.
  bool has_words() const { return has_words_; }
  /// Reports a run of capitals in the block's own text (W0321); code may be written as it is.
  void check_capitals() const;

 private:
  struct OpenLink {
    Place place;
    std::size_t plain_size;
    std::string_view url;
    std::string_view exact_text;  // an address that is its own text: no typography
    bool is_written;              // an <a> was opened
  };
  void text(Node node);
  void open_link(Node node);
  void close_link();
  void image(Node node);
  void raw_html(Node node);
  void footnote_reference(Node node);
  void tag(std::string_view name, bool opens);
  ResolvedLink resolve(std::string_view url, const Place& place);
  void check_footnotes(std::string_view text);
  void check_link_text(const OpenLink& link, std::string_view text) const;
  void check_alternative_text(std::string_view alt, std::string_view url, const Place& place);

  PageState& state_;
  SourceCursor& cursor_;
  Footnotes& footnotes_;
  std::string& html_;
  Typographer typographer_;
  std::vector<OpenLink> links_;
  std::string written_;  // the text of the block as its author wrote it, without code
  bool has_words_ = false;
  bool reported_html_ = false;  // in this block: closing tags are not worth a message of their own
};

}  // namespace kronika
