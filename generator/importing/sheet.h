// A table as an office has it, before anything is known of what its columns mean.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/diagnostics.h"

namespace kronika {

/// What day the number 1 is: Excel counts from 1900, on old Macs from 1904.
enum class DateSystem { from_1900, from_1904 };

struct SheetCell {
  enum class Kind {
    text,
    number,  // digits with a decimal point, as the file stores it, not as it is shown
    date,    // ISO, with a time where the file has one
    truth,   // "true" or "false"
    fault    // a formula without a result; the text is what a spreadsheet shows: "#N/A", or "" when there is nothing
  };
  std::string text;  // composed (NFC); '\n' at line ends
  Kind kind = Kind::text;
  Span span;  // CSV: line and column of the file; XLSX: row and column of the sheet
};

struct SheetRow {
  int number = 0;                // as a spreadsheet counts: from 1, the header and blank rows included
  Span span;                     // where it begins; its length is 0, unlike a cell's
  std::vector<SheetCell> cells;  // as many as the header has
  bool good = true;              // false: what is wrong with its cells' number or quotes was reported
};

struct Sheet {
  std::string file;               // for places
  std::string text;               // of a CSV file: UTF-8, '\n' at line ends; "" for XLSX
  std::string encoding;           // of a CSV file: "UTF-8", "Windows-1250", "UTF-16"
  char separator = '\0';          // of a CSV file
  std::vector<SheetCell> header;  // without empty cells at its end
  std::size_t header_cells = 0;   // of a CSV file: with them
  std::vector<SheetRow> rows;     // blank ones left out
  DateSystem dates = DateSystem::from_1900;
  std::size_t text_bytes = 0;  // of all cells
};

/// The file as a whole cannot be read. `what()` is made by both().
struct UnreadableSheet : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// No file may be larger: a register of a country's offices is far smaller.
inline constexpr std::size_t largest_sheet_file = 32 * 1024 * 1024;
/// More than this is no table of an office; a small file can claim to hold it.
inline constexpr std::size_t most_sheet_columns = 1000, most_sheet_cells = 3'000'000,
                             most_sheet_text = 128 * 1024 * 1024;

/// Reads XLSX (known by its first bytes) or CSV. The first row that is not blank is the header. What is wrong with the
/// file as a whole is reported (E0901) and gives a sheet without a header; what is wrong with a row (E0902, E0903), at
/// its place, and the other rows are read.
Sheet read_sheet(std::string_view bytes, const std::string& file, Diagnostics&);

/// The two forms. Throw UnreadableSheet.
Sheet read_csv_sheet(std::string_view bytes, const std::string& file, Diagnostics&);
Sheet read_xlsx_sheet(std::string_view bytes, const std::string& file, Diagnostics&);

/// Without spaces of any kind, line ends and invisible marks at both ends.
std::string trimmed_cell(std::string_view text);

/// Without control characters but tabs and line ends: they mean nothing in a table, and something to a terminal.
std::string without_controls(std::string_view text);

/// Adds a row, brought to the width of the header. Cells too many or too few are reported. Throws UnreadableSheet when
/// the sheet becomes larger than an office's can be.
void add_row(Sheet& sheet, SheetRow row, Diagnostics&);

/// "A", "B", … "AA": as spreadsheets call the column (from 1).
std::string column_letters(std::size_t column);

}  // namespace kronika
