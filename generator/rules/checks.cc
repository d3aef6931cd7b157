// A mistake is told where its author can mend it, in the words of the schema: labels, and values as readers see them.
#include "generator/rules/checks.h"

#include <algorithm>
#include <cmath>

namespace kronika {
namespace {

constexpr std::string_view english = "en", polish = "pl";
constexpr double minor_units = 100;

template <class Text>
std::string in_both(const Text& text) {
  return both(text(english), text(polish));
}

/// With the label of the reference before it, where the path begins with one: "Previous meeting: Year".
std::string label_in(const Field* field, const FieldPath& path, const Schema& schema, std::string_view language) {
  if (!field) return path.text;
  const Field* start = path.names.size() > 1 ? schema.find(path.names.front()) : nullptr;
  const bool led_away = start && start->value_type() == FieldType::reference;
  return (led_away ? start->label.in(language) + ": " : "") + field->label.in(language);
}

bool leads_into_hidden(const Rule& rule, const RecordPlace& record, const SiteModel& model) {
  const auto hidden = [&](const FieldPath& path) { return leads_into_hidden(path, record, model); };
  if (std::any_of(rule.fields.begin(), rule.fields.end(), hidden)) return true;
  if (std::any_of(rule.by.begin(), rule.by.end(), hidden)) return true;
  for (const auto* path : {&rule.other, &rule.equals, &rule.from, &rule.to}) {
    if (*path && hidden(**path)) return true;
  }
  return rule.kind == RuleKind::sum && rule.at_most_path && hidden(*rule.at_most_path);
}

}  // namespace

std::vector<RecordPlace> RuleContext::all_records() const {
  return records_of(collection, table_of(rule, collection.config->schema), model);
}

std::vector<RecordPlace> RuleContext::records() const {
  std::vector<RecordPlace> out = all_records();
  std::erase_if(out, [&](const RecordPlace& record) {
    return !fulfils(record, rule.where, model) || leads_into_hidden(rule, record, model);
  });
  return out;
}

std::vector<Found> RuleContext::walk(const FieldPath& path, const RecordPlace& record) const {
  return kronika::walk(path, record, model);
}

std::optional<Found> RuleContext::first(const FieldPath& path, const RecordPlace& record) const {
  auto found = walk(path, record);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

const Field* RuleContext::field_of(const FieldPath& path, Names names) const {
  Diagnostics told;  // when site.toml was read
  const Field* row = names == Names::of_row ? table_of(rule, collection.config->schema) : nullptr;
  const auto end = follow(path, *collection.config, row, *model.config, told);
  return end ? end->field : nullptr;
}

void RuleContext::report(Code code, const Place& place, std::vector<std::string> arguments) const {
  diagnostics.report(code, place, std::move(arguments));
}

Place RuleContext::place_of(const RecordPlace& record) const {
  if (record.row) {
    for (const FieldValue& value : record.row->values) {
      if (value.span.line > 0) return {record.page->path, {value.span.line, value.span.column, 1}};
    }
    const auto index = record.collection->schema.index_of(record.table->name);
    return {record.page->path, record.page->fields[*index].span};
  }
  return {record.page->path, {1, 1, 3}};
}

Place RuleContext::place_of(const Found& found, const RecordPlace& record) const {
  return found.span.line > 0 ? Place{record.page->path, found.span} : place_of(record);
}

Place RuleContext::own_place() const {
  return {model.config->file, rule.span};
}

std::string RuleContext::label(const FieldPath& path) const {
  const Field* field = field_of(path);
  return in_both([&](std::string_view language) { return label_in(field, path, collection.config->schema, language); });
}

std::string RuleContext::labels(const std::vector<FieldPath>& paths) const {
  return in_both([&](std::string_view language) {
    const bool in_english = language == english;
    std::string out;
    for (const FieldPath& path : paths) {
      out += (out.empty() ? "" : ", ") + std::string(in_english ? "'" : "„") +
             label_in(field_of(path), path, collection.config->schema, language) + (in_english ? "'" : "”");
    }
    return out;
  });
}

std::string RuleContext::shown(const Found& found) const {
  if (const auto* reference = found.value.as<Reference>()) {
    return reference->target ? model.page(*reference->target).title : reference->slug;
  }
  if (!found.field) return plain(found);
  return in_both([&](std::string_view language) { return display(found.value, *found.field, model, language); });
}

std::string RuleContext::shown(double number, const Found& like) const {
  constexpr double finest = 1e6, most_exact = 1e15;
  Found out = like;
  if (const auto* money = like.value.as<Money>()) {
    out.value.value = Money{std::llround(number * minor_units), money->currency};
  } else if (const double whole = std::round(number); std::abs(number) < most_exact && !differ(whole, number)) {
    out.value.value = static_cast<std::int64_t>(whole);
  } else {
    out.value.value = std::round(number * finest) / finest;
  }
  return shown(out);
}

std::string RuleContext::conditions(std::string_view language) const {
  std::string out;
  for (const Condition& condition : rule.where) {
    std::string values;
    for (const std::string& value : condition.values) values += (values.empty() ? "" : ", ") + value;
    const FieldPath& path = condition.path;
    const std::string name = label_in(field_of(path, Names::of_row), path, collection.config->schema, language);
    const bool any = values == "*";
    if (!out.empty()) out += ", ";
    out += !any ? name + " = " + values : language == english ? "'" + name + "' is given" : "podano „" + name + "”";
  }
  return out;
}

std::string RuleContext::conditions() const {
  return in_both([&](std::string_view language) { return conditions(language); });
}

std::optional<Date> RuleContext::day_of(const FieldValue& value) const {
  if (const auto* day = value.as<Date>()) return *day;
  if (const auto* time = value.as<DateTime>()) return zone.to_local(zone.to_instant(*time)).date;
  return std::nullopt;
}

std::string date_text(Date date) {
  return in_both([&](std::string_view language) { return long_date(date, language); });
}

std::string file_and_line(const Place& place) {
  return place.file + (place.span.line > 1 ? ":" + std::to_string(place.span.line) : "");
}

bool exceeds(double number, double limit) {
  constexpr double smallest = 1e-9, relative = 1e-12;  // far below a hundredth of the greatest sums in money
  return number - limit > smallest + relative * std::max(std::abs(number), std::abs(limit));
}

}  // namespace kronika
