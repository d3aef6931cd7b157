// Whole numbers and money are added as whole numbers, so that no sum of prices ends in …99999.
#include "generator/derived/sums.h"

#include <algorithm>
#include <unordered_map>

#include "generator/rules/walk.h"

namespace kronika {
namespace {

/// The records that a path of a tally names: "wydarzenia", "nabory.dotacje", "wydarzenia.uczestnicy".
struct Source {
  std::vector<RecordPlace> records;
  FieldPath path;  // from a record to what is summed; no names: the record itself counts
};

Source source_of(const FieldPath& written, const SiteModel& model) {
  Source source;
  source.path = written;
  source.path.names.erase(source.path.names.begin());
  const Collection* collection = model.collection(written.names.front());
  if (!collection) return source;
  if (source.path.names.empty()) {
    source.records = records_of(*collection, nullptr, model);
    return source;
  }
  const Field* first = collection->config->schema.find(source.path.names.front());
  const bool table = first && first->type == FieldType::table;
  source.records = records_of(*collection, table ? first : nullptr, model);
  if (table) source.path.names.erase(source.path.names.begin());
  return source;
}

/// Adds one column's counts and sums to those of each term.
class Column {
 public:
  Column(const TallyColumn& column, const Tally& tally, const SiteModel& model)
      : column_(column), tally_(tally), model_(model) {}

  std::unordered_map<std::string, Sum> sums() {
    for (const FieldPath& path : column_.count) {
      each(path, [](const RecordPlace&, const FieldPath&, Sum& sum) { sum.add({std::int64_t{1}, {}}); });
    }
    for (const FieldPath& path : column_.sum) {
      each(path, [&](const RecordPlace& record, const FieldPath& rest, Sum& sum) {
        for (const Found& found : walk(rest, record, model_, Names::of_row)) sum.add(found.value);
      });
    }
    return std::move(sums_);
  }

 private:
  template <class Add>
  void each(const FieldPath& path, Add add) {
    const Source source = source_of(path, model_);
    for (const RecordPlace& record : source.records) {
      const RecordPlace entry{record.page, record.collection, nullptr, nullptr};
      if (!fulfils(record, column_.where, model_)) continue;
      for (const Found& term : walk(tally_.by, entry, model_)) add(record, source.path, sums_[plain(term)]);
    }
  }

  const TallyColumn& column_;
  const Tally& tally_;
  const SiteModel& model_;
  std::unordered_map<std::string, Sum> sums_;
};

}  // namespace

void Sum::add(const FieldValue& value) {
  if (const auto* money = value.as<Money>()) {
    units_ += money->minor;
    currency_ = money->currency;
    money_ = true;
  } else if (const auto* whole = value.as<std::int64_t>()) {
    units_ += *whole;
    total_ += static_cast<double>(*whole);
  } else if (const auto* decimal = value.as<double>()) {
    total_ += *decimal;
    whole_ = false;
  } else {
    return;
  }
  any_ = true;
}

FieldValue Sum::value() const {
  if (!any_) return {};
  if (money_) return {Money{units_, currency_}, {}};
  if (whole_) return {units_, {}};
  return {total_, {}};
}

FieldValue sum_of_column(std::span<const Record> rows, std::size_t column) {
  Sum sum;
  for (const Record& row : rows) sum.add(row.values[column]);
  return sum.value();
}

void fill_tally(DataTable& table, const SiteModel& model) {
  const Tally& tally = *table.config->tally;
  const Vocabulary* vocabulary = model.vocabulary(tally.vocabulary);
  if (!vocabulary) return;
  std::vector<Record> rows(vocabulary->terms.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].values.push_back({vocabulary->terms[i].value, {}});
  for (const TallyColumn& column : tally.columns) {
    auto sums = Column(column, tally, model).sums();
    const bool counts = column.sum.empty();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      FieldValue value = sums[vocabulary->terms[i].value].value();
      rows[i].values.push_back(value.empty() && counts ? FieldValue{std::int64_t{0}, {}} : std::move(value));
    }
  }
  table.records.rows = std::move(rows);
  if (!tally.total) return;
  table.totals.values.resize(table.config->fields.fields.size());
  for (std::size_t c = 1; c < table.totals.values.size(); ++c) {
    table.totals.values[c] = sum_of_column(table.records.rows, c);
  }
}

}  // namespace kronika
