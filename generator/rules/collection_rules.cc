// Rules that hold one record against the others of its collection.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "generator/content/instants.h"
#include "generator/rules/checks.h"

namespace kronika {
namespace {

/// The plain values of several paths as one key; nothing when one of them is missing.
struct Key {
  std::string text;
  std::string shown;
};

std::optional<Key> key_of(const std::vector<FieldPath>& paths, const RecordPlace& record, const RuleContext& context) {
  Key key;
  bool any = false;
  for (const FieldPath& path : paths) {
    const auto found = context.first(path, record);
    any = any || found.has_value();
    key.text += (found ? plain(*found) : "") + '\n';
    if (found) key.shown += (key.shown.empty() ? "" : ", ") + plain(*found);
  }
  return any ? std::optional(key) : std::nullopt;
}

std::string file_and_line(const Place& place) {
  return place.file + (place.span.line > 1 ? ":" + std::to_string(place.span.line) : "");
}

struct Time {
  std::optional<Instant> from, to;  // nothing: open
  RecordPlace record;
  FieldValue written;
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

Time time_of(const RecordPlace& record, const RuleContext& context) {
  const auto from = context.first(*context.rule.from, record), to = context.first(*context.rule.to, record);
  Time time{{}, {}, record, from ? from->value : to ? to->value : FieldValue{}, shown(from, to)};
  if (from) time.from = instant_of(from->value, context.zone, Boundary::begun);
  if (to) time.to = instant_of(to->value, context.zone, Boundary::over);
  return time;
}

double total_of(const std::vector<RecordPlace>& records, const FieldPath& path, const SiteModel& model) {
  double sum = 0;
  for (const RecordPlace& record : records) {
    for (const Found& each : walk(path, record, model)) sum += number_of(each.value).value_or(0);
  }
  return sum;
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

}  // namespace

void check_unique_together(const RuleContext& context) {
  const bool in_table = context.collection.config->schema.find(context.rule.fields.front().names.front()) &&
                        context.rule.fields.front().names.size() > 1;
  std::unordered_map<std::string, RecordPlace> first;
  for (const RecordPlace& record : context.records()) {
    auto key = key_of(context.rule.fields, record, context);
    if (!key) continue;
    if (in_table && record.row) key->text += record.page->path;  // unique within the entry's own table
    const auto [other, fresh] = first.emplace(key->text, record);
    if (fresh) continue;
    const auto value = context.first(context.rule.fields.front(), record);
    context.report(Code::rule_not_unique, value ? context.place_of(value->value, record) : context.place_of(record),
                   {context.labels(context.rule.fields), key->shown, file_and_line(context.place_of(other->second))});
  }
}

void check_total(const RuleContext& context) {
  const Rule& rule = context.rule;
  FieldPath other = *rule.at_most_path;
  const Collection* collection = context.model.collection(other.names.front());
  other.names.erase(other.names.begin());
  if (!collection || other.names.empty()) return;
  const double limit = total_of(records_of(*collection, other, context.model), other, context.model);
  double sum = 0;
  for (const RecordPlace& record : context.records()) {
    for (const Found& each : walk(rule.fields.front(), record, context.model)) {
      const double before = sum;
      sum += number_of(each.value).value_or(0);
      if (before > limit || sum <= limit) continue;
      context.report(
          Code::rule_total_too_much, context.place_of(each.value, record),
          {context.label(rule.fields.front()), number_text(sum), rule.at_most_path->text, number_text(limit)});
    }
  }
}

void check_no_overlap(const RuleContext& context) {
  std::map<std::string, std::vector<Time>> groups;
  for (const RecordPlace& record : context.records()) {
    const auto key = key_of(context.rule.by, record, context);
    const std::string own = record.row ? record.page->path : "";
    groups[(key ? key->text : "") + own].push_back(time_of(record, context));
  }
  for (const auto& [key, times] : groups) {
    for (std::size_t i = 1; i < times.size(); ++i) {
      const auto other = std::find_if(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(i),
                                      [&](const Time& earlier) { return overlap(earlier, times[i]); });
      if (other == times.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      context.report(Code::rule_overlap, context.place_of(times[i].written, times[i].record),
                     {times[i].shown, other->shown, file_and_line(context.place_of(other->written, other->record))});
    }
  }
}

void check_covers(const RuleContext& context) {
  const FieldPath& path = context.rule.fields.front();
  std::unordered_map<std::string, const Page*> covered;
  const Field* field = nullptr;
  for (const RecordPlace& record : context.records()) {
    for (const Found& each : walk(path, record, context.model)) {
      field = each.field;
      const auto [other, fresh] = covered.emplace(plain(each), record.page);
      if (fresh || !context.rule.once) continue;
      context.report(Code::rule_covered_twice, context.place_of(each.value, record),
                     {context.shown(each), other->second->path});
    }
  }
  if (!field) field = context.collection.config->schema.find(path.names.back());
  const Vocabulary* vocabulary = field ? context.model.vocabulary(field->vocabulary) : nullptr;
  if (!vocabulary) return;
  for (const Term& term : vocabulary->terms) {
    if (covered.contains(term.value)) continue;
    context.report(Code::rule_not_covered, {vocabulary->file, term.span},
                   {both(term.label.in("en"), term.label.in("pl")), context.collection.config->name, field->name});
  }
}

void check_count(const RuleContext& context) {
  const Rule& rule = context.rule;
  std::size_t count = 0;
  for (const RecordPlace& record : context.records()) count += in_force(record, context) ? 1 : 0;
  const auto number = static_cast<double>(count);
  if (number >= rule.least.value_or(number) && number <= rule.most.value_or(number)) return;
  const LocalText& title = context.collection.config->title;
  const std::string where = context.conditions();
  const auto cut = where.find('\x1f');
  const bool any = !rule.where.empty();
  const std::string what = both(title.in("en") + (any ? " (" + where.substr(0, cut) + ")" : ""),
                                title.in("pl") + (any ? " (" + where.substr(cut + 1) + ")" : ""));
  context.report(rule.from || rule.to ? Code::rule_count_today : Code::rule_count,
                 {context.model.config->file, rule.span}, {what, std::to_string(count), bounds(rule.least, rule.most)});
}

}  // namespace kronika
