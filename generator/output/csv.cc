// RFC 4180, and the dialect that spreadsheets set to Polish expect. Spreadsheets run what looks like a formula, whoever
// wrote it; hence every text passes through append_text().
#include "generator/output/csv.h"

#include <algorithm>

namespace kronika {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "2026-03-14", which spreadsheets take for what it is.
bool is_day(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         std::count_if(text.begin(), text.end(), is_digit) == 8;
}

/// A code of digits and marks ("0058045731", "1.10", "26-021"), in which a spreadsheet would see a number or a day of
/// some month.
bool looks_like_number(std::string_view text) {
  constexpr std::string_view marks = ".,-/: ";
  return !text.empty() && is_digit(text.front()) && !is_day(text) && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_digit(c) || marks.find(c) != std::string_view::npos;
  });
}

/// "+48412001001": there is nothing to run in it.
bool is_signed_number(std::string_view text) {
  return text.size() > 1 && (text.front() == '+' || text.front() == '-') &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return is_digit(c) || c == ' '; });
}

void append_text(std::string& out, std::string_view text) {
  const bool quoted = looks_like_number(text) || is_signed_number(text) ||
                      text.find_first_of(",;\"\r\n\t") != std::string_view::npos || text.starts_with(' ') ||
                      text.ends_with(' ');
  if (quoted) out += '"';
  if (looks_like_formula(text)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

void append_number(std::string& out, std::string_view text, CsvDialect dialect) {
  for (const char c : text) out += c == '.' && dialect == CsvDialect::spreadsheet ? ',' : c;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
  constexpr std::string_view starts = "=+-@\t\r\n";
  return !text.empty() && starts.find(text.front()) != std::string_view::npos && !is_signed_number(text);
}

std::string csv(std::span<const std::vector<CsvCell>> rows, CsvDialect dialect) {
  const char separator = dialect == CsvDialect::spreadsheet ? ';' : ',';
  std::string out;
  if (dialect == CsvDialect::spreadsheet) out += byte_order_mark;
  for (const std::vector<CsvCell>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += separator;
      if (row[i].kind == CsvCell::Kind::number) {
        append_number(out, row[i].text, dialect);
      } else {
        append_text(out, row[i].text);
      }
    }
    out += line_end;
  }
  return out;
}

std::string spreadsheet_name(std::string_view csv_name) {
  return std::string(csv_name.substr(0, csv_name.rfind(".csv"))) + "-excel.csv";
}

}  // namespace kronika
