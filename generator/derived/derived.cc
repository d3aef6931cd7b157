// A prize is written in the edition of its contest; here the winner's page, the hall of fame and the report learn of
// it.
#include "generator/derived/derived.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "generator/derived/sums.h"
#include "generator/rules/walk.h"

namespace kronika {
namespace {

FieldValue value_of(std::vector<Found> found) {
  if (found.empty()) return {};
  if (found.size() == 1) return std::move(found.front().value);
  ValueList list;
  for (Found& each : found) list.push_back(std::move(each.value));
  return {std::move(list), {}};
}

struct Row {
  Record record;
  RecordPlace place;
};

class Selector {
 public:
  Selector(const Selection& selection, const Schema& schema, const SiteModel& model, const Collation& collation)
      : selection_(selection), schema_(schema), model_(model), collation_(collation) {}

  std::vector<Row> rows() const {
    std::vector<Row> out;
    const Collection* collection = model_.collection(selection_.collection);
    if (!collection) return out;
    const Field* table = collection->config->schema.find(selection_.table);  // null: the entries themselves
    for (const RecordPlace& place : records_of(*collection, table, model_)) {
      if (!fulfils(place, selection_.where, model_)) continue;
      Row row{{}, place};
      for (const DerivedColumn& column : selection_.columns) {
        row.record.values.push_back(value_of(walk(column.path, place, model_, Names::of_row)));
      }
      out.push_back(std::move(row));
    }
    sort(out);
    return out;
  }

  Record totals(std::span<const Record> rows) const {
    if (selection_.totals.empty()) return {};
    Record out;
    out.values.resize(schema_.fields.size());
    for (const std::string& name : selection_.totals) {
      const auto column = schema_.index_of(name);
      if (column) out.values[*column] = sum_of_column(rows, *column);
    }
    return out;
  }

 private:
  /// A value as it compares: numbers and dates by themselves, choices by their vocabulary, texts by collation.
  struct Key {
    bool missing = true;
    double number = 0;
    std::string text;
    auto operator<=>(const Key&) const = default;
  };

  Key key_of(const FieldValue& value, const Field& field) const {
    if (value.empty()) return {};
    if (const auto number = number_of(value)) return {false, *number, ""};
    if (const auto* reference = value.as<Reference>(); reference && reference->target) {
      return {false, 0, collation_.key(model_.page(*reference->target).title)};
    }
    const Vocabulary* vocabulary = model_.vocabulary(field.vocabulary);
    const auto* choice = value.as<std::string>();
    if (const Term* term = vocabulary && choice ? vocabulary->find(*choice) : nullptr) {
      return {false, static_cast<double>(term - vocabulary->terms.data()), ""};
    }
    const std::string plain = plain_value(value, field);
    return {false, 0, value.as<std::string>() ? collation_.key(plain) : plain};  // dates compare as they are written
  }

  void sort(std::vector<Row>& rows) const {
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
      for (const DerivedSort& each : selection_.sort) {
        const auto column = schema_.index_of(each.column);
        if (!column) continue;
        const Field& field = schema_.fields[*column];
        const Key first = key_of(a.record.values[*column], field), second = key_of(b.record.values[*column], field);
        if (first.missing != second.missing) return second.missing;
        if (first != second) return each.descending ? second < first : first < second;
      }
      return false;
    });
  }

  const Selection& selection_;
  const Schema& schema_;
  const SiteModel& model_;
  const Collation& collation_;
};

void fill_selected(DataTable& table, const SiteModel& model, const Collation& collation) {
  const Selector selector(*table.config->selection, table.config->fields, model, collation);
  for (Row& row : selector.rows()) table.records.rows.push_back(std::move(row.record));
  table.totals = selector.totals(table.records.rows);
}

/// The entries that `match` leads to from a row.
std::vector<PageId> targets_of(const Row& row, const FieldPath& match, const SiteModel& model) {
  std::vector<PageId> out;
  for (const Found& found : walk(match, row.place, model, Names::of_row)) {
    const auto* reference = found.value.as<Reference>();
    if (!reference || !reference->target) continue;
    if (std::find(out.begin(), out.end(), *reference->target) == out.end()) out.push_back(*reference->target);
  }
  return out;
}

void fill_list(const PageList& list, const Collation& collation, SiteModel& model) {
  const Selector selector(list.selection, list.schema, model, collation);
  std::map<PageId, PageTable> tables;
  for (const Row& row : selector.rows()) {
    for (const PageId target : targets_of(row, list.match, model)) {
      tables.try_emplace(target, PageTable{&list, {}, {}}).first->second.rows.rows.push_back(row.record);
    }
  }
  for (auto& [page, table] : tables) {
    table.totals = selector.totals(table.rows.rows);
    model.page_tables[index(page)].push_back(std::move(table));
  }
}

}  // namespace

void fill_derived(SiteModel& model) {
  const Collation collation(model.config->language);
  for (DataTable& table : model.tables) {
    if (table.config->selection) fill_selected(table, model, collation);
    if (table.config->tally) fill_tally(table, model);
  }
  model.page_tables.resize(model.pages.size());
  for (const CollectionConfig& collection : model.config->collections) {
    for (const PageList& list : collection.lists) fill_list(list, collation, model);
  }
}

}  // namespace kronika
