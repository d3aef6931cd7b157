// What a column holds is read off its cells, as a person would.
#include "generator/views/file_table.h"

#include <algorithm>
#include <charconv>

#include "generator/config/text_file.h"
#include "generator/core/raw.h"

namespace kronika {
namespace {

std::string trimmed(const RawValue& cell) {
  const std::string& text = *cell.as<std::string>();
  const auto from = text.find_first_not_of(" \t");
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// A number with a point or a comma; digits that begin with 0 are a code, not a number.
std::optional<double> number_in(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  const std::string_view digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

FieldType type_of(const RawCsv& csv, std::size_t column) {
  bool any = false, whole = true;
  for (const RawTable& row : csv.rows) {
    const std::string text = trimmed(row.entries[column].value);
    if (text.empty()) continue;
    const auto number = number_in(text);
    if (!number) return FieldType::text;
    any = true;
    whole = whole && text.find_first_of(".,") == std::string::npos && std::abs(*number) < 1e15;
  }
  if (!any) return FieldType::text;
  return whole ? FieldType::integer : FieldType::decimal;
}

FieldValue value_of(const RawValue& cell, FieldType type) {
  std::string text = trimmed(cell);
  if (text.empty()) return {{}, cell.span};
  if (type == FieldType::text) return {std::move(text), cell.span};
  const double number = number_in(text).value_or(0);
  if (type == FieldType::decimal) return {number, cell.span};
  return {static_cast<std::int64_t>(number), cell.span};
}

Field field_of(const RawCsv& csv, std::size_t column) {
  Field field;
  field.name = csv.columns[column].name;
  field.type = type_of(csv, column);
  field.label.any = field.name;
  std::replace(field.label.any.begin(), field.label.any.end(), '_', ' ');
  field.span = csv.columns[column].span;
  return field;
}

}  // namespace

std::unique_ptr<FileTable> read_file_table(const std::string& path, std::string_view bytes, Diagnostics& diagnostics) {
  const auto text = text_of_file(bytes, path, diagnostics);
  const auto csv = text ? parse_csv(*text, path, diagnostics) : std::nullopt;
  if (!csv) return nullptr;
  auto out = std::make_unique<FileTable>();
  out->config.name = path.substr(path.rfind('/') + 1);
  out->config.title.any = out->config.name;
  out->table.config = &out->config;
  out->table.file = path;
  out->table.attachment = path;
  for (std::size_t c = 0; c < csv->columns.size(); ++c) {
    Field field = field_of(*csv, c);
    const bool twice = out->config.fields.find(field.name) != nullptr;
    if (field.name.empty() || twice) {
      diagnostics.report(field.name.empty() ? Code::column_without_name : Code::duplicate_key,
                         {path, csv->columns[c].span}, {field.name});
      return nullptr;
    }
    out->config.fields.fields.push_back(std::move(field));
  }
  for (const RawTable& row : csv->rows) {
    Record record;
    for (std::size_t c = 0; c < csv->columns.size(); ++c) {
      record.values.push_back(value_of(row.entries[c].value, out->config.fields.fields[c].type));
    }
    out->table.records.rows.push_back(std::move(record));
  }
  return out;
}

}  // namespace kronika
