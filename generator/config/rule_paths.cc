// A rule over a path that leads nowhere, or to a text where a date is meant, would hold for ever: so it is a mistake in
// site.toml.
#include "generator/config/config.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

/// What the values of a rule must be, so that it can compare them.
enum class Wanted { any, date, number, choice };

Wanted wanted_of_fields(RuleKind kind) {
  switch (kind) {
    case RuleKind::not_before:
    case RuleKind::after:
    case RuleKind::not_expired:
    case RuleKind::fresh:
      return Wanted::date;
    case RuleKind::at_most:
    case RuleKind::at_least:
    case RuleKind::sum:
    case RuleKind::total:
      return Wanted::number;
    case RuleKind::covers:
      return Wanted::choice;
    default:
      return Wanted::any;
  }
}

bool fits(const PathEnd& end, Wanted wanted) {
  if (wanted == Wanted::any) return true;
  const FieldType type = end.field ? end.field->value_type() : FieldType::reference;
  if (wanted == Wanted::choice) return type == FieldType::choice;
  if (wanted == Wanted::date) return type == FieldType::date || type == FieldType::datetime;
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::money;
}

std::string reason(Wanted wanted) {
  if (wanted == Wanted::choice) return both("it is no field with a vocabulary", "to nie jest pole ze słownikiem");
  if (wanted == Wanted::date) return both("it is no field for a date", "to nie jest pole z datą");
  return both("it is no field for a number or money", "to nie jest pole z liczbą ani kwotą");
}

class RuleChecker {
 public:
  RuleChecker(const CollectionConfig& collection, const Config& config, Diagnostics& diagnostics)
      : collection_(collection), config_(config), diagnostics_(diagnostics) {}

  void check(const Rule& rule) {
    const Wanted wanted = wanted_of_fields(rule.kind);
    for (const FieldPath& path : rule.fields) check(path, wanted, rule);
    for (const FieldPath& path : rule.by) check(path, Wanted::any, rule);
    for (const auto* path : {&rule.from, &rule.to}) {
      if (*path) check(**path, Wanted::date, rule);
    }
    for (const auto* path : {&rule.other, &rule.equals}) {
      if (*path) check(**path, wanted, rule);
    }
    if (rule.at_most_path && rule.kind == RuleKind::total) {
      check_total(*rule.at_most_path, rule);
    } else if (rule.at_most_path) {
      check(*rule.at_most_path, Wanted::number, rule);
    }
    const Field* row = table_of(rule, collection_.schema);
    for (const Condition& condition : rule.where) {
      const auto end = follow(condition.path, collection_, row, config_, diagnostics_);
      if (end && end->field) check_values(condition, *end->field);
    }
  }

 private:
  void check(const FieldPath& path, Wanted wanted, const Rule& rule) { check(path, collection_, wanted, rule); }

  void check(const FieldPath& path, const CollectionConfig& from, Wanted wanted, const Rule& rule) {
    const auto end = follow(path, from, nullptr, config_, diagnostics_);
    if (!end || fits(*end, wanted)) return;
    diagnostics_.report(Code::setting_value, {config_.file, path.span},
                        {path.text, std::string(name_of(rule.kind)), reason(wanted)});
  }

  /// The first name of this path is a collection.
  void check_total(FieldPath path, const Rule& rule) {
    const CollectionConfig* other = config_.collection(path.names.front());
    if (other && path.names.size() > 1) {
      path.names.erase(path.names.begin());
      return check(path, *other, Wanted::number, rule);
    }
    std::vector<std::string> names;
    for (const CollectionConfig& each : config_.collections) names.push_back(each.name);
    if (other) {
      diagnostics_.report(Code::setting_value, {config_.file, path.span},
                          {path.text, std::string(name_of(rule.kind)),
                           both("it is written COLLECTION.FIELD", "zapisuje się je jako KOLEKCJA.POLE")});
    } else {
      diagnostics_.report(Code::unknown_reference_target, {config_.file, path.span},
                          {both("collection", "kolekcja"), path.names.front()}, nearest(path.names.front(), names));
    }
  }

  /// A bool has two values; terms of vocabularies are checked when these are read.
  void check_values(const Condition& condition, const Field& field) {
    if (field.value_type() != FieldType::boolean) return;
    for (const std::string& value : condition.values) {
      if (value == "true" || value == "false" || value == "*") continue;
      diagnostics_.report(Code::setting_value, {config_.file, condition.path.span},
                          {value, condition.path.text, both("it is true or false", "to true albo false")},
                          nearest(value, std::vector<std::string>{"true", "false"}));
    }
  }

  const CollectionConfig& collection_;
  const Config& config_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_rule_paths(const Config& config, Diagnostics& diagnostics) {
  for (const CollectionConfig& collection : config.collections) {
    RuleChecker checker(collection, config, diagnostics);
    for (const Rule& rule : collection.rules) checker.check(rule);
  }
}

}  // namespace kronika
