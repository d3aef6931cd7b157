// The blocks that CommonMark does not have, or that Kronika renders in its own way: alerts, code and components, HTML,
// tables, footnotes.
#include "generator/markdown/block_renderer.h"
#include "generator/markdown/blocks.h"
#include "generator/markdown/code_faults.h"
#include "generator/markdown/html_text.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

/// A table with fewer rows comes in whole, as a rule.
constexpr std::size_t least_rows_in_parts = 8;

}  // namespace

/// An alert stands in no other block quote, as on git hosts; so the content copied for the host is copied once.
void BlockRenderer::enter_quote(Node node) {
  fresh_line();
  ++quote_depth_;
  const Node marker = quote_depth_ == 1 ? find_alert_marker(node) : Node();
  if (marker.exists()) {
    alert_ = OpenAlert{alert_kind(marker.literal()), cursor_.literal(marker.literal()), html_.size(), marker};
  } else {
    html_ += "<blockquote>\n";
  }
}

void BlockRenderer::leave_quote() {
  fresh_line();
  if (--quote_depth_ > 0 || !alert_) {
    html_ += "</blockquote>\n";
    return;
  }
  const std::string content = html_.substr(alert_->html_at);
  html_.resize(alert_->html_at);
  if (const auto html = state_.host.alert(alert_->kind, content)) {
    html_ += *html;
    fresh_line();
  } else {
    state_.diagnostics.report(Code::unknown_alert, alert_->place, {alert_->kind});
    html_ += "<blockquote>\n<p>";
    append_escaped_html(html_, alert_->marker.literal());
    html_ += "</p>\n" + content + "</blockquote>\n";
  }
  alert_.reset();
}

bool BlockRenderer::is_alert_marker(Node node) const {
  if (!alert_) return false;
  return node == alert_->marker || (node.kind() == NodeKind::soft_break && node.previous() == alert_->marker);
}

void BlockRenderer::code_block(Node node) {
  fresh_line();
  const std::string_view info = node.info();
  if (const auto fence = component_fence(info)) {
    if (fence->closed) return component(node, fence->name);
    const std::string name(fence->name);
    state_.diagnostics.report(Code::unknown_component, cursor_.literal(info), {"{" + name}, "{" + name + "}");
    return;
  }
  html_ += "<pre><code";
  if (const std::string_view language = info.substr(0, info.find_first_of(" \t\n")); !language.empty()) {
    html_ += " class=\"language-";
    append_escaped_html(html_, language);
    html_ += '"';
  }
  html_ += '>';
  std::string_view code = node.literal();
  append_escaped_html(html_, code);
  html_ += "</code></pre>\n";
  while (code.ends_with('\n')) code.remove_suffix(1);
  add_text(code);
}

void BlockRenderer::component(Node node, std::string_view name) {
  const int shift = source_.column_shift + node.start_column() - 1;
  Place place = cursor_.literal(node.info());
  auto parameters = parse_component_body(node.literal(), cursor_.file(), cursor_.file_line(node.start_line() + 1),
                                         shift, state_.diagnostics);
  if (!parameters) return;
  const auto render_nested = [&](std::string_view text, int line) {
    const int in_body = line - cursor_.file_line(node.start_line() + 1);
    const int begin = line + (opens_text_below(node.literal(), in_body) ? 1 : 0);
    const SourceText source{text, cursor_.file(), begin, shift};
    return BlockRenderer(state_, source, TextRole::nested).run();
  };
  const std::string html =
      state_.host.component({std::string(name), std::move(*parameters), std::move(place)}, render_nested);
  html_ += html;
  fresh_line();
  for (const std::string& id : ids_of_html(html)) state_.ids.claim(id);
  add_text(text_of_html(html));
}

/// A closing tag is worth no message of its own when its opening one had one.
void BlockRenderer::html_block(Node node) {
  std::string_view literal = node.literal();
  const auto first = literal.find_first_not_of(" \t\n");
  std::string rest;
  if (first != std::string_view::npos && literal.substr(first).starts_with("<!--")) {
    rest = without_comments(literal);
    if (rest.empty()) return;
    literal = rest;
  }
  if (!state_.options.raw_html) {
    const auto begin = literal.find_first_not_of(" \t\n");
    const auto code = literal.substr(begin == std::string_view::npos ? literal.size() : begin);
    if (!reported_html_ || !code.starts_with("</")) state_.diagnostics.report(Code::raw_html, cursor_.literal(code));
    reported_html_ = true;
    return;
  }
  fresh_line();
  html_ += literal;
  fresh_line();
  report_code_faults(literal, state_, [&](std::size_t at) { return cursor_.literal(literal.substr(at)); });
  for (const std::string& id : ids_of_html(literal)) state_.ids.claim(id);
  add_text(text_of_html(literal));
}

void BlockRenderer::enter_row(Node node) {
  column_ = 0;
  row_text_.clear();
  if (node.is_header()) {
    check_header(node);
    html_ += "<thead>\n";
  } else if (node.previous().exists() && node.previous().is_header()) {
    html_ += "<tbody>\n";
  }
  html_ += "<tr>\n";
}

/// An image in a cell names its column as well as a word does.
void BlockRenderer::check_header(Node row) {
  const auto is_empty = [](Node cell) { return !cell.first_child().exists(); };
  bool all_empty = true;
  for (Node cell = row.first_child(); cell.exists(); cell = cell.next()) all_empty = all_empty && is_empty(cell);
  const Place place = cursor_.line(row.start_line());
  if (all_empty) {
    state_.diagnostics.report(Code::table_without_header, place);
  } else if (is_empty(row.first_child())) {
    state_.diagnostics.report(Code::first_column_without_name, place);
  }
}

void BlockRenderer::leave_row(Node node) {
  html_ += node.is_header() ? "</tr>\n</thead>\n" : "</tr>\n";
  if (!node.is_header()) ++rows_;
  add_text(row_text_);
}

/// A header cell without text heads nothing, so it is an ordinary one.
void BlockRenderer::enter_cell() {
  inlines_.begin_block();
  cell_tag_ = cell_.parent().is_header() && cell_.first_child().exists() ? "th" : "td";
  html_ += '<';
  html_ += cell_tag_;
  if (cell_tag_ == "th") html_ += " scope=\"col\"";
  switch (table_.alignment(column_++)) {
    case Alignment::none:
      break;
    case Alignment::left:
      html_ += " class=\"left\"";
      break;
    case Alignment::center:
      html_ += " class=\"center\"";
      break;
    case Alignment::right:
      html_ += " class=\"right\"";
      break;
  }
  if (cell_.parent().is_header()) head_.push_back({html_.size(), {}, {}});
  html_ += '>';
}

void BlockRenderer::leave_cell(Node node) {
  inlines_.end_block();
  inlines_.check_capitals();
  const std::string& text = inlines_.plain();
  if (!row_text_.empty() && !text.empty()) row_text_ += ' ';
  row_text_ += text;
  html_ += "</";
  html_ += cell_tag_;
  html_ += ">\n";
  if (column_ > head_.size()) return;  // enter_cell went past it
  HeadCell& head = head_[column_ - 1];
  if (node.parent().is_header()) {
    head.name = text;
  } else {
    head.widest.add(text);
  }
}

/// A wide table scrolls in a box of its own, which the keyboard reaches; the heading above is the table's name.
void BlockRenderer::enter_table() {
  rows_ = 0;
  html_ += "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"";
  append_escaped_html(html_, state_.options.table_label);
  html_ += "\">\n<table";
  const auto& headings = state_.page.headings;
  if (!headings.empty() && !headings.back().id.empty()) html_ += " aria-labelledby=\"" + headings.back().id + '"';
  html_ += ">\n";
}

void BlockRenderer::leave_table() {
  if (table_.first_child().next().exists()) html_ += "</tbody>\n";
  html_ += "</table>\n</div>\n";
  if (rows_ >= least_rows_in_parts) write_widest_texts();
  head_.clear();
}

/// Into the cells of the head, the last one first, so that the places of the others stay.
void BlockRenderer::write_widest_texts() {
  for (auto head = head_.rbegin(); head != head_.rend(); ++head) {
    const std::string text = head->widest.beside(head->name);
    if (text.empty()) continue;
    std::string attribute = " data-widest=\"";
    append_escaped_html(attribute, text);
    html_.insert(head->end_at, attribute + '"');
  }
}

void BlockRenderer::enter_footnote() {
  if (footnote_++ == 0) {
    fresh_line();
    html_ += "<div class=\"footnotes\"";
    if (role_ == TextRole::page) {
      html_ += " role=\"region\" aria-label=\"";
      append_escaped_html(html_, state_.options.footnotes_title);
      html_ += '"';
    }
    html_ += ">\n<ol>\n";
  }
  const std::string id = footnote_id(footnotes_.scope, footnote_);
  state_.ids.claim(id);
  has_back_links_ = false;
  html_ += "<li id=\"" + id + "\">";
}

void BlockRenderer::leave_footnote() {
  if (!has_back_links_) {
    fresh_line();
    html_ += "<p>";
    write_back_links();
    html_ += "</p>\n";
  }
  html_ += "</li>\n";
}

void BlockRenderer::write_back_links() {
  has_back_links_ = true;
  const int count = footnotes_.count(footnote_);
  for (int occurrence = 1; occurrence <= count; ++occurrence) {
    html_ += " <a class=\"footnote-back\" href=\"#";
    html_ += footnote_reference_id(footnotes_.scope, footnote_, occurrence) + "\" aria-label=\"";
    append_escaped_html(html_, state_.options.back_to_text);
    if (count > 1) html_ += " (" + std::to_string(occurrence) + ")";
    html_ += "\">↩</a>";
  }
}

}  // namespace kronika
