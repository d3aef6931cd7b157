// A header is told once what is wrong with it, not again in each of 500 rows.
#include "generator/importing/columns.h"

#include <algorithm>

#include "generator/core/nearest.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::string_view address_column = "url";  // of the collection's own export

/// In small letters, with one space wherever there are spaces or line breaks.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : lower(trimmed_cell(text))) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space || out.back() != ' ') out += space ? ' ' : c;
  }
  return out;
}

bool is_called(const FrontMatterKey& key, const std::string& name) {
  const LocalText& label = key.field.label;
  return lower(key.name) == name || key.built_in == name || lower(label.any) == name ||
         std::any_of(label.by_language.begin(), label.by_language.end(),
                     [&](const auto& each) { return lower(each.second) == name; });
}

/// By the key first: a field may have another's key as its label.
const FrontMatterKey* find_key(std::span<const FrontMatterKey> keys, std::string_view written) {
  const std::string name = folded(written);
  for (const FrontMatterKey& key : keys)
    if (lower(key.name) == name) return &key;
  for (const FrontMatterKey& key : keys)
    if (is_called(key, name)) return &key;
  return nullptr;
}

std::string meant_key(std::span<const FrontMatterKey> keys, const std::string& written) {
  std::vector<std::string> names, labels;
  for (const FrontMatterKey& key : keys) {
    names.push_back(key.name);
    labels.push_back(key.field.label.in(""));
  }
  if (std::string name = nearest(written, names); !name.empty()) return name;
  const auto found = std::find(labels.begin(), labels.end(), nearest(written, labels));
  return found == labels.end() || found->empty() ? "" : names[static_cast<std::size_t>(found - labels.begin())];
}

class ColumnChooser {
 public:
  ColumnChooser(const Sheet& sheet, const ImportMap& map, std::span<const FrontMatterKey> keys,
                const FieldContext& context)
      : sheet_(sheet), map_(map), keys_(keys), context_(context) {}

  std::vector<ImportColumn> choose() {
    check_map();
    for (std::size_t i = 0; i < sheet_.header.size(); ++i) choose_one(i);
    return std::move(columns_);
  }

 private:
  void choose_one(std::size_t i) {
    const std::string header = trimmed_cell(sheet_.header[i].text);
    if (header.empty()) return check_unnamed(i);
    if (is_ignored(header)) return;
    if (const MappedColumn* mapped = mapped_as(header)) {
      if (const FrontMatterKey* key = find_key(keys_, mapped->key))
        add({i, header, key, mapped->values, mapped->separator});
    } else if (const FrontMatterKey* key = find_key(keys_, header)) {
      add({i, header, key, {}});
    } else if (folded(header) != address_column) {
      report(Code::unknown_sheet_column, i, {header}, meant_key(keys_, header));
    }
  }

  void add(ImportColumn column) {
    if (column.key->field.states) return;  // follows from dates: what an export tells of one day is no one's edit
    if (!column.key->fits_a_cell()) {
      report(Code::sheet_column_not_read, column.cell, {column.header, column.key->name});
      return;
    }
    const auto twin =
        std::find_if(columns_.begin(), columns_.end(), [&](const ImportColumn& c) { return c.key == column.key; });
    if (twin == columns_.end()) {
      columns_.push_back(std::move(column));
    } else {
      report(Code::two_sheet_columns, column.cell, {twin->header, column.header, column.key->name});
    }
  }

  void check_unnamed(std::size_t i) {
    const bool used = std::any_of(sheet_.rows.begin(), sheet_.rows.end(),
                                  [&](const SheetRow& row) { return !trimmed_cell(row.cells[i].text).empty(); });
    if (used) report(Code::sheet_column_unnamed, i, {column_letters(i + 1)});
  }

  bool is_ignored(const std::string& header) const {
    return std::any_of(map_.ignore.begin(), map_.ignore.end(),
                       [&](const std::string& each) { return folded(each) == folded(header); });
  }

  const MappedColumn* mapped_as(const std::string& header) const {
    for (const MappedColumn& column : map_.columns)
      if (folded(column.header) == folded(header)) return &column;
    return nullptr;
  }

  void check_map() {
    std::vector<std::string> headers, names;
    for (const SheetCell& cell : sheet_.header) headers.push_back(trimmed_cell(cell.text));
    for (const FrontMatterKey& key : keys_) names.push_back(key.name);
    for (const MappedColumn& column : map_.columns) {
      const bool there = std::any_of(headers.begin(), headers.end(),
                                     [&](const std::string& each) { return folded(each) == folded(column.header); });
      if (!there)
        report_map(Code::map_without_column, column.header_span, {column.header}, nearest(column.header, headers));
      const FrontMatterKey* key = find_key(keys_, column.key);
      if (!key) report_map(Code::map_without_field, column.key_span, {column.key}, meant_key(keys_, column.key));
      if (key && key->fits_a_cell()) check_values(column, *key);
    }
  }

  /// A translation that the site does not accept would be told in each row that uses it.
  void check_values(const MappedColumn& column, const FrontMatterKey& key) {
    Field item = key.field;
    item.type = item.value_type();
    item.of.reset();
    for (const auto& [written, value] : column.values) {
      if (!value.as<std::string>()->empty()) read_field(value, item, key.name, context_);
    }
  }

  void report(Code code, std::size_t column, std::vector<std::string> arguments, std::string suggestion = {}) {
    context_.diagnostics.report(code, {sheet_.file, sheet_.header[column].span}, std::move(arguments),
                                std::move(suggestion));
  }
  void report_map(Code code, const Span& span, std::vector<std::string> arguments, std::string suggestion) {
    context_.diagnostics.report(code, {map_.file, span}, std::move(arguments), std::move(suggestion));
  }

  const Sheet& sheet_;
  const ImportMap& map_;
  std::span<const FrontMatterKey> keys_;
  const FieldContext& context_;
  std::vector<ImportColumn> columns_;
};

}  // namespace

std::vector<ImportColumn> choose_columns(const Sheet& sheet, const ImportMap& map, std::span<const FrontMatterKey> keys,
                                         const FieldContext& map_context) {
  return ColumnChooser(sheet, map, keys, map_context).choose();
}

std::vector<Constant> read_constants(const ImportMap& map, std::span<const FrontMatterKey> keys,
                                     const FieldContext& map_context) {
  std::vector<Constant> out;
  for (const RawEntry& entry : map.constants) {
    const FrontMatterKey* key = find_key(keys, entry.key);
    if (!key || !key->fits_a_cell()) {
      map_context.diagnostics.report(Code::map_without_field, {map.file, entry.key_span}, {entry.key},
                                     key ? "" : meant_key(keys, entry.key));
    } else if (FieldValue value = read_key(entry.value, *key, map_context); !value.empty()) {
      out.push_back({key, std::move(value)});
    }
  }
  return out;
}

}  // namespace kronika
