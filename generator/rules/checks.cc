#include "generator/rules/checks.h"

#include <fmt/format.h>

#include <cmath>

namespace kronika {
namespace {

constexpr std::string_view english = "en", polish = "pl";

}  // namespace

std::vector<RecordPlace> RuleContext::records() const {
  const FieldPath whole{"", {}, {""}};
  const FieldPath& path = !rule.fields.empty() ? rule.fields.front() : rule.from ? *rule.from : whole;
  std::vector<RecordPlace> out;
  for (const RecordPlace& record : records_of(collection, path, model)) {
    if (fulfils(record, rule.where, model)) out.push_back(record);
  }
  return out;
}

std::optional<Found> RuleContext::first(const FieldPath& path, const RecordPlace& record) const {
  auto found = walk(path, record, model);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
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

Place RuleContext::place_of(const FieldValue& value, const RecordPlace& record) const {
  return value.span.line > 0 ? Place{record.page->path, value.span} : place_of(record);
}

std::string RuleContext::label(const FieldPath& path) const {
  const Schema* schema = &collection.config->schema;
  const Field* field = nullptr;
  for (const std::string& name : path.names) {
    const Field* next = schema->find(name);
    if (!next) continue;
    field = next;
    const CollectionConfig* target = model.config->collection(field->collection);
    schema = target ? &target->schema : &field->fields;
  }
  if (!field) return path.text;
  return both(field->label.in(english), field->label.in(polish));
}

std::string RuleContext::labels(const std::vector<FieldPath>& paths) const {
  std::string in_english, in_polish;
  for (const FieldPath& path : paths) {
    const std::string text = label(path);
    const auto cut = text.find('\x1f');
    in_english += (in_english.empty() ? "'" : ", '") + text.substr(0, cut) + "'";
    in_polish += (in_polish.empty() ? "„" : ", „") + text.substr(cut == std::string::npos ? 0 : cut + 1) + "”";
  }
  return both(in_english, in_polish);
}

std::string RuleContext::shown(const Found& found) const {
  if (const auto* reference = found.value.as<Reference>()) {
    return reference->target ? model.page(*reference->target).title : reference->slug;
  }
  if (!found.field) return plain(found);
  return both(display(found.value, *found.field, model, english), display(found.value, *found.field, model, polish));
}

std::string RuleContext::conditions() const {
  std::string in_english, in_polish;
  for (const Condition& condition : rule.where) {
    std::string values;
    for (const std::string& value : condition.values) values += (values.empty() ? "" : ", ") + value;
    const std::string text = label(condition.path);
    const auto cut = text.find('\x1f');
    const auto add = [&](std::string& to, const std::string& name) {
      to += (to.empty() ? "" : ", ") + name + " = " + values;
    };
    add(in_english, text.substr(0, cut));
    add(in_polish, text.substr(cut == std::string::npos ? 0 : cut + 1));
  }
  return both(in_english, in_polish);
}

std::string number_text(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) return fmt::format("{:.0f}", number);
  return fmt::format("{:.10g}", number);
}

std::string date_text(Date date) {
  return both(long_date(date, english), long_date(date, polish));
}

std::optional<Date> day_of(const FieldValue& value) {
  if (const auto* day = value.as<Date>()) return *day;
  if (const auto* time = value.as<DateTime>()) return time->date;
  return std::nullopt;
}

}  // namespace kronika
