// The header and the values are those of front matter, so that a table can be edited and imported again.
#include "generator/exports/tables.h"

namespace kronika {
namespace {

bool is_column(const Field& field) {
  return field.type != FieldType::table && field.type != FieldType::data;
}

/// A column's name that no field has.
std::string free_name(std::string wanted, const Schema& schema) {
  while (schema.find(wanted)) wanted.insert(0, "page_");
  return wanted;
}

/// A file is named from the page's folder on, as front matter names it.
std::string file_name(const FieldValue& value, const Page& page) {
  if (const auto* file = value.as<FilePath>()) {
    const std::string prefix = page.folder + "/";
    const bool beside = file->source_path.starts_with(prefix);
    return beside ? file->source_path.substr(prefix.size()) : file->source_path;
  }
  std::string out;
  if (const auto* list = value.as<ValueList>())
    for (const FieldValue& each : *list) out += (out.empty() ? "" : ";") + file_name(each, page);
  return out;
}

CsvCell cell(const FieldValue& value, const Field& field, const Page& page) {
  const FieldType type = field.value_type();
  if (type == FieldType::file || type == FieldType::image) return {file_name(value, page)};
  const bool number = field.type == FieldType::integer || field.type == FieldType::decimal;
  return {plain_value(value, field), number ? CsvCell::Kind::number : CsvCell::Kind::text};
}

/// Midnight of a time that may be a day is the day.
std::string moment(const std::optional<DateTime>& time, bool has_time) {
  if (!time) return "";
  return has_time ? iso(*time) : iso(time->date);
}

bool has_hour(const std::optional<DateTime>& time) {
  return time && (time->hour != 0 || time->minute != 0 || time->second != 0);
}

void append_fields(std::vector<CsvCell>& row, const std::vector<FieldValue>& values, const Schema& schema,
                   const Page& page) {
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    if (!is_column(schema.fields[i])) continue;
    row.push_back(i < values.size() ? cell(values[i], schema.fields[i], page) : CsvCell{});
  }
}

void append_names(std::vector<CsvCell>& row, const Schema& schema) {
  for (const Field& field : schema.fields)
    if (is_column(field)) row.push_back({field.name});
}

}  // namespace

CsvRows entry_rows(const Collection& collection, const ExportSite& site) {
  const FrontMatterNames& names = site.config().front_matter;
  const Schema& schema = collection.config->schema;
  CsvRows out{{{names.slug}, {names.title}, {names.date}, {names.updated}, {names.summary}}};
  append_names(out.front(), schema);
  out.front().push_back({free_name("url", schema)});
  for (const PageId id : collection.entries) {
    const Page& page = site.model.page(id);
    std::vector<CsvCell> row{{page.slug},
                             {page.title},
                             {moment(page.date, page.date_has_time)},
                             {moment(page.updated, has_hour(page.updated))},
                             {page.summary}};
    append_fields(row, page.fields, schema, page);
    row.push_back({site.url(page.route)});
    out.push_back(std::move(row));
  }
  return out;
}

CsvRows field_rows(const Collection& collection, const Field& field, std::size_t at, const ExportSite& site) {
  CsvRows out{{{free_name(site.config().front_matter.slug, field.fields)}}};
  append_names(out.front(), field.fields);
  for (const PageId id : collection.entries) {
    const Page& page = site.model.page(id);
    const auto* records = page.fields[at].as<RecordList>();
    if (!records) continue;
    for (const Record& record : records->rows) {
      std::vector<CsvCell> row{{page.slug}};
      append_fields(row, record.values, field.fields, page);
      out.push_back(std::move(row));
    }
  }
  return out;
}

}  // namespace kronika
