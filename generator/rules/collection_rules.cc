// Rules that hold one record against the others of its collection.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "generator/content/instants.h"
#include "generator/rules/checks.h"

namespace kronika {
namespace {

constexpr std::size_t most_terms_told = 10;  // of a vocabulary that a collection should cover

struct Key {
  std::string text;
  std::string shown;
};

/// The plain values of several paths as keys: one, or where a path leads to several values, one for each. A value that
/// is not given is one of its own; none when nothing is given.
std::vector<Key> keys_of(const std::vector<FieldPath>& paths, const RecordPlace& record, const RuleContext& context) {
  std::vector<Key> keys = {{}};
  bool any = false;
  for (const FieldPath& path : paths) {
    const auto found = context.walk(path, record);
    any = any || !found.empty();
    std::vector<Key> longer;
    for (const Key& key : keys) {
      if (found.empty()) longer.push_back({key.text + '\n', key.shown});
      for (const Found& each : found) {
        const std::string value = plain(each);
        longer.push_back({key.text + '+' + value + '\n', key.shown + (key.shown.empty() ? "" : ", ") + value});
      }
    }
    keys = std::move(longer);
  }
  return any ? keys : std::vector<Key>{};
}

/// Rows are held against those of their own entry.
std::string scope_of(const RecordPlace& record) {
  return record.row ? record.page->path : "";
}

bool same_record(const RecordPlace& a, const RecordPlace& b) {
  return a.page == b.page && a.row == b.row;
}

struct Time {
  std::optional<Instant> from, to;  // nothing: open
  RecordPlace record;
  Found written;
  std::string shown;
};

bool overlap(const Time& a, const Time& b) {
  const bool a_before = a.to && b.from && *a.to <= *b.from;
  const bool b_before = b.to && a.from && *b.to <= *a.from;
  return !a_before && !b_before;
}

std::string shown(const std::optional<Found>& from, const std::optional<Found>& to) {
  return (from ? plain(*from) : "…") + " – " + (to ? plain(*to) : "…");
}

/// Nothing when neither end is given: of such a record no time is known.
std::optional<Time> time_of(const RecordPlace& record, const RuleContext& context) {
  const auto from = context.first(*context.rule.from, record), to = context.first(*context.rule.to, record);
  if (!from && !to) return std::nullopt;
  Time time{{}, {}, record, from ? *from : *to, shown(from, to)};
  if (from) time.from = instant_of(from->value, context.zone, Boundary::begun);
  if (to) time.to = instant_of(to->value, context.zone, Boundary::over);
  return time;
}

/// Is the record in force on the day of the build? Always, where the rule has no `from` and `to`.
bool in_force(const RecordPlace& record, const RuleContext& context) {
  const Instant now = context.model.now;
  const auto from = context.rule.from ? context.first(*context.rule.from, record) : std::nullopt;
  const auto to = context.rule.to ? context.first(*context.rule.to, record) : std::nullopt;
  const auto begins = from ? instant_of(from->value, context.zone, Boundary::begun) : std::nullopt;
  const auto ends = to ? instant_of(to->value, context.zone, Boundary::over) : std::nullopt;
  return (!begins || *begins <= now) && (!ends || *ends > now);
}

using Covered = std::unordered_map<std::string, RecordPlace>;

/// What no entry covers. The first few terms are told of, then how many more there are; when none at all is covered,
/// that alone.
void report_uncovered(const Covered& covered, const Vocabulary& vocabulary, const RuleContext& context) {
  const FieldPath& path = context.rule.fields.front();
  const LocalText& title = context.collection.config->title;
  const std::string name = both(title.in("en"), title.in("pl")), label = context.label(path);
  std::vector<const Term*> missing;
  for (const Term& term : vocabulary.terms) {
    if (!covered.contains(term.value)) missing.push_back(&term);
  }
  if (!missing.empty() && missing.size() == vocabulary.terms.size()) {
    return context.report(Code::rule_nothing_covered, context.own_place(),
                          {std::to_string(missing.size()), vocabulary.name, name, label});
  }
  for (std::size_t i = 0; i < std::min(missing.size(), most_terms_told); ++i) {
    context.report(Code::rule_not_covered, {vocabulary.file, missing[i]->span},
                   {both(missing[i]->label.in("en"), missing[i]->label.in("pl")), name, label});
  }
  if (missing.size() > most_terms_told) {
    context.report(Code::rule_more_not_covered, context.own_place(),
                   {std::to_string(missing.size() - most_terms_told), vocabulary.name, name, label});
  }
}

}  // namespace

void check_unique_together(const RuleContext& context) {
  const std::vector<FieldPath>& paths = context.rule.fields;
  std::unordered_map<std::string, RecordPlace> first;
  for (const RecordPlace& record : context.records()) {
    for (const Key& key : keys_of(paths, record, context)) {
      const auto [other, fresh] = first.emplace(key.text + scope_of(record), record);
      if (fresh || same_record(other->second, record)) continue;
      const auto value = context.first(paths.front(), record);
      context.report(Code::rule_not_unique, value ? context.place_of(*value, record) : context.place_of(record),
                     {context.labels(paths), key.shown, file_and_line(context.place_of(other->second))});
    }
  }
}

void check_no_overlap(const RuleContext& context) {
  std::map<std::string, std::vector<Time>> groups;
  for (const RecordPlace& record : context.records()) {
    const auto time = time_of(record, context);
    if (!time) continue;
    const auto keys = keys_of(context.rule.by, record, context);
    if (keys.empty()) groups[scope_of(record)].push_back(*time);
    for (const Key& key : keys) groups[key.text + scope_of(record)].push_back(*time);
  }
  for (const auto& [key, times] : groups) {
    for (auto time = times.begin(); time != times.end(); ++time) {
      const auto other = std::find_if(times.begin(), time, [&](const Time& earlier) {
        return !same_record(earlier.record, time->record) && overlap(earlier, *time);
      });
      if (other == time) continue;
      context.report(Code::rule_overlap, context.place_of(time->written, time->record),
                     {time->shown, other->shown, file_and_line(context.place_of(other->written, other->record))});
    }
  }
}

void check_covers(const RuleContext& context) {
  const FieldPath& path = context.rule.fields.front();
  Covered covered;
  for (const RecordPlace& record : context.records()) {
    for (const Found& each : context.walk(path, record)) {
      const auto [other, fresh] = covered.emplace(plain(each), record);
      if (fresh || !context.rule.once || same_record(other->second, record)) continue;
      context.report(Code::rule_covered_twice, context.place_of(each, record),
                     {context.shown(each), file_and_line(context.place_of(other->second))});
    }
  }
  const Field* field = context.field_of(path);
  const Vocabulary* vocabulary = field ? context.model.vocabulary(field->vocabulary) : nullptr;
  if (vocabulary) report_uncovered(covered, *vocabulary, context);
}

void check_count(const RuleContext& context) {
  const Rule& rule = context.rule;
  std::size_t count = 0;
  for (const RecordPlace& record : context.records()) {
    if (!in_force(record, context)) continue;
    const bool each_once = rule.fields.empty() || (record.row && rule.fields.front().names.size() == 1);
    count += each_once ? 1 : context.walk(rule.fields.front(), record).size();
  }
  const auto number = static_cast<double>(count);
  if (number >= rule.least.value_or(number) && number <= rule.most.value_or(number)) return;
  const auto what = [&](std::string_view language) {
    const std::string title = context.collection.config->title.in(language);
    return rule.where.empty() ? title : title + " (" + context.conditions(language) + ")";
  };
  context.report(rule.from || rule.to ? Code::rule_count_today : Code::rule_count, context.own_place(),
                 {both(what("en"), what("pl")), std::to_string(count), bounds(rule.least, rule.most)});
}

}  // namespace kronika
