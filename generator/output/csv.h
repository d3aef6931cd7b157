// Tables for programs and for spreadsheets.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

enum class CsvDialect {
  rfc4180,     // UTF-8 without a mark, commas, CRLF: for programs
  spreadsheet  // a mark (BOM), semicolons, CRLF, decimal commas: what spreadsheets in Polish open as it is meant
};

struct CsvCell {
  enum class Kind {
    text,
    number  // digits with a decimal point
  };
  std::string text;
  Kind kind = Kind::text;
};

/// The rows, the first of which holds the names of the columns. A text of digits and marks is quoted, so that a
/// spreadsheet that is asked to keep quoted cells as texts keeps the zeros that a NIP or a TERYT code begins with, and
/// makes no day of a "1.10"; an ISO date is not. A text that a spreadsheet would run as a formula begins with an
/// apostrophe.
std::string csv(std::span<const std::vector<CsvCell>> rows, CsvDialect dialect);

/// "rejestr.csv" → "rejestr-excel.csv", the name of the same table in the other dialect.
std::string spreadsheet_name(std::string_view csv_name);

/// Would a spreadsheet take the text for a formula, and run it? A telephone number such as +48412001001 is none.
bool looks_like_formula(std::string_view text);

}  // namespace kronika
