// RFC 4180, and the semicolons that Polish spreadsheets write.
#include <fmt/format.h>

#include <algorithm>

#include "generator/core/raw.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

struct Cell {
  std::string text;
  Span span;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {
    const std::string_view header = text_.substr(0, text_.find('\n'));
    const auto commas = std::count(header.begin(), header.end(), ',');
    separator_ = std::count(header.begin(), header.end(), ';') > commas ? ';' : ',';
  }

  bool at_end() const { return at_ >= text_.size(); }

  std::vector<Cell> row() {
    std::vector<Cell> cells;
    do {
      cells.push_back(cell());
    } while (!at_end() && take(separator_));
    take('\r');
    take('\n');
    return cells;
  }

 private:
  bool take(char wanted) {
    if (at_end() || text_[at_] != wanted) return false;
    ++at_;
    if (wanted == '\n') {
      ++line_;
      line_start_ = at_;
    }
    return true;
  }

  int column() const { return static_cast<int>(count_code_points(text_.substr(line_start_, at_ - line_start_))) + 1; }

  Cell cell() {
    Cell out;
    out.span = {line_, column(), 1};
    const bool quoted = take('"');
    while (!at_end()) {
      const char c = text_[at_];
      if (quoted && c == '"') {
        ++at_;
        if (at_end() || text_[at_] != '"') break;
      } else if (!quoted && (c == separator_ || c == '\n' || c == '\r')) {
        break;
      }
      out.text += text_[at_];
      if (!take('\n')) ++at_;
    }
    out.text = to_nfc(out.text);
    out.span.length = std::max(1, static_cast<int>(count_code_points(out.text)));
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0, line_start_ = 0;
  int line_ = 1;
  char separator_;
};

}  // namespace

std::optional<RawCsv> parse_csv(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto bad = first_invalid_utf8(text)) {
    const std::string_view before = text.substr(0, *bad);
    const auto line_start = before.rfind('\n') + 1;  // 0 when there is none
    const Span span{1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
                    1 + static_cast<int>(count_code_points(before.substr(line_start))), 1};
    const auto byte = static_cast<unsigned>(static_cast<unsigned char>(text[*bad]));
    diagnostics.report(Code::invalid_utf8, {file, span}, {fmt::format("0x{:02X}", byte)});
    return std::nullopt;
  }
  Reader reader(text);
  RawCsv out;
  if (reader.at_end()) return out;
  for (Cell& cell : reader.row()) out.columns.push_back({std::move(cell.text), cell.span});
  bool good = true;
  while (!reader.at_end()) {
    std::vector<Cell> cells = reader.row();
    if (cells.size() == 1 && cells[0].text.empty()) continue;
    if (cells.size() != out.columns.size()) {
      diagnostics.report(Code::csv_syntax, {file, cells[0].span},
                         {std::to_string(cells.size()), std::to_string(out.columns.size())});
      good = false;
      continue;
    }
    RawTable row;
    row.span = cells[0].span;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      RawValue value{std::move(cells[i].text), cells[i].span, {}};
      row.entries.push_back({out.columns[i].name, cells[i].span, std::move(value)});
    }
    out.rows.push_back(std::move(row));
  }
  return good ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace kronika
