// Paths were held against the schemas when site.toml was read; here a name that is not there means a mistake told
// already, and leads nowhere.
#include "generator/rules/walk.h"

#include <algorithm>

namespace kronika {
namespace {

class Walker {
 public:
  Walker(const FieldPath& path, const SiteModel& model) : names_(path.names), model_(model) {}

  std::vector<Found> from(const RecordPlace& record) {
    const bool in_row = record.row != nullptr;
    if (in_row && names_.front() == record.table->name && names_.size() > 1) {
      step_in_row(*record.page, record.table->fields, *record.row, 1);
    } else if (in_row && record.table->fields.find(names_.front())) {
      step_in_row(*record.page, record.table->fields, *record.row, 0);
    } else {
      step_in_page(*record.page, 0);
    }
    return std::move(found_);
  }

 private:
  void step_in_page(const Page& page, std::size_t at) {
    if (at < names_.size() && names_[at] == entry_name) {
      if (at + 1 < names_.size()) return step_in_page(page, at + 1);
      found_.push_back({{Reference{page.slug, page.id}, {}}, nullptr, &page});
      return;
    }
    const CollectionConfig* collection = model_.config->collection(page.collection);
    const auto index = collection ? collection->schema.index_of(names_[at]) : std::nullopt;
    if (index && *index < page.fields.size()) {
      take(page, page.fields[*index], collection->schema.fields[*index], at + 1);
    }
  }

  void step_in_row(const Page& page, const Schema& columns, const Record& row, std::size_t at) {
    const auto index = columns.index_of(names_[at]);
    if (index && *index < row.values.size()) take(page, row.values[*index], columns.fields[*index], at + 1);
  }

  void take(const Page& page, const FieldValue& value, const Field& field, std::size_t next) {
    if (value.empty()) return;
    if (const auto* list = value.as<ValueList>()) {
      for (const FieldValue& item : *list) take(page, item, field, next);
    } else if (next == names_.size()) {
      found_.push_back({value, &field, &page});
    } else if (const auto* rows = value.as<RecordList>()) {
      for (const Record& row : rows->rows) step_in_row(page, field.fields, row, next);
    } else if (field.value_type() == FieldType::choice) {
      take_from_term(page, value, field, next);
    } else if (const auto* reference = value.as<Reference>()) {
      if (reference->target) step_in_page(model_.page(*reference->target), next);
    }
  }

  void take_from_term(const Page& page, const FieldValue& value, const Field& field, std::size_t next) {
    const Vocabulary* vocabulary = model_.vocabulary(field.vocabulary);
    const auto* key = value.as<std::string>();
    const Term* term = vocabulary && key ? vocabulary->find(*key) : nullptr;
    if (!term) return;
    const auto extra = term->extra.find(names_[next]);
    if (extra != term->extra.end()) found_.push_back({{extra->second, value.span}, &term_text(), &page});
  }

  const std::vector<std::string>& names_;
  const SiteModel& model_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Found> walk(const FieldPath& path, const RecordPlace& from, const SiteModel& model) {
  return Walker(path, model).from(from);
}

bool fulfils(const RecordPlace& record, const std::vector<Condition>& conditions, const SiteModel& model) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
    const auto found = walk(condition.path, record, model);
    return std::any_of(found.begin(), found.end(), [&](const Found& each) {
      const auto& wanted = condition.values;
      return std::find(wanted.begin(), wanted.end(), "*") != wanted.end() ||
             std::find(wanted.begin(), wanted.end(), plain(each)) != wanted.end();
    });
  });
}

std::vector<RecordPlace> records_of(const Collection& collection, const std::string& table, const SiteModel& model) {
  std::vector<RecordPlace> out;
  const auto index = collection.config->schema.index_of(table);
  for (const PageId id : collection.entries) {
    const Page& page = model.page(id);
    const RecordPlace entry{&page, collection.config, nullptr, nullptr};
    if (!index) {
      out.push_back(entry);
    } else if (const auto* rows = page.fields[*index].as<RecordList>()) {
      for (const Record& row : rows->rows) {
        out.push_back({&page, collection.config, &collection.config->schema.fields[*index], &row});
      }
    }
  }
  return out;
}

std::vector<RecordPlace> records_of(const Collection& collection, const FieldPath& path, const SiteModel& model) {
  const Field* first = collection.config->schema.find(path.names.front());
  const bool table = first && first->type == FieldType::table && path.names.size() > 1;
  return records_of(collection, table ? first->name : std::string(), model);
}

std::string plain(const Found& found) {
  if (found.field) return plain_value(found.value, *found.field);
  const auto* reference = found.value.as<Reference>();
  return reference ? reference->slug : "";
}

std::optional<double> number_of(const FieldValue& value) {
  if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
  if (const auto* decimal = value.as<double>()) return *decimal;
  if (const auto* money = value.as<Money>()) return static_cast<double>(money->minor) / 100;
  return std::nullopt;
}

}  // namespace kronika
