// Rules that look at one entry, or at one row of its tables, at a time.
#include <algorithm>

#include "generator/checks/words.h"
#include "generator/rules/checks.h"

namespace kronika {
namespace {

constexpr std::size_t most_values_told = 10;

/// The values, "a, b, c", the first few of them; "–" when there are none.
std::string list_of(const std::vector<Found>& values) {
  std::string list;
  for (std::size_t i = 0; i < std::min(values.size(), most_values_told); ++i) {
    list += (list.empty() ? "" : ", ") + plain(values[i]);
  }
  if (values.size() > most_values_told) list += ", …";
  return list.empty() ? "–" : list;
}

/// Below 0: `a` is before `b`. Of a day and a time only the days can be compared.
std::optional<int> compared(const FieldValue& a, const FieldValue& b, const RuleContext& context) {
  const auto sign = [](auto x, auto y) { return x < y ? -1 : x == y ? 0 : 1; };
  const auto *a_time = a.as<DateTime>(), *b_time = b.as<DateTime>();
  if (a_time && b_time) return sign(context.zone.to_instant(*a_time), context.zone.to_instant(*b_time));
  const auto a_day = context.day_of(a), b_day = context.day_of(b);
  return a_day && b_day ? std::optional(sign(*a_day, *b_day)) : std::nullopt;
}

/// The last day of a time of whole years that begins on `first`. From 29 February on it ends with a February.
Date last_day(Date first, std::int64_t years) {
  const Date anniversary = first + std::chrono::years{years};
  if (!anniversary.ok()) return anniversary.year() / anniversary.month() / std::chrono::last;
  return std::chrono::sys_days{anniversary} - std::chrono::days{1};
}

/// The two ends of a rule's time, as days; nothing when one is missing.
struct Ends {
  Date first, last;
  Found to;
};

std::optional<Ends> ends_of(const RecordPlace& record, const RuleContext& context) {
  const auto from = context.first(*context.rule.from, record), to = context.first(*context.rule.to, record);
  const auto first = from ? context.day_of(from->value) : std::nullopt;
  const auto last = to ? context.day_of(to->value) : std::nullopt;
  return first && last ? std::optional(Ends{*first, *last, *to}) : std::nullopt;
}

}  // namespace

void check_required(const RuleContext& context) {
  const FieldPath& path = context.rule.fields.front();
  for (const RecordPlace& record : context.records()) {
    if (!context.walk(path, record).empty()) continue;
    const std::string always = both("the entry is published", "wpis jest publikowany");
    context.report(Code::rule_missing, context.place_of(record),
                   {path.names.back(), context.rule.where.empty() ? always : context.conditions()});
  }
}

void check_one_of(const RuleContext& context) {
  for (const RecordPlace& record : context.records()) {
    std::size_t given = 0;
    std::optional<Found> last;
    for (const FieldPath& path : context.rule.fields) {
      if (auto found = context.first(path, record)) {
        ++given;
        last = std::move(found);
      }
    }
    if (given == 1) continue;
    context.report(Code::rule_one_of, last ? context.place_of(*last, record) : context.place_of(record),
                   {context.labels(context.rule.fields), std::to_string(given)});
  }
}

void check_equal(const RuleContext& context) {
  const FieldPath &path = context.rule.fields.front(), &other = *context.rule.other;
  for (const RecordPlace& record : context.records()) {
    const auto there = context.first(other, record);
    for (const Found& here : context.walk(path, record)) {
      if (there && plain(here) == plain(*there)) continue;
      context.report(Code::rule_not_equal, context.place_of(here, record),
                     {context.label(path), context.shown(here), context.label(other),
                      there ? context.shown(*there) : both("not given", "nie podano")});
    }
  }
}

void check_among(const RuleContext& context) {
  const FieldPath &path = context.rule.fields.front(), &other = *context.rule.other;
  for (const RecordPlace& record : context.records()) {
    const auto possible = context.walk(other, record);
    for (const Found& each : context.walk(path, record)) {
      const auto fits = [&](const Found& one) { return plain(one) == plain(each); };
      if (std::any_of(possible.begin(), possible.end(), fits)) continue;
      context.report(Code::rule_not_among, context.place_of(each, record),
                     {context.label(path), context.shown(each), context.label(other), list_of(possible)});
    }
  }
}

void check_order(const RuleContext& context) {
  const FieldPath &path = context.rule.fields.front(), &other = *context.rule.other;
  const bool strict = context.rule.kind == RuleKind::after;
  for (const RecordPlace& record : context.records()) {
    const auto earlier = context.walk(other, record);
    for (const Found& each : context.walk(path, record)) {
      const auto wrong = std::find_if(earlier.begin(), earlier.end(), [&](const Found& one) {
        const auto order = compared(each.value, one.value, context);
        return order && (*order < 0 || (strict && *order == 0));
      });
      if (wrong == earlier.end()) continue;
      context.report(strict ? Code::rule_strict_order : Code::rule_order, context.place_of(each, record),
                     {context.label(path), context.shown(each), context.label(other), context.shown(*wrong)});
    }
  }
}

void check_days(const RuleContext& context) {
  const Rule& rule = context.rule;
  for (const RecordPlace& record : context.records()) {
    const auto ends = ends_of(record, context);
    if (!ends) continue;
    const auto days = (std::chrono::sys_days{ends->last} - std::chrono::sys_days{ends->first}).count();
    const auto count = static_cast<double>(days);
    if (count >= rule.least.value_or(count) && count <= rule.most.value_or(count)) continue;
    context.report(
        Code::rule_days, context.place_of(ends->to, record),
        {context.label(*rule.from), context.label(*rule.to), std::to_string(days), bounds(rule.least, rule.most)});
  }
}

void check_years(const RuleContext& context) {
  const Rule& rule = context.rule;
  for (const RecordPlace& record : context.records()) {
    const auto ends = ends_of(record, context);
    const auto wanted = ends ? last_day(ends->first, rule.number) : Date{};
    if (!ends || ends->last == wanted) continue;
    context.report(
        Code::rule_years, context.place_of(ends->to, record),
        {context.label(*rule.from), context.label(*rule.to), std::to_string(rule.number), date_text(wanted)});
  }
}

void check_has_text(const RuleContext& context) {
  const FieldPath& path = context.rule.fields.front();
  for (const RecordPlace& record : context.records()) {
    const auto found = context.first(path, record);
    const std::size_t words = count_words(record.page->body);
    if (!found || words >= static_cast<std::size_t>(context.rule.number)) continue;
    context.report(Code::rule_no_text, context.place_of(*found, record),
                   {context.label(path), std::to_string(words), std::to_string(context.rule.number)});
  }
}

}  // namespace kronika
