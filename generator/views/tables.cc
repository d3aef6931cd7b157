// One way to draw records, wherever they stand: templates are given columns, and rows of cells.
#include "generator/views/tables.h"

#include <algorithm>

#include "generator/core/nearest.h"
#include "generator/core/text_width.h"
#include "generator/output/table_csv.h"
#include "generator/views/languages.h"
#include "generator/views/routes.h"
#include "generator/views/view.h"

namespace kronika {
namespace {

TemplateData cell(const FieldValue& value, const Field& field, const ValueContext& context) {
  FieldItem joined;
  for (const FieldItem& each : field_items(value, field, context)) {
    joined.text += (joined.text.empty() ? "" : ", ") + each.text;
    joined.url = joined.url.empty() && joined.text == each.text ? each.url : "";
    joined.language = each.language;
  }
  TemplateData out;
  set_text(out, "text", joined.text);
  set_optional(out, "url", joined.url);
  set_flag(out, "is_number", is_number(field.type));
  set_foreign(out, joined.language, context.language);
  return out;
}

std::vector<std::string> names_of(const Schema& schema) {
  std::vector<std::string> names;
  for (const Field& field : schema.fields) names.push_back(field.name);
  return names;
}

}  // namespace

bool is_number(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::money;
}

Columns named_columns(const Schema& schema, const std::string& table, const FieldValue& names, const std::string& file,
                      Diagnostics& diagnostics) {
  Columns out;
  const auto add = [&](const FieldValue& value) {
    const auto* name = value.as<std::string>();
    const auto column = name ? schema.index_of(*name) : std::nullopt;
    if (name && !column) {
      diagnostics.report(Code::unknown_column, {file, value.span}, {*name, table}, nearest(*name, names_of(schema)));
    }
    if (column && std::find(out.begin(), out.end(), *column) == out.end()) out.push_back(*column);
  };
  if (const auto* list = names.as<ValueList>()) {
    for (const FieldValue& each : *list) add(each);
  } else {
    add(names);
  }
  return out;
}

void fill_downloads(TemplateData& data, const DataTable& table, const ValueContext& context) {
  set_flag(data, "has_excel", table.attachment.empty());
  if (!table.attachment.empty()) {
    set_text(data, "csv_url", context.links.attachment_url(table.attachment));
    set_text(data, "csv_note", file_note(table.attachment, context.source, context.language));
    return;
  }
  const TableRoutes routes = table_routes(*context.model.config, *table.config);
  const auto fill = [&](const std::string& name, const Route& route, CsvDialect dialect) {
    set_text(data, name + "_url", context.url(route));
    set_text(data, name + "_note", file_note(".csv", table_csv(table, dialect).size(), context.language));
  };
  fill("csv", routes.csv, CsvDialect::rfc4180);
  fill("excel", routes.spreadsheet, CsvDialect::spreadsheet);
}

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
  std::vector<WidestText> widest(shown.size());
  const auto cells_of = [&](const Record& record) {
    std::vector<TemplateData> cells;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      cells.push_back(cell(record.values[shown[i]], fields[shown[i]], context));
      widest[i].add(cells.back().get("text")->string_value());
    }
    return cells;
  };
  for (const Record& record : table.records.rows) {
    TemplateData row;
    set_list(row, "cells", cells_of(record));
    rows.push_back(std::move(row));
  }
  set_list(data, "rows", rows);
  std::vector<TemplateData> totals = table.totals.values.empty() ? std::vector<TemplateData>{} : cells_of(table.totals);
  if (!totals.empty()) totals.erase(totals.begin());  // the first cell says what the row is
  set_list(data, "totals", totals);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Field& field = fields[shown[i]];
    const std::string label = field.label.in(context.language);
    TemplateData column;
    set_text(column, "label", label);
    set_flag(column, "is_number", is_number(field.type));
    set_optional(column, "widest", widest[i].beside(label));
    columns.push_back(std::move(column));
  }
  set_list(data, "columns", columns);
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
  const auto has = [&](Role role) {
    return std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return field.role == role; });
  };
  const bool has_alt = has(Role::alt), has_credit = has(Role::credit);
  for (const Record& row : records.rows) {
    const auto* file = row.values[at].as<FilePath>();
    if (!file) continue;
    Photo photo{file->source_path, "", ""};
    for (std::size_t c = 0; c < fields.size(); ++c) {
      if (c == at || fields[c].hidden) continue;
      const std::string text = display(row.values[c], fields[c], context.model, context.language);
      if (text.empty()) continue;
      if (fields[c].role == Role::alt || (!has_alt && photo.description.empty() && fields[c].type == FieldType::text))
        photo.description = text;
      if (!has_credit || fields[c].role == Role::credit) photo.caption += (photo.caption.empty() ? "" : " – ") + text;
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
