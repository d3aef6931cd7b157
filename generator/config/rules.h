// What a collection's entries must fulfil together, beyond the type of each field: [[collections.NAME.rules]].
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/field_path.h"

namespace kronika {

/// In the order of the table in rules.cc. See that table for the settings of each, and README.md, "Rules", for what
/// they demand.
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

/// One rule, with every setting that its kind needs. Paths begin at an entry of the collection; when the first path
/// leads into a table (`dotacje.kwota`), the rule goes through its rows, and other paths into that table mean the same
/// row. Only conditions may name a column of the row alone.
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
struct Field;
struct Schema;

/// Reads the rules of one collection; mistakes are reported, and rules that lack something are left out.
std::vector<Rule> read_rules(TableReader& collection, const std::string& section, const std::string& file,
                             Diagnostics&);
/// Reads `where = { field = "value", other = ["a", "b"] }`.
std::vector<Condition> read_conditions(TableReader& table, const std::string& section, const std::string& file,
                                       Diagnostics&);

/// The path that says what a rule goes through: the first of its fields, else `from`; null: the entries.
const FieldPath* first_path(const Rule&);
/// The table of the collection whose rows a rule goes through; null: the entries themselves.
const Field* table_of(const Rule&, const Schema&);

/// Reports paths of rules that lead nowhere, or to values that the rule cannot hold against anything.
void check_rule_paths(const Config&, Diagnostics&);

}  // namespace kronika
