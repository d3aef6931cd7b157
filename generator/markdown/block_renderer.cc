// Writes the HTML that CommonMark's specification gives, and where people profit from more (tables, task lists,
// footnotes, alerts, components) a form that the Nu checker and assistive technology accept.
#include "generator/markdown/block_renderer.h"

#include "generator/markdown/blocks.h"
#include "generator/markdown/html_text.h"
#include "search/text/escape.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

bool is_inline(NodeKind kind) {
  return kind >= NodeKind::text && kind <= NodeKind::footnote_reference;
}

/// A paragraph of a tight list stands in its item without <p>.
bool is_tight_paragraph(Node node) {
  const Node item = node.parent();
  if (!item.exists() || item.kind() != NodeKind::item) return false;
  return item.parent().exists() && item.parent().is_tight();
}

bool is_last_of_footnote(Node node) {
  return !node.next().exists() && node.parent().exists() && node.parent().kind() == NodeKind::footnote_definition;
}

}  // namespace

BlockRenderer::BlockRenderer(PageState& state, const SourceText& source, TextRole role)
    : state_(state), source_(source), role_(role), cursor_(source), inlines_(state, cursor_, footnotes_, html_) {
  if (role == TextRole::nested) footnotes_.scope = "c" + std::to_string(++state.nested_texts) + "-";
}

std::string BlockRenderer::run() {
  const Tree tree = Tree::parse(source_.text);
  html_.reserve(source_.text.size() + source_.text.size() / 4);
  for (Walk walk(tree.root()); walk.next();) {
    if (is_inline(walk.node().kind())) {
      if (!is_alert_marker(walk.node())) inlines_.visit(walk);
    } else if (walk.entering()) {
      enter(walk);
    } else {
      leave(walk.node());
    }
  }
  return std::move(html_);
}

void BlockRenderer::enter(Walk& walk) {
  const Node node = walk.node();
  if (node.kind() == NodeKind::footnote_definition) cursor_.jump(node.start_line());
  cursor_.begin_block(node.start_line(), end_line_of(node));
  switch (node.kind()) {
    case NodeKind::block_quote:
      return enter_quote(node);
    case NodeKind::list:
      return enter_list(node);
    case NodeKind::item:
      return enter_item(node);
    case NodeKind::paragraph:
      return enter_paragraph(walk);
    case NodeKind::heading:
      fresh_line();
      heading_at_ = html_.size();
      return inlines_.begin_block();
    case NodeKind::code_block:
      return code_block(node);
    case NodeKind::html_block:
      return html_block(node);
    case NodeKind::thematic_break:
      fresh_line();
      html_ += "<hr>\n";
      return;
    case NodeKind::table:
      fresh_line();
      table_ = node;
      return enter_table();
    case NodeKind::table_row:
      return enter_row(node);
    case NodeKind::table_cell:
      cell_ = node;
      return enter_cell();
    case NodeKind::footnote_definition:
      return enter_footnote();
    default:
      return;
  }
}

void BlockRenderer::leave(Node node) {
  switch (node.kind()) {
    case NodeKind::document:
      if (footnote_ > 0) html_ += "</ol>\n</div>\n";
      return;
    case NodeKind::block_quote:
      return leave_quote();
    case NodeKind::list:
      html_ += node.list_kind() == ListKind::ordered ? "</ol>\n" : "</ul>\n";
      return;
    case NodeKind::item:
      html_ += "</li>\n";
      return;
    case NodeKind::paragraph:
      return leave_paragraph(node);
    case NodeKind::heading:
      return leave_heading(node);
    case NodeKind::table:
      return leave_table();
    case NodeKind::table_row:
      return leave_row(node);
    case NodeKind::table_cell:
      return leave_cell(node);
    case NodeKind::footnote_definition:
      return leave_footnote();
    default:
      return;
  }
}

void BlockRenderer::fresh_line() {
  if (!html_.empty() && html_.back() != '\n') html_ += '\n';
}

void BlockRenderer::add_text(std::string_view text) {
  if (role_ == TextRole::nested || text.empty()) return;
  std::string& section = state_.page.sections.back().text;
  if (!section.empty()) section += '\n';
  section += text;
}

void BlockRenderer::enter_list(Node node) {
  fresh_line();
  if (node.list_kind() == ListKind::bullet) {
    html_ += node.first_child().exists() && node.first_child().task() != TaskState::none ? "<ul class=\"tasks\">\n"
                                                                                         : "<ul>\n";
  } else if (node.list_start() == 1) {
    html_ += "<ol>\n";
  } else {
    html_ += "<ol start=\"" + std::to_string(node.list_start()) + "\">\n";
  }
}

void BlockRenderer::enter_item(Node node) {
  fresh_line();
  html_ += "<li>";
  task_ = node.task();
  const Node first = node.first_child();
  if (!first.exists() || first.kind() != NodeKind::paragraph) write_checkbox();
}

void BlockRenderer::write_checkbox() {
  if (task_ == TaskState::none) return;
  const bool is_done = task_ == TaskState::done;
  task_ = TaskState::none;
  html_ += "<input type=\"checkbox\" disabled aria-label=\"";
  append_escaped_html(html_, is_done ? state_.options.task_done : state_.options.task_open);
  html_ += is_done ? "\" checked> " : "\"> ";
}

void BlockRenderer::enter_paragraph(Walk& walk) {
  const Node node = walk.node();
  if (alert_ && node.first_child() == alert_->marker && node.last_child() == alert_->marker) {
    return walk.skip_children();
  }
  if (!is_tight_paragraph(node)) {
    fresh_line();
    html_ += "<p>";
  }
  write_checkbox();
  inlines_.begin_block();
}

void BlockRenderer::leave_paragraph(Node node) {
  inlines_.end_block();
  inlines_.check_capitals();
  if (is_last_of_footnote(node)) write_back_links();
  if (!is_tight_paragraph(node)) html_ += "</p>\n";
  add_text(inlines_.plain());
  const bool is_top = node.parent().exists() && node.parent().kind() == NodeKind::document;
  if (role_ == TextRole::page && is_top && state_.page.first_paragraph.empty() && inlines_.has_words()) {
    state_.page.first_paragraph = inlines_.plain();
  }
}

void BlockRenderer::leave_heading(Node node) {
  inlines_.end_block();
  inlines_.check_capitals();
  const std::string content = html_.substr(heading_at_);
  html_.resize(heading_at_);
  const std::string written = text_of(node);
  check_heading(node, written);
  const std::string level = std::to_string(node.level());
  html_ += "<h" + level;
  Heading heading{node.level(), inlines_.plain(), without_links(content), {}, cursor_.file_line(node.start_line())};
  if (state_.options.heading_ids && !written.empty()) {
    heading.id = state_.ids.claim_slug(written);
    html_ += " id=\"" + heading.id + '"';
  }
  html_ += '>';
  const std::string other = git_host_anchor(written);
  if (!heading.id.empty() && !other.empty() && other != slugify(written) && state_.ids.claim(other)) {
    html_ += "<span id=\"" + other + "\"></span>";
  }
  html_ += content + "</h" + level + ">\n";
  if (role_ == TextRole::nested || written.empty()) return;
  state_.page.sections.push_back({heading.id, heading.text, {}});
  state_.page.headings.push_back(std::move(heading));
}

void BlockRenderer::check_heading(Node node, const std::string& text) {
  const Place place = cursor_.line(node.start_line());
  const int level = node.level();
  if (text.empty()) state_.diagnostics.report(Code::empty_heading, place);
  if (level == 1) state_.diagnostics.report(Code::heading_one, place);
  if (role_ == TextRole::page && level > heading_level_ + 1) {
    state_.diagnostics.report(
        Code::heading_jump, place,
        {std::to_string(heading_level_), std::to_string(level), std::to_string(heading_level_ + 1)});
  }
  heading_level_ = level;
}

}  // namespace kronika
