// README.md describes the map by example.
#include "generator/importing/import_map.h"

#include "generator/config/text_file.h"
#include "generator/core/table_reader.h"
#include "generator/importing/sheet.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

class MapReader {
 public:
  MapReader(ImportMap& map, Diagnostics& diagnostics) : map_(map), diagnostics_(diagnostics) {}

  void read(const RawTable& root) {
    TableReader reader(root, map_.file, map_.file, diagnostics_);
    map_.clear_empty = reader.yes_no("clear_empty").value_or(false);
    map_.ignore = reader.texts("ignore").value_or(std::vector<std::string>{});
    if (const RawTable* constants = reader.table("new")) map_.constants = constants->entries;
    if (const RawTable* columns = reader.table("columns")) {
      for (const RawEntry& entry : columns->entries) read_column(entry);
    }
    reader.finish();
  }

 private:
  void read_column(const RawEntry& entry) {
    MappedColumn column{entry.key, entry.key_span, {}, entry.value.span, {}};
    if (const auto* key = entry.value.as<std::string>()) {
      column.key = *key;
    } else if (const auto* table = entry.value.as<RawTable>()) {
      read_details(*table, column);
    } else {
      diagnostics_.report(Code::setting_type, {map_.file, entry.value.span},
                          {entry.key,
                           both("the name of a field in quotes, or a table with field, values and separator",
                                "nazwa pola w cudzysłowie albo tabela z kluczami field, values i separator"),
                           kind_name(entry.value)});
      return;
    }
    if (!column.key.empty()) map_.columns.push_back(std::move(column));
  }

  void read_details(const RawTable& table, MappedColumn& column) {
    TableReader details(table, map_.file, "columns." + column.header, diagnostics_);
    column.key = details.required_text("field");
    column.key_span = details.place("field").span;
    if (const auto separator = details.text("separator")) column.separator = *separator;
    if (column.separator.empty())
      diagnostics_.report(Code::setting_value, details.place("separator"),
                          {"", "separator", both("it is empty", "jest puste")});
    if (const RawTable* values = details.table("values")) {
      for (const RawEntry& value : values->entries) add_value(value, column);
    }
    details.finish();
  }

  void add_value(const RawEntry& value, MappedColumn& column) {
    if (value.value.as<std::string>()) {
      column.values[lower(trimmed_cell(value.key))] = value.value;
      return;
    }
    diagnostics_.report(Code::setting_type, {map_.file, value.value.span},
                        {value.key, both("a text in quotes", "tekst w cudzysłowie"), kind_name(value.value)});
  }

  ImportMap& map_;
  Diagnostics& diagnostics_;
};

}  // namespace

ImportMap read_import_map(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  ImportMap map;
  map.file = file;
  const auto text = text_of_file(bytes, file, diagnostics);
  const auto root = text ? parse_toml(*text, file, 1, diagnostics) : std::nullopt;
  if (root) MapReader(map, diagnostics).read(*root);
  return map;
}

}  // namespace kronika
