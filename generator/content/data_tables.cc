// Tables are records without pages: CSV for those who have a spreadsheet, TOML for those who write. Each row is read as
// a row of a table field is; what is told here is what only the file as a whole can have wrong.
#include <algorithm>
#include <unordered_map>

#include "generator/content/data_files.h"
#include "generator/content/field_types.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

constexpr char list_separator = ';';  // as plain_value() writes lists

/// Without spaces at both ends, which nobody sees in a spreadsheet.
std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\n");
  if (from == std::string_view::npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(" \t\n") - from + 1));
}

/// A cell as the value of a field: nothing when it is empty; "a;b" as a list where the field is one.
RawValue value_of(const RawValue& cell, const Field& field) {
  const std::string text = trimmed(*cell.as<std::string>());
  if (text.empty()) return {{}, cell.span, {}};
  if (field.type != FieldType::list) return {text, cell.span, {}};
  RawArray items;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(list_separator, at), text.size());
    std::string item = trimmed(std::string_view(text).substr(at, end - at));
    if (!item.empty()) items.push_back({std::move(item), cell.span, {}});
    at = end + 1;
  }
  return {std::move(items), cell.span, {}};
}

bool is_empty(const RawTable& row) {
  return std::all_of(row.entries.begin(), row.entries.end(),
                     [](const RawEntry& cell) { return trimmed(*cell.value.as<std::string>()).empty(); });
}

class DataTableReader {
 public:
  DataTableReader(const Source& source, const Config& config, const TableConfig& section,
                  std::span<const Vocabulary> vocabularies, Diagnostics& diagnostics)
      : source_(source),
        config_(config),
        section_(section),
        vocabularies_(vocabularies),
        diagnostics_(diagnostics),
        table_{&section, {}, {}} {
    rows_.name = section.name;
    rows_.type = FieldType::table;
    rows_.fields = section.fields;
  }

  DataTable read() {
    const auto file = read_data_file(section_.name, {config_.file, section_.span},
                                     both("file of the table", "plik tabeli"), source_, diagnostics_);
    if (!file) return std::move(table_);
    table_.file = file->path;
    if (file->format == DataFile::Format::csv) {
      read_csv(file->text);
    } else {
      read_toml(file->text);
    }
    check_unique();
    return std::move(table_);
  }

 private:
  void report(Code code, const Span& span, std::vector<std::string> arguments, std::string suggestion = {}) {
    diagnostics_.report(code, {table_.file, span}, std::move(arguments), std::move(suggestion));
  }

  /// As messages call it.
  std::string name_of(const Field& field) const { return section_.name + "." + field.name; }

  void read_rows(const RawValue& raw, Typing typing) {
    const FieldContext context{vocabularies_, {}, source_, table_.file, "content/_data", typing, diagnostics_};
    FieldValue value = read_field(raw, rows_, section_.name, context);
    if (auto* records = std::get_if<RecordList>(&value.value)) table_.records = std::move(*records);
  }

  void read_toml(const std::string& text) {
    const auto root = parse_toml(text, table_.file, 1, diagnostics_);
    if (!root) return;
    TableReader reader(*root, table_.file, table_.file, diagnostics_);
    if (const RawValue* records = reader.value(section_.name)) {
      read_rows(*records, Typing::strict);
    } else {
      report(Code::missing_setting, {1, 1, 1}, {"[[" + section_.name + "]]", table_.file});
    }
    reader.finish();
  }

  void read_csv(const std::string& text) {
    const auto csv = parse_csv(text, table_.file, diagnostics_);
    if (!csv) return;
    const std::vector<const Field*> fields = columns_of(*csv);
    RawArray rows;
    for (const RawTable& written : csv->rows) {
      if (is_empty(written)) continue;  // spreadsheets leave such rows at the end
      RawTable row;
      row.span = written.span;
      for (std::size_t i = 0; i < fields.size(); ++i) {
        const RawEntry& cell = written.entries[i];
        if (fields[i]) row.entries.push_back({cell.key, cell.key_span, value_of(cell.value, *fields[i])});
      }
      rows.push_back({std::move(row), written.span, {}});
    }
    read_rows({std::move(rows), {}, {}}, Typing::from_text);
  }

  /// The field of each column, null where there is none. What a header has wrong is told once, there, and not again in
  /// every row.
  std::vector<const Field*> columns_of(const RawCsv& csv) {
    std::vector<const Field*> out;
    for (std::size_t i = 0; i < csv.columns.size(); ++i) {
      const RawCsv::Column& column = csv.columns[i];
      const Field* field = section_.fields.find(column.name);
      if (column.name.empty()) {
        check_nameless(csv, i);
      } else if (!field) {
        report(Code::unknown_column, column.span, {column.name, section_.name}, meant_field(column.name));
      } else if (std::find(out.begin(), out.end(), field) != out.end()) {
        report(Code::duplicate_key, column.span, {column.name});
        field = nullptr;
      }
      out.push_back(field);
    }
    for (Field& field : rows_.fields.fields) {
      if (!field.required || std::find(out.begin(), out.end(), section_.fields.find(field.name)) != out.end()) continue;
      report(Code::missing_key, csv.columns.empty() ? Span{1, 1, 1} : csv.columns.front().span,
             {name_of(field), both(field.label.in("en"), field.label.in("pl"))});
      field.required = false;
    }
    return out;
  }

  /// Spreadsheets write empty columns at the end; only one that holds something is a mistake.
  void check_nameless(const RawCsv& csv, std::size_t column) {
    const bool used = std::any_of(csv.rows.begin(), csv.rows.end(), [&](const RawTable& row) {
      return !trimmed(*row.entries[column].value.as<std::string>()).empty();
    });
    if (used) report(Code::column_without_name, csv.columns[column].span, {});
  }

  /// The field with a name like this, or with a label like this: people write headings as they read them.
  std::string meant_field(const std::string& written) const {
    std::vector<std::string> names, labels;
    for (const Field& field : section_.fields.fields) {
      names.push_back(field.name);
      labels.push_back(field.label.in(config_.language));
    }
    if (std::string name = nearest(written, names); !name.empty()) return name;
    const auto found = std::find(labels.begin(), labels.end(), nearest(written, labels));
    return found == labels.end() ? "" : names[static_cast<std::size_t>(found - labels.begin())];
  }

  void check_unique() {
    const std::vector<Field>& fields = section_.fields.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!fields[i].unique) continue;
      std::unordered_map<std::string, int> first;  // line of each value
      for (const Record& row : table_.records.rows) {
        const FieldValue& value = row.values[i];
        if (value.empty()) continue;
        const std::string plain = plain_value(value, fields[i]);
        const auto [found, fresh] = first.emplace(plain, value.span.line);
        if (fresh) continue;
        report(Code::not_unique, value.span,
               {name_of(fields[i]), plain, table_.file + ":" + std::to_string(found->second)});
      }
    }
  }

  const Source& source_;
  const Config& config_;
  const TableConfig& section_;
  std::span<const Vocabulary> vocabularies_;
  Diagnostics& diagnostics_;
  DataTable table_;
  Field rows_;  // all rows as one value of a table field
};

}  // namespace

std::vector<DataTable> read_tables(const Source& source, const Config& config, std::span<const Vocabulary> vocabularies,
                                   Diagnostics& diagnostics) {
  std::vector<DataTable> out;
  for (const TableConfig& section : config.tables) {
    out.push_back(section.is_derived() ? DataTable{&section, {}, {}}
                                       : DataTableReader(source, config, section, vocabularies, diagnostics).read());
  }
  return out;
}

}  // namespace kronika
