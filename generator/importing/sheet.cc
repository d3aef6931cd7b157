// What CSV and XLSX have in common.
#include "generator/importing/sheet.h"

#include <algorithm>
#include <array>
#include <optional>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::array<std::string_view, 10> blanks = {" ",      "\t",     "\n",     "\r",     "\u00A0",
                                                     "\u2007", "\u2009", "\u202F", "\u200B", "\uFEFF"};

std::string width_advice(std::size_t cells, std::size_t header) {
  return cells < header ? both("cells are missing, perhaps because of a line break that is not in quotes",
                               "brakuje komórek, może z powodu złamania wiersza poza cudzysłowem")
                        : both("a text that holds the separator must be in quotes",
                               "tekst, w którym jest znak rozdzielający, musi być w cudzysłowie");
}

/// How many cells the row has, where that is not as many as the header. In CSV a separator too many shifts the cells
/// after it, even where the last one is empty; in XLSX a cell has a column of its own.
std::optional<std::size_t> wrong_width(const Sheet& sheet, const SheetRow& row) {
  const std::size_t width = sheet.header.size(), cells = row.cells.size();
  if (sheet.separator != '\0' && (cells < width || cells > sheet.header_cells)) return cells;
  const auto last = std::find_if(row.cells.rbegin(), row.cells.rend(),
                                 [](const SheetCell& cell) { return !trimmed_cell(cell.text).empty(); });
  const auto used = static_cast<std::size_t>(row.cells.rend() - last);
  return used > width ? std::optional(used) : std::nullopt;
}

}  // namespace

std::string trimmed_cell(std::string_view text) {
  const auto strip = [&](auto at_edge, auto remove) {
    for (bool again = true; again;) {
      again = std::any_of(blanks.begin(), blanks.end(), [&](std::string_view blank) {
        if (!at_edge(blank)) return false;
        remove(blank.size());
        return true;
      });
    }
  };
  strip([&](std::string_view blank) { return text.starts_with(blank); }, [&](std::size_t n) { text.remove_prefix(n); });
  strip([&](std::string_view blank) { return text.ends_with(blank); }, [&](std::size_t n) { text.remove_suffix(n); });
  return std::string(text);
}

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    const bool kept = c.code_point == U'\n' || c.code_point == U'\t';
    const bool control = c.code_point < 0x20 || (c.code_point >= 0x7F && c.code_point < 0xA0);
    if (kept || !control) append_utf8(out, c.code_point);
    at += c.length;
  }
  return out;
}

void add_row(Sheet& sheet, SheetRow row, Diagnostics& diagnostics) {
  const std::size_t width = sheet.header.size();
  for (const SheetCell& cell : row.cells) sheet.text_bytes += cell.text.size();
  if ((sheet.rows.size() + 1) * width > most_sheet_cells || sheet.text_bytes > most_sheet_text)
    throw UnreadableSheet{both("it has more than 3 million cells, or texts that are too long",
                               "ma ponad 3 miliony komórek albo zbyt długie teksty")};
  if (const auto cells = wrong_width(sheet, row); cells && row.good) {
    diagnostics.report(
        Code::sheet_row_width, {sheet.file, *cells > width ? row.cells[width].span : row.span},
        {std::to_string(row.number), std::to_string(*cells), std::to_string(width), width_advice(*cells, width)});
    row.good = false;
  }
  row.cells.resize(width, SheetCell{{}, SheetCell::Kind::text, row.span});
  sheet.rows.push_back(std::move(row));
}

std::string column_letters(std::size_t column) {
  std::string out;
  for (; column > 0; column = (column - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out;
}

Sheet read_sheet(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  try {
    if (bytes.size() > largest_sheet_file)
      throw UnreadableSheet{both("it is larger than 32 MB", "jest większy niż 32 MB")};
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
      throw UnreadableSheet{
          both("it is an old Excel file (.xls), or one with a password; save it as .xlsx without a password, or as CSV",
               "to stary plik Excela (.xls) albo plik z hasłem; zapisz go jako .xlsx bez hasła albo jako CSV")};
    Sheet sheet = bytes.starts_with("PK\x03\x04") ? read_xlsx_sheet(bytes, file, diagnostics)
                                                  : read_csv_sheet(bytes, file, diagnostics);
    if (sheet.header.empty())
      throw UnreadableSheet{
          both("it is empty; its first row names the columns", "jest pusty; pierwszy wiersz to nazwy kolumn")};
    return sheet;
  } catch (const UnreadableSheet& fault) {
    diagnostics.report(Code::unreadable_sheet, {file, {}}, {fault.what()});
    Sheet nothing;
    nothing.file = file;
    return nothing;
  }
}

}  // namespace kronika
