// Paths were held against the schemas when site.toml was read; here a name that is not there means a mistake told
// already, and leads nowhere.
#include "generator/rules/walk.h"

#include <algorithm>

namespace kronika {
namespace {

class Walker {
 public:
  Walker(const FieldPath& path, const SiteModel& model, Names names)
      : names_(path.names), model_(model), base_(names) {}

  std::vector<Found> from(const RecordPlace& record) {
    const Schema* columns = record.row ? &record.table->fields : nullptr;
    if (names_.front() == entry_name) {
      from_entry(*record.page);
    } else if (columns && base_ == Names::of_row && columns->find(names_.front())) {
      step_in_row(*columns, *record.row, 0);
    } else if (columns && names_.front() == record.table->name && names_.size() > 1) {
      step_in_row(*columns, *record.row, 1);
    } else {
      step_in_page(*record.page, 0);
    }
    return std::move(found_);
  }

  bool met_hidden() const { return met_hidden_; }

 private:
  void from_entry(const Page& page) {
    if (names_.size() > 1) return step_in_page(page, 1);
    found_.push_back({{Reference{page.slug, page.id}, {}}, nullptr, {}});
  }

  void step_in_page(const Page& page, std::size_t at) {
    const CollectionConfig* collection = model_.config->collection(page.collection);
    const auto index = collection ? collection->schema.index_of(names_[at]) : std::nullopt;
    if (index && *index < page.fields.size()) take(page.fields[*index], collection->schema.fields[*index], at + 1);
  }

  void step_in_row(const Schema& columns, const Record& row, std::size_t at) {
    const auto index = columns.index_of(names_[at]);
    if (index && *index < row.values.size()) take(row.values[*index], columns.fields[*index], at + 1);
  }

  void take(const FieldValue& value, const Field& field, std::size_t next) {
    if (value.empty()) return;
    if (const auto* list = value.as<ValueList>()) {
      for (const FieldValue& item : *list) take(item, field, next);
    } else if (next == names_.size()) {
      found_.push_back({value, &field, way_out_ ? *way_out_ : value.span});
    } else if (const auto* rows = value.as<RecordList>()) {
      for (const Record& row : rows->rows) step_in_row(field.fields, row, next);
    } else if (field.value_type() == FieldType::choice) {
      take_from_term(value, field, next);
    } else if (const auto* reference = value.as<Reference>()) {
      follow(*reference, value.span, next);
    }
  }

  void follow(const Reference& reference, const Span& span, std::size_t next) {
    if (!reference.target) {
      met_hidden_ = true;
      return;
    }
    const auto before = way_out_;
    if (!way_out_) way_out_ = span;
    step_in_page(model_.page(*reference.target), next);
    way_out_ = before;
  }

  void take_from_term(const FieldValue& value, const Field& field, std::size_t next) {
    const Vocabulary* vocabulary = model_.vocabulary(field.vocabulary);
    const auto* key = value.as<std::string>();
    const Term* term = vocabulary && key ? vocabulary->find(*key) : nullptr;
    if (!term) return;
    const auto extra = term->extra.find(names_[next]);
    if (extra == term->extra.end()) return;
    found_.push_back({{extra->second, value.span}, &term_text(), way_out_ ? *way_out_ : value.span});
  }

  const std::vector<std::string>& names_;
  const SiteModel& model_;
  const Names base_;
  std::vector<Found> found_;
  std::optional<Span> way_out_;  // the reference that led off the first page
  bool met_hidden_ = false;
};

}  // namespace

std::vector<Found> walk(const FieldPath& path, const RecordPlace& from, const SiteModel& model, Names names) {
  return Walker(path, model, names).from(from);
}

bool leads_into_hidden(const FieldPath& path, const RecordPlace& from, const SiteModel& model) {
  Walker walker(path, model, Names::of_entry);
  walker.from(from);
  return walker.met_hidden();
}

bool fulfils(const RecordPlace& record, const std::vector<Condition>& conditions, const SiteModel& model) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
    const auto found = walk(condition.path, record, model, Names::of_row);
    const auto wants = [&](std::string_view value) {
      return std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end();
    };
    if (found.empty()) return wants("false");
    return wants("*") || std::any_of(found.begin(), found.end(), [&](const Found& each) { return wants(plain(each)); });
  });
}

std::vector<RecordPlace> records_of(const Collection& collection, const Field* table, const SiteModel& model) {
  std::vector<RecordPlace> out;
  const auto& fields = collection.config->schema.fields;
  const auto at = table ? static_cast<std::size_t>(table - fields.data()) : fields.size();
  for (const PageId id : collection.entries) {
    const Page& page = model.page(id);
    const RecordPlace entry{&page, collection.config, nullptr, nullptr};
    if (!table) {
      out.push_back(entry);
    } else if (const auto* rows = page.fields[at].as<RecordList>()) {
      for (const Record& row : rows->rows) out.push_back({&page, collection.config, table, &row});
    }
  }
  return out;
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
