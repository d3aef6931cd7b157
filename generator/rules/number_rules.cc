// Rules over numbers and money. Amounts are compared by their numbers: a site writes them in one currency.
#include "generator/rules/checks.h"

namespace kronika {
namespace {

struct Sum {
  RecordPlace entry;
  double sum = 0;
  Found like;  // one of those added up
};

double total_of(const std::vector<RecordPlace>& entries, const FieldPath& path, const SiteModel& model) {
  double sum = 0;
  for (const RecordPlace& entry : entries) {
    for (const Found& each : walk(path, entry, model)) sum += number_of(each.value).value_or(0);
  }
  return sum;
}

/// What "Collection: Field" is called, in both languages.
std::string name_of_total(const FieldPath& path, const CollectionConfig& collection, const Config& config) {
  Diagnostics told;  // when site.toml was read
  const auto end = follow(path, collection, nullptr, config, told);
  const auto name = [&](std::string_view language) {
    return collection.title.in(language) + ": " + (end && end->field ? end->field->label.in(language) : path.text);
  };
  return both(name("en"), name("pl"));
}

struct Limit {
  double number;
  std::string shown, label;
};

/// What the values of one record may not exceed (or must reach): numbers of other fields, or the rule's own.
std::vector<Limit> limits_of(const RecordPlace& record, const Found& like, const RuleContext& context) {
  const Rule& rule = context.rule;
  std::vector<Limit> out;
  if (!rule.other) {
    const double own = (rule.kind == RuleKind::at_most ? rule.most : rule.least).value_or(0);
    return {{own, context.shown(own, like), both("limit", "granica")}};
  }
  for (const Found& each : context.walk(*rule.other, record)) {
    if (const auto number = number_of(each.value)) {
      out.push_back({*number, context.shown(each), context.label(*rule.other)});
    }
  }
  return out;
}

}  // namespace

void check_limit(const RuleContext& context) {
  const bool most = context.rule.kind == RuleKind::at_most;
  const FieldPath& path = context.rule.fields.front();
  for (const RecordPlace& record : context.records()) {
    for (const Found& each : context.walk(path, record)) {
      const auto value = number_of(each.value);
      for (const Limit& limit : limits_of(record, each, context)) {
        if (!value || !(most ? exceeds(*value, limit.number) : exceeds(limit.number, *value))) continue;
        context.report(most ? Code::rule_too_much : Code::rule_too_little, context.place_of(each, record),
                       {context.label(path), context.shown(each), limit.shown, limit.label});
        break;
      }
    }
  }
}

void check_sum(const RuleContext& context) {
  const Rule& rule = context.rule;
  const FieldPath& path = rule.fields.front();
  std::vector<Sum> sums;  // of each entry that has such values, in the collection's order
  for (const RecordPlace& record : context.records()) {
    const RecordPlace entry{record.page, record.collection, nullptr, nullptr};
    for (const Found& each : context.walk(path, record)) {
      if (sums.empty() || sums.back().entry.page != record.page) sums.push_back({entry, 0, each});
      sums.back().sum += number_of(each.value).value_or(0);
    }
  }
  const FieldPath& limit = rule.equals ? *rule.equals : *rule.at_most_path;
  for (const Sum& each : sums) {
    const auto other = context.first(limit, each.entry);
    const auto number = other ? number_of(other->value) : std::nullopt;
    if (!number || !(rule.equals ? differ(each.sum, *number) : exceeds(each.sum, *number))) continue;
    context.report(
        rule.equals ? Code::rule_sum : Code::rule_sum_too_much, context.place_of(*other, each.entry),
        {context.label(path), context.shown(each.sum, each.like), context.label(limit), context.shown(*other)});
  }
}

void check_total(const RuleContext& context) {
  const FieldPath& path = context.rule.fields.front();
  FieldPath other = *context.rule.at_most_path;
  const Collection* collection = context.model.collection(other.names.front());
  other.names.erase(other.names.begin());
  if (!collection || other.names.empty()) return;  // told when site.toml was read
  const double limit = total_of(records_of(*collection, nullptr, context.model), other, context.model);
  double sum = 0;
  for (const RecordPlace& record : context.records()) {
    for (const Found& each : context.walk(path, record)) {
      sum += number_of(each.value).value_or(0);
      if (!exceeds(sum, limit)) continue;
      context.report(Code::rule_total_too_much, context.place_of(each, record),
                     {context.label(path), context.shown(sum, each),
                      name_of_total(other, *collection->config, *context.model.config), context.shown(limit, each)});
      return;
    }
  }
}

}  // namespace kronika
