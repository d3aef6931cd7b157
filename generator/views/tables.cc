// One way to draw records, wherever they stand: templates are given columns, and rows of cells.
#include "generator/views/tables.h"

#include <algorithm>

namespace kronika {
namespace {

bool is_number(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::money;
}

TemplateData cell(const FieldValue& value, const Field& field, const ValueContext& context) {
  FieldItem joined;
  for (const FieldItem& each : field_items(value, field, context)) {
    joined.text += (joined.text.empty() ? "" : ", ") + each.text;
    joined.url = joined.url.empty() && joined.text == each.text ? each.url : "";
  }
  TemplateData out;
  set_text(out, "text", joined.text);
  set_optional(out, "url", joined.url);
  set_flag(out, "is_number", is_number(field.type));
  return out;
}

}  // namespace

Columns visible_columns(const Schema& schema, const RecordList& records) {
  Columns out;
  for (std::size_t c = 0; c < schema.fields.size(); ++c) {
    if (schema.fields[c].hidden) continue;
    const bool used = records.rows.empty() || std::any_of(records.rows.begin(), records.rows.end(),
                                                          [&](const Record& row) { return !row.values[c].empty(); });
    if (used) out.push_back(c);
  }
  return out;
}

void fill_table(TemplateData& data, const TableRows& table, std::span<const std::size_t> shown,
                const ValueContext& context) {
  const auto& fields = table.schema.fields;
  std::vector<TemplateData> columns, rows;
  for (const std::size_t c : shown) {
    TemplateData column;
    set_text(column, "label", fields[c].label.in(context.language));
    set_flag(column, "is_number", is_number(fields[c].type));
    columns.push_back(std::move(column));
  }
  const auto cells_of = [&](const Record& record) {
    std::vector<TemplateData> cells;
    for (const std::size_t c : shown) cells.push_back(cell(record.values[c], fields[c], context));
    return cells;
  };
  for (const Record& record : table.records.rows) {
    TemplateData row;
    set_list(row, "cells", cells_of(record));
    rows.push_back(std::move(row));
  }
  set_list(data, "columns", columns);
  set_list(data, "rows", rows);
  std::vector<TemplateData> totals = table.totals.values.empty() ? std::vector<TemplateData>{} : cells_of(table.totals);
  if (!totals.empty()) totals.erase(totals.begin());  // the first cell says what the row is
  set_list(data, "totals", totals);
}

void fill_table(TemplateData& data, const TableRows& table, const ValueContext& context) {
  fill_table(data, table, visible_columns(table.schema, table.records), context);
}

std::vector<Photo> photos_of(const Schema& schema, const RecordList& records, const ValueContext& context) {
  const auto& fields = schema.fields;
  const auto image =
      std::find_if(fields.begin(), fields.end(), [](const Field& field) { return field.type == FieldType::image; });
  std::vector<Photo> out;
  if (image == fields.end()) return out;
  const auto at = static_cast<std::size_t>(image - fields.begin());
  for (const Record& row : records.rows) {
    const auto* file = row.values[at].as<FilePath>();
    if (!file) continue;
    Photo photo{file->source_path, "", ""};
    for (std::size_t c = 0; c < fields.size(); ++c) {
      if (c == at || fields[c].hidden) continue;
      const std::string text = display(row.values[c], fields[c], context.model, context.language);
      if (text.empty()) continue;
      if (photo.description.empty() && fields[c].type == FieldType::text) photo.description = text;
      photo.caption += (photo.caption.empty() ? "" : " – ") + text;
    }
    out.push_back(std::move(photo));
  }
  return out;
}

const DataTable* table_of(const FieldValue& value, const Field& field, const SiteModel& model) {
  const auto* name = value.as<std::string>();
  return name && field.value_type() == FieldType::data ? model.table(*name) : nullptr;
}

}  // namespace kronika
