// What the rules share: a rule's records, how values are named in messages, and where a mistake is told.
#pragma once

#include <string>
#include <vector>

#include "generator/rules/walk.h"

namespace kronika {

/// One rule of one collection while it is checked. Borrows everything.
struct RuleContext {
  const Rule& rule;
  const Collection& collection;
  const SiteModel& model;
  const TimeZone& zone;
  Diagnostics& diagnostics;

  /// The records that the rule goes through: those of its first path that fulfil `where`.
  std::vector<RecordPlace> records() const;
  /// The first value at the end of a path; nothing when there is none.
  std::optional<Found> first(const FieldPath& path, const RecordPlace& record) const;

  void report(Code code, const Place& place, std::vector<std::string> arguments) const;
  /// The place of a value; where it has none, that of its table, else the beginning of the page.
  Place place_of(const FieldValue& value, const RecordPlace& record) const;
  Place place_of(const RecordPlace& record) const;

  /// The label of the field at the end of a path, in both languages.
  std::string label(const FieldPath& path) const;
  std::string labels(const std::vector<FieldPath>& paths) const;
  /// A value as readers see it, in both languages.
  std::string shown(const Found& found) const;
  /// The conditions of the rule: "Rodzaj: spotkanie".
  std::string conditions() const;
};

/// A number as people write it in messages: 12, 12.5.
std::string number_text(double number);
std::string date_text(Date date);
/// The day of a date or a time.
std::optional<Date> day_of(const FieldValue& value);

void check_required(const RuleContext&);
void check_one_of(const RuleContext&);
void check_equal(const RuleContext&);
void check_among(const RuleContext&);
void check_order(const RuleContext&);
void check_limit(const RuleContext&);
void check_sum(const RuleContext&);
void check_days(const RuleContext&);
void check_years(const RuleContext&);
void check_has_text(const RuleContext&);

void check_unique_together(const RuleContext&);
void check_total(const RuleContext&);
void check_no_overlap(const RuleContext&);
void check_covers(const RuleContext&);
void check_count(const RuleContext&);

void check_not_expired(const RuleContext&);
void check_fresh(const RuleContext&);

}  // namespace kronika
