// A cell becomes a raw value, and a raw value is read by the reader of its field: one set of checks for editors and
// offices.
#include "generator/importing/row_cells.h"

#include "search/text/fold.h"

namespace kronika {
namespace {

bool takes_files(const Field& field) {
  return field.value_type() == FieldType::file || field.value_type() == FieldType::image;
}

}  // namespace

RowCells::RowCells(const Sheet& sheet, const SheetRow& row, const std::vector<ImportColumn>& columns,
                   const FieldContext& context)
    : sheet_(sheet), row_(row), columns_(columns), context_(context) {}

const SheetCell& RowCells::cell(const ImportColumn& column) const {
  return row_.cells[column.cell];
}

std::string RowCells::text(const ImportColumn& column) const {
  return trimmed_cell(cell(column).text);
}

const Span& RowCells::span(const ImportColumn& column) const {
  return cell(column).span;
}

/// A NIP without its zero may look like a REGON; but not where the REGON itself stands in its own column.
Swap RowCells::swap_of(const ImportColumn& column) const {
  const FieldType type = column.key->field.value_type();
  if (type != FieldType::nip && type != FieldType::regon) return Swap::possible;
  const FieldType other = type == FieldType::nip ? FieldType::regon : FieldType::nip;
  for (const ImportColumn& each : columns_) {
    if (each.key->field.value_type() != other) continue;
    const RepairedText repaired = repair(cell(each), each.key->field, sheet_.dates, Swap::possible, context_);
    if (is_readable(repaired.text, each.key->field, context_)) return Swap::excluded;
  }
  return Swap::possible;
}

/// Nothing when a translation of the map says that the cell means nothing, or when its digits are lost.
std::optional<RepairedText> RowCells::item(const SheetCell& cell, const ImportColumn& column, ReadCell& out) const {
  const auto translated = column.values.find(lower(trimmed_cell(cell.text)));
  if (translated != column.values.end()) {
    const std::string& text = *translated->second.as<std::string>();
    return text.empty() ? std::nullopt : std::optional(RepairedText{text});
  }
  RepairedText repaired = repair(cell, column.key->field, sheet_.dates, swap_of(column), context_);
  if (repaired.lost_digits) {
    context_.diagnostics.report(Code::lost_digits, {sheet_.file, cell.span}, {trimmed_cell(cell.text)});
    out.bad = true;
    return std::nullopt;
  }
  if (repaired.repair != Repair::none) out.repair = repaired.repair;
  if (takes_files(column.key->field)) {  // the site's own export names files from the site's folder on
    const std::string folder = std::string(context_.folder) + "/";
    if (repaired.text.starts_with(folder)) repaired.text.erase(0, folder.size());
  }
  return repaired;
}

RawValue RowCells::list(const SheetCell& whole, const ImportColumn& column, ReadCell& out) const {
  RawArray items;
  const std::string text = trimmed_cell(whole.text);
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(column.separator, at), text.size());
    SheetCell part{trimmed_cell(std::string_view(text).substr(at, end - at)), whole.kind, whole.span};
    if (!part.text.empty()) {
      if (auto read = item(part, column, out)) items.push_back({std::move(read->text), whole.span, {}});
    }
    at = end + column.separator.size();
  }
  return {std::move(items), whole.span, {}};
}

ReadCell RowCells::read(const ImportColumn& column) const {
  ReadCell out;
  const SheetCell& whole = cell(column);
  out.value.span = whole.span;
  if (whole.kind == SheetCell::Kind::fault) {
    context_.diagnostics.report(
        Code::sheet_cell_fault, {sheet_.file, whole.span},
        {whole.text.empty() ? both("a formula without a result", "formuła bez wyniku") : whole.text});
    out.bad = true;
  }
  if (out.bad || trimmed_cell(whole.text).empty()) return out;
  RawValue raw{{}, whole.span, {}};
  if (column.key->field.type == FieldType::list) {
    raw = list(whole, column, out);
  } else if (auto repaired = item(whole, column, out)) {
    out.text = repaired->text;
    raw.value = std::move(repaired->text);
  }
  if (out.bad || raw.is_null()) return out;
  const std::size_t before = context_.diagnostics.errors();
  out.value = read_key(raw, *column.key, context_);
  out.bad = context_.diagnostics.errors() > before;
  if (is_blank(out.value)) out.value.value = std::monostate{};
  return out;
}

}  // namespace kronika
