// Derived tables are declared with paths, as rules are; their columns take type and label from where the paths end.
#include "generator/config/derived.h"

#include <algorithm>

#include "generator/config/config.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

/// "konkursy.nagrody" → its two parts; more parts, or none, are a mistake.
std::pair<std::string, std::string> cut_source(const std::string& text) {
  const auto dot = text.find('.');
  return {text.substr(0, dot), dot == std::string::npos ? "" : text.substr(dot + 1)};
}

std::string last_name(const FieldPath& path) {
  for (auto name = path.names.rbegin(); name != path.names.rend(); ++name) {
    if (*name != entry_name) return *name;
  }
  return "wpis";
}

DerivedColumn read_column(const RawValue& value, const std::string& section, const std::string& file,
                          Diagnostics& diagnostics) {
  if (const auto* text = value.as<std::string>()) {
    FieldPath path = field_path(*text, value.span);
    return {path, last_name(path), {}};
  }
  const auto* table = value.as<RawTable>();
  if (!table) {
    diagnostics.report(Code::setting_type, {file, value.span},
                       {"columns",
                        both("a list of fields, each a text or { field = \"…\", label = \"…\" }",
                             "lista pól, z których każde to tekst albo { field = \"…\", label = \"…\" }"),
                        kind_name(value)});
    return {};
  }
  TableReader reader(*table, file, section + ".columns", diagnostics);
  DerivedColumn column;
  column.path = field_path(reader.required_text("field"), reader.place("field").span);
  column.name = reader.text("name").value_or(last_name(column.path));
  if (const RawValue* label = reader.value("label")) column.label = read_local_text(*label, "label", file, diagnostics);
  reader.finish();
  return column;
}

std::vector<FieldPath> read_paths(TableReader& reader, std::string_view key) {
  std::vector<FieldPath> out;
  for (const std::string& text : reader.text_or_texts(key).value_or(std::vector<std::string>{})) {
    out.push_back(field_path(text, reader.place(key).span));
  }
  return out;
}

class Settler {
 public:
  Settler(Config& config, Diagnostics& diagnostics) : config_(config), diagnostics_(diagnostics) {}

  Schema columns_of(const Selection& selection) {
    Schema schema;
    const CollectionConfig* from = collection(selection.collection, selection.span);
    if (!from) return schema;
    const Field* row = selection.table.empty() ? nullptr : from->schema.find(selection.table);
    if (!selection.table.empty() && (!row || row->type != FieldType::table)) {
      unknown(both("table of the collection", "tabela kolekcji"), selection.table, selection.span, table_names(*from));
      return schema;
    }
    for (const Condition& condition : selection.where) follow(condition.path, *from, row, config_, diagnostics_);
    for (const DerivedColumn& column : selection.columns) {
      const auto end = follow(column.path, *from, row, config_, diagnostics_);
      if (end) add(schema, column_field(*end, column), column.path.span);
    }
    for (const std::string& name : selection.totals) check_column(name, schema, selection.span);
    for (const DerivedSort& sort : selection.sort) check_column(sort.column, schema, selection.span);
    return schema;
  }

  void check_match(const PageList& list, const CollectionConfig& owner) {
    const CollectionConfig* from = config_.collection(list.selection.collection);
    if (!from) return;
    const Field* row = from->schema.find(list.selection.table);
    const auto end = follow(list.match, *from, row, config_, diagnostics_);
    const bool leads_here =
        end && end->field && end->field->value_type() == FieldType::reference && end->field->collection == owner.name;
    if (end && !leads_here) {
      diagnostics_.report(Code::setting_value, {config_.file, list.match.span},
                          {list.match.text, "match",
                           both("it must lead to an entry of '" + owner.name + "'",
                                "ma prowadzić do wpisu kolekcji „" + owner.name + "”")});
    }
  }

  Schema columns_of(const Tally& tally) {
    Schema schema;
    const VocabularyConfig* vocabulary = config_.vocabulary(tally.vocabulary);
    if (!vocabulary) {
      std::vector<std::string> names;
      for (const VocabularyConfig& each : config_.vocabularies) names.push_back(each.name);
      unknown(both("section [vocabularies.NAME]", "sekcja [vocabularies.NAZWA]"), tally.vocabulary, tally.span, names);
      return schema;
    }
    Field term;
    term.name = tally.by.names.back();
    term.type = FieldType::choice;
    term.vocabulary = vocabulary->name;
    term.label = vocabulary->title;
    add(schema, term, tally.span);
    for (const TallyColumn& column : tally.columns) {
      Field field;
      field.name = column.name;
      field.label = column.label;
      field.type = FieldType::integer;
      for (const FieldPath& path : column.count) check_source(path, tally, nullptr);
      for (const FieldPath& path : column.sum) check_source(path, tally, &field.type);
      add(schema, std::move(field), column.span);
    }
    return schema;
  }

 private:
  const CollectionConfig* collection(const std::string& name, const Span& span) {
    const CollectionConfig* found = config_.collection(name);
    if (found) return found;
    std::vector<std::string> names;
    for (const CollectionConfig& each : config_.collections) names.push_back(each.name);
    unknown(both("collection", "kolekcja"), name, span, names);
    return nullptr;
  }

  static std::vector<std::string> table_names(const CollectionConfig& collection) {
    std::vector<std::string> names;
    for (const Field& field : collection.schema.fields) {
      if (field.type == FieldType::table) names.push_back(field.name);
    }
    return names;
  }

  /// What a tally counts or sums; the type of what it sums.
  void check_source(const FieldPath& source, const Tally& tally, FieldType* type) {
    const CollectionConfig* from = collection(source.names.front(), source.span);
    if (!from) return;
    follow(tally.by, *from, nullptr, config_, diagnostics_);
    FieldPath rest = source;
    rest.names.erase(rest.names.begin());
    if (rest.names.empty()) {
      if (type) unknown(both("number to sum", "liczba do zsumowania"), source.text, source.span, {});
      return;
    }
    const auto end = follow(rest, *from, nullptr, config_, diagnostics_);
    if (end && end->field && type) *type = end->field->value_type();
  }

  static Field column_field(const PathEnd& end, const DerivedColumn& column) {
    Field field;
    if (end.field) {
      field = *end.field;
      field.type = field.value_type();
    } else {
      field.type = FieldType::reference;
      field.collection = end.entry->name;
      field.label = end.entry->title;
    }
    field.of.reset();
    field.name = column.name;
    if (!column.label.empty()) field.label = column.label;
    field.required = field.unique = field.facet = field.hidden = false;
    field.role = Role::none;
    field.states.reset();
    field.default_value.reset();
    field.default_texts = {};
    field.back.clear();
    field.under.clear();
    return field;
  }

  void add(Schema& schema, Field field, const Span& span) {
    field.span = span;
    if (schema.find(field.name)) {
      diagnostics_.report(Code::duplicate_key, {config_.file, span}, {field.name});
    } else {
      schema.fields.push_back(std::move(field));
    }
  }

  void check_column(const std::string& name, const Schema& schema, const Span& span) {
    if (schema.find(name)) return;
    std::vector<std::string> names;
    for (const Field& field : schema.fields) names.push_back(field.name);
    unknown(both("column", "kolumna"), name, span, names);
  }

  void unknown(std::string what, const std::string& name, const Span& span, const std::vector<std::string>& names) {
    diagnostics_.report(Code::unknown_reference_target, {config_.file, span}, {std::move(what), name},
                        nearest(name, names));
  }

  Config& config_;
  Diagnostics& diagnostics_;
};

}  // namespace

Selection read_selection(TableReader& table, const std::string& section, const std::string& file,
                         Diagnostics& diagnostics) {
  Selection selection;
  std::tie(selection.collection, selection.table) = cut_source(table.required_text("from"));
  selection.span = table.place("from").span;
  selection.where = read_conditions(table, section, file, diagnostics);
  if (const RawValue* columns = table.value("columns")) {
    if (const auto* list = columns->as<RawArray>()) {
      for (const RawValue& each : *list) selection.columns.push_back(read_column(each, section, file, diagnostics));
    } else {
      selection.columns.push_back(read_column(*columns, section, file, diagnostics));
    }
  } else {
    table.required_text("columns");
  }
  for (const std::string& name : table.text_or_texts("sort").value_or(std::vector<std::string>{})) {
    const bool descending = name.starts_with('-');
    selection.sort.push_back({name.substr(descending ? 1 : 0), descending});
  }
  selection.totals = table.text_or_texts("totals").value_or(std::vector<std::string>{});
  return selection;
}

Tally read_tally(TableReader& table, const std::string& section, const std::string& file, Diagnostics& diagnostics) {
  Tally tally;
  tally.vocabulary = table.required_text("rows");
  tally.span = table.place("rows").span;
  tally.by = field_path(table.required_text("by"), table.place("by").span);
  tally.total = table.yes_no("total").value_or(false);
  for (const RawTable* each : table.tables("columns")) {
    TableReader reader(*each, file, section + ".columns", diagnostics);
    TallyColumn column;
    column.span = each->span;
    column.name = reader.required_text("name");
    column.label.any = column.name;
    if (const RawValue* label = reader.value("label"))
      column.label = read_local_text(*label, "label", file, diagnostics);
    column.count = read_paths(reader, "count");
    column.sum = read_paths(reader, "sum");
    column.where = read_conditions(reader, section + ".columns", file, diagnostics);
    if (column.count.empty() && column.sum.empty()) reader.required_text("count");
    reader.finish();
    tally.columns.push_back(std::move(column));
  }
  return tally;
}

std::vector<PageList> read_page_lists(TableReader& collection, const std::string& section, const std::string& file,
                                      Diagnostics& diagnostics) {
  std::vector<PageList> out;
  for (const RawTable* table : collection.tables("lists")) {
    TableReader reader(*table, file, section + ".lists", diagnostics);
    PageList list;
    list.name = reader.required_text("name");
    list.label.any = list.name;
    if (const RawValue* label = reader.value("label")) list.label = read_local_text(*label, "label", file, diagnostics);
    list.match = field_path(reader.required_text("match"), reader.place("match").span);
    list.selection = read_selection(reader, section + ".lists", file, diagnostics);
    reader.finish();
    out.push_back(std::move(list));
  }
  return out;
}

void settle_derived(Config& config, Diagnostics& diagnostics) {
  Settler settler(config, diagnostics);
  for (TableConfig& table : config.tables) {
    if (table.selection) table.fields = settler.columns_of(*table.selection);
    if (table.tally) table.fields = settler.columns_of(*table.tally);
  }
  for (CollectionConfig& collection : config.collections) {
    for (PageList& list : collection.lists) {
      list.schema = settler.columns_of(list.selection);
      settler.check_match(list, collection);
    }
  }
}

}  // namespace kronika
