// Line and column are what an editor acts on, so they are found in the source itself.
#include "generator/markdown/source_cursor.h"

#include <algorithm>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;

bool opens_destination(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char before = text[at - 1];
  return before == '(' || before == '<' || before == ' ' || before == ':' || before == '\n' || before == '\t';
}

bool closes_destination(std::string_view text, std::size_t end) {
  return end >= text.size() || std::string_view(")> \t\n").find(text[end]) != nowhere;
}

/// `](dest`, `](<dest`, `]: dest`, `<dest`: a destination and no word of the text.
bool is_marked(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n')) --at;
  if (at > 0 && text[at - 1] == '<') return true;
  return at > 1 && text[at - 2] == ']' && (text[at - 1] == '(' || text[at - 1] == ':');
}

}  // namespace

SourceCursor::SourceCursor(SourceText source) : source_(std::move(source)), limit_(source_.text.size()) {
  lines_.push_back(0);
  for (auto end = source_.text.find('\n'); end != nowhere; end = source_.text.find('\n', end + 1)) {
    lines_.push_back(end + 1);
  }
}

std::size_t SourceCursor::offset_of_line(int line) const {
  const auto number = static_cast<std::size_t>(std::max(line, 1)) - 1;
  return number < lines_.size() ? lines_[number] : source_.text.size();
}

void SourceCursor::begin_block(int start_line, int end_line) {
  if (start_line > 0) {
    at_ = std::max(at_, offset_of_line(start_line));
    block_line_ = start_line;
  }
  limit_ = end_line > 0 ? std::max(offset_of_line(end_line + 1), at_) : source_.text.size();
}

void SourceCursor::jump(int line) {
  at_ = offset_of_line(line);
}

std::size_t SourceCursor::find_destination(std::string_view url, std::size_t from, std::size_t to) const {
  const std::string_view text = source_.text.substr(0, to);
  std::size_t bare = nowhere;
  for (auto at = text.find(url, from); at != nowhere; at = text.find(url, at + 1)) {
    if (!opens_destination(text, at) || !closes_destination(text, at + url.size())) continue;
    if (is_marked(text, at)) return at;
    if (bare == nowhere) bare = at;
  }
  return bare;
}

std::size_t SourceCursor::find_definition(std::string_view url) {
  const auto [row, is_new] = definitions_.try_emplace(std::string(url), nowhere);
  if (!is_new) return row->second;
  const auto at = find_destination(url, 0, source_.text.size());
  if (at != nowhere && is_marked(source_.text, at)) row->second = at;
  return row->second;
}

Place SourceCursor::destination(std::string_view url, std::string_view link_text) {
  if (url.empty()) return literal(link_text);
  auto at = find_destination(url, at_, limit_);
  if (at != nowhere) {
    at_ = at + url.size();
    return place(at, url.size());
  }
  const auto in_text = link_text.empty() ? nowhere : source_.text.substr(0, limit_).find(link_text, at_);
  at = find_definition(url);
  if (at != nowhere) {
    if (in_text != nowhere) at_ = in_text + link_text.size();
    return place(at, url.size());
  }
  return literal(link_text);
}

Place SourceCursor::literal(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  const auto at = first.empty() ? nowhere : source_.text.substr(0, limit_).find(first, at_);
  if (at == nowhere) return line(block_line_);
  at_ = at + first.size();
  return place(at, first.size());
}

Place SourceCursor::in_block(std::string_view text, std::string_view otherwise) const {
  const std::size_t from = offset_of_line(block_line_);
  for (const std::string_view wanted : {text, otherwise}) {
    const auto at = wanted.empty() ? nowhere : source_.text.substr(0, limit_).find(wanted, from);
    if (at != nowhere) return place(at, wanted.size());
  }
  return line(block_line_);
}

void SourceCursor::skip(std::string_view text) {
  const auto at = source_.text.substr(0, limit_).find(text, at_);
  if (at != nowhere) at_ = at + text.size();
}

Place SourceCursor::line(int line) const {
  auto at = offset_of_line(line);
  while (at < source_.text.size() && (source_.text[at] == ' ' || source_.text[at] == '\t')) ++at;
  return place(at, 1);
}

/// Counts on from the last place when it can, so that a line with thousands of links stays linear.
Place SourceCursor::place(std::size_t offset, std::size_t bytes) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const auto line = static_cast<int>(after - lines_.begin());
  const std::size_t start = lines_[static_cast<std::size_t>(line) - 1];
  if (counted_offset_ < start || counted_offset_ > offset) {
    counted_offset_ = start;
    counted_column_ = 1;
  }
  counted_column_ += columns(counted_offset_, offset);
  counted_offset_ = offset;
  const Span span{file_line(line), source_.column_shift + counted_column_,
                  std::max(1, columns(offset, offset + bytes))};
  return Place{source_.file, span};
}

int SourceCursor::columns(std::size_t from, std::size_t to) const {
  return static_cast<int>(count_code_points(source_.text.substr(from, to - from)));
}

}  // namespace kronika
