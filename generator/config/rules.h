// What a collection's entries must fulfil together, beyond the type of each field: [[collections.NAME.rules]].
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/field_path.h"

namespace kronika {

/// See the table in rules.cc for the settings of each, and README.md, "Rules", for what they demand.
enum class RuleKind {
  unique,
  required,
  one_of,
  equal,
  among,
  not_before,
  after,
  at_most,
  at_least,
  sum,
  total,
  days,
  years,
  no_overlap,
  covers,
  count,
  not_expired,
  fresh,
  has_text
};
std::string_view name_of(RuleKind kind);

/// A value of the record must be one of these, as plain_value() writes them; "*" stands for any.
struct Condition {
  FieldPath path;
  std::vector<std::string> values;
};

/// One rule. Paths begin at an entry of the collection; a path into a table (`dotacje.kwota`) means each of its rows,
/// and then the other paths into the same table mean the same row.
struct Rule {
  RuleKind kind = RuleKind::unique;
  Span span;
  std::vector<FieldPath> fields;  // `field`, or `fields`
  std::optional<FieldPath> other, equals, at_most_path, from, to;
  std::vector<FieldPath> by;
  std::optional<double> least, most;  // `at_least`, `at_most` as numbers
  std::int64_t number = 0;            // `years`, `days`, `words`
  std::int64_t soon = 0;              // days before its end at which a date is told of
  bool once = true;                   // covers: `times`
  std::vector<Condition> where;
};

class TableReader;

/// Reads the rules of one collection; mistakes are reported.
std::vector<Rule> read_rules(TableReader& collection, const std::string& section, const std::string& file,
                             Diagnostics&);
/// Reads `where = { field = "value", other = ["a", "b"] }`.
std::vector<Condition> read_conditions(TableReader& table, const std::string& section, const std::string& file,
                                       Diagnostics&);

/// Reports paths of rules that lead nowhere.
void check_rule_paths(const Config&, Diagnostics&);

}  // namespace kronika
