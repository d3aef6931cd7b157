// CSV as offices save it: RFC 4180 with any usual separator, and mistakes that must not spoil the rows after them.
#include <algorithm>
#include <optional>

#include "generator/importing/decode_text.h"
#include "generator/importing/sheet.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view separators = ";,\t|";

/// Whichever stands most often in the first line that is not blank, outside quotes.
char separator_of(std::string_view text) {
  const auto start = text.find_first_not_of(" \n");
  if (start == std::string_view::npos) return ';';
  std::size_t counts[separators.size()] = {};
  bool quoted = false;
  for (const char c : text.substr(start)) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    const auto which = separators.find(c);
    if (!quoted && which != std::string_view::npos) ++counts[which];
  }
  return separators[static_cast<std::size_t>(std::max_element(std::begin(counts), std::end(counts)) - counts)];
}

class CsvReader {
 public:
  CsvReader(Sheet& sheet, Diagnostics& diagnostics) : sheet_(sheet), text_(sheet.text), diagnostics_(diagnostics) {
    const bool named = text_.starts_with("sep=") && text_.size() > 4 && separators.find(text_[4]) != separators.npos;
    if (named) {  // Excel's own first line
      sheet_.separator = text_[4];
      skip_line();
    } else {
      sheet_.separator = separator_of(text_);
    }
  }

  void read() {
    while (at_ < text_.size()) {
      SheetRow row = next_row();
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                     [](const SheetCell& cell) { return trimmed_cell(cell.text).empty(); });
      if (blank) continue;
      if (sheet_.header.empty()) {
        take_header(std::move(row));
      } else {
        add_row(sheet_, std::move(row), diagnostics_);
      }
    }
  }

 private:
  void take_header(SheetRow row) {
    sheet_.header_cells = row.cells.size();
    while (!row.cells.empty() && trimmed_cell(row.cells.back().text).empty()) row.cells.pop_back();
    if (row.cells.size() > most_sheet_columns)
      throw UnreadableSheet{both("it has more than 1000 columns", "ma ponad 1000 kolumn")};
    sheet_.header = std::move(row.cells);
  }

  SheetRow next_row() {
    SheetRow row;
    row.number = ++number_;
    row.span = {line_, column_, 0};
    for (;;) {
      row.cells.push_back(cell(row));
      if (at_ >= text_.size() || text_[at_] != sheet_.separator) break;
      advance();
    }
    if (at_ < text_.size()) advance();  // the line's end
    return row;
  }

  SheetCell cell(SheetRow& row) {
    SheetCell out;
    out.span = here();
    if (at_ < text_.size() && text_[at_] == '"') {
      read_quoted(out, row);
    } else {
      out.text = plain_rest();
    }
    out.span.length = std::max(1, static_cast<int>(count_code_points(out.text.substr(0, out.text.find('\n')))));
    return out;
  }

  std::string plain_rest() {
    const std::size_t from = at_;
    while (at_ < text_.size() && text_[at_] != sheet_.separator && text_[at_] != '\n') advance();
    return std::string(text_.substr(from, at_ - from));
  }

  /// A quotation mark that nothing closes would swallow the rest of the file: then the row ends with its line.
  void read_quoted(SheetCell& out, SheetRow& row) {
    const auto closing = closing_quote(at_ + 1);
    if (!closing || (holds_line_end(at_, *closing) && !cell_ends_after(*closing))) {
      report_quotes(
          out.span, row,
          both("the quotation mark that begins here is not closed; close it, or write it twice (\"\")",
               "cudzysłów, który się tu zaczyna, nie jest zamknięty; zamknij go albo napisz dwa razy (\"\")"));
      out.text = plain_rest();
      return;
    }
    for (advance(); at_ < *closing; advance()) {
      if (text_[at_] == '"') advance();
      out.text += text_[at_];
    }
    advance();
    const std::string rest = plain_rest();
    if (trimmed_cell(rest).empty()) return;
    report_quotes(
        out.span, row,
        both("something stands after the closing quotation mark; write a quotation mark inside a text twice "
             "(\"\")",
             "po zamykającym cudzysłowie coś jeszcze stoi; cudzysłów w środku tekstu napisz dwa razy (\"\")"));
    out.text += rest;
  }

  std::optional<std::size_t> closing_quote(std::size_t from) const {
    for (std::size_t at = text_.find('"', from); at != std::string_view::npos; at = text_.find('"', at + 2)) {
      if (at + 1 >= text_.size() || text_[at + 1] != '"') return at;
    }
    return std::nullopt;
  }

  bool holds_line_end(std::size_t from, std::size_t to) const {
    return text_.substr(from, to - from).find('\n') != std::string_view::npos;
  }

  bool cell_ends_after(std::size_t quote) const {
    const auto next = text_.find_first_not_of(' ', quote + 1);
    return next == std::string_view::npos || text_[next] == sheet_.separator || text_[next] == '\n';
  }

  void report_quotes(const Span& span, SheetRow& row, std::string reason) {
    if (row.good)
      diagnostics_.report(Code::sheet_quotes, {sheet_.file, span}, {std::to_string(row.number), std::move(reason)});
    row.good = false;
  }

  Span here() const { return {line_, column_, 1}; }

  void advance() {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
      ++column_;
    }
    ++at_;
  }

  void skip_line() {
    while (at_ < text_.size() && text_[at_] != '\n') advance();
    if (at_ < text_.size()) advance();
    ++number_;
  }

  Sheet& sheet_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1, number_ = 0;
};

}  // namespace

Sheet read_csv_sheet(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  Sheet sheet;
  sheet.file = file;
  DecodedText decoded = decode_text(bytes);
  sheet.text = std::move(decoded.text);
  sheet.encoding = std::move(decoded.encoding);
  CsvReader(sheet, diagnostics).read();
  return sheet;
}

}  // namespace kronika
