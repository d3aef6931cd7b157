// Blocks of a text to HTML; what the page's own text holds for the outline, the index and the summary besides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/text_width.h"
#include "generator/markdown/inline_renderer.h"

namespace kronika {

/// A page's own text has an outline and sections; a text inside a component is only rendered.
enum class TextRole { page, nested };

class BlockRenderer {
 public:
  /// `source` must live as long as the renderer.
  BlockRenderer(PageState& state, const SourceText& source, TextRole role);
  std::string run();

 private:
  struct OpenAlert {
    std::string kind;
    Place place;
    std::size_t html_at;  // where its content begins
    Node marker;          // the text node [!NOTE]
  };

  struct HeadCell {
    std::size_t end_at;  // of its opening tag
    std::string name;
    WidestText widest;  // of the cells below it
  };

  void enter(Walk& walk);
  void leave(Node node);
  void enter_list(Node node);
  void enter_item(Node node);
  void enter_paragraph(Walk& walk);
  void leave_paragraph(Node node);
  void leave_heading(Node node);
  void check_heading(Node node, const std::string& text);
  void enter_quote(Node node);
  void leave_quote();
  bool is_alert_marker(Node node) const;
  void code_block(Node node);
  void component(Node node, std::string_view name);
  void html_block(Node node);
  void enter_row(Node node);
  void leave_row(Node node);
  void check_header(Node row);
  void enter_cell();
  void leave_cell(Node node);
  void enter_table();
  void leave_table();
  void write_widest_texts();
  void enter_footnote();
  void leave_footnote();
  void write_back_links();
  void write_checkbox();
  void fresh_line();
  void add_text(std::string_view text);

  PageState& state_;
  const SourceText& source_;
  TextRole role_;
  std::string html_;
  SourceCursor cursor_;
  Footnotes footnotes_;
  InlineRenderer inlines_;

  std::size_t heading_at_ = 0;  // where the open heading's content begins
  int heading_level_ = 1;       // of the last heading
  int quote_depth_ = 0;
  std::optional<OpenAlert> alert_;
  TaskState task_ = TaskState::none;  // its box is still to be written
  Node table_, cell_;
  std::size_t column_ = 0, rows_ = 0;
  std::string row_text_;
  std::string_view cell_tag_;
  std::vector<HeadCell> head_;  // of the open table
  int footnote_ = 0;            // number of the open or last definition
  bool has_back_links_ = false;
  bool reported_html_ = false;
};

}  // namespace kronika
