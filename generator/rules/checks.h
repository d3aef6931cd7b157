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

  /// Entries, or rows of the table that the rule's first path leads into (table_of).
  std::vector<RecordPlace> all_records() const;
  /// Those of them that the rule is held against: they fulfil `where`, and no path of the rule leads into what is not
  /// published.
  std::vector<RecordPlace> records() const;
  std::vector<Found> walk(const FieldPath& path, const RecordPlace& record) const;
  /// The first value at the end of a path; nothing when there is none.
  std::optional<Found> first(const FieldPath& path, const RecordPlace& record) const;
  /// The field at the end of a path, given or not; null for `@entry` and for a path that leads nowhere.
  const Field* field_of(const FieldPath& path, Names names = Names::of_entry) const;

  void report(Code code, const Place& place, std::vector<std::string> arguments) const;
  /// The place of a value; where nobody wrote it (a default), that of its row, else the beginning of the page.
  Place place_of(const Found& found, const RecordPlace& record) const;
  Place place_of(const RecordPlace& record) const;
  /// The rule itself, in site.toml.
  Place own_place() const;

  /// The label of the field at the end of a path, in both languages.
  std::string label(const FieldPath& path) const;
  std::string labels(const std::vector<FieldPath>& paths) const;
  /// A value as readers see it, in both languages.
  std::string shown(const Found& found) const;
  /// A number, as readers see the value `like`: money in its currency.
  std::string shown(double number, const Found& like) const;
  /// The conditions of the rule: "Rodzaj = spotkanie".
  std::string conditions() const;
  std::string conditions(std::string_view language) const;
  /// The day of a date, or of a time in the site's zone.
  std::optional<Date> day_of(const FieldValue& value) const;
};

std::string date_text(Date date);
/// "content/a.md:12", for messages that name a second place.
std::string file_and_line(const Place& place);

/// Sums of decimals and of amounts differ by little from what they are on paper: these comparisons do not mind.
bool exceeds(double number, double limit);
inline bool differ(double a, double b) {
  return exceeds(a, b) || exceeds(b, a);
}

void check_required(const RuleContext&);
void check_one_of(const RuleContext&);
void check_equal(const RuleContext&);
void check_among(const RuleContext&);
void check_order(const RuleContext&);
void check_days(const RuleContext&);
void check_years(const RuleContext&);
void check_has_text(const RuleContext&);

void check_limit(const RuleContext&);
void check_sum(const RuleContext&);
void check_total(const RuleContext&);

void check_unique_together(const RuleContext&);
void check_no_overlap(const RuleContext&);
void check_covers(const RuleContext&);
void check_count(const RuleContext&);

void check_not_expired(const RuleContext&);
void check_fresh(const RuleContext&);

}  // namespace kronika
