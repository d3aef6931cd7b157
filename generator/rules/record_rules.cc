// Rules that look at one entry, or at one row of its tables, at a time.
#include <algorithm>
#include <cmath>

#include "generator/content/instants.h"
#include "generator/rules/checks.h"

namespace kronika {
namespace {

constexpr double same = 1e-9;  // sums of decimals differ by less

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    words += !space && !in_word ? 1 : 0;
    in_word = !space;
  }
  return words;
}

/// "at least 21", "at most 5 000 zł", in both languages.
std::string demanded(const Rule& rule) {
  return bounds(rule.least, rule.most);
}

}  // namespace

void check_required(const RuleContext& context) {
  const FieldPath& path = context.rule.fields.front();
  for (const RecordPlace& record : context.records()) {
    if (!walk(path, record, context.model).empty()) continue;
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
    context.report(Code::rule_one_of, last ? context.place_of(last->value, record) : context.place_of(record),
                   {context.labels(context.rule.fields), std::to_string(given)});
  }
}

void check_equal(const RuleContext& context) {
  const FieldPath &path = context.rule.fields.front(), &other = *context.rule.other;
  for (const RecordPlace& record : context.records()) {
    const auto here = context.first(path, record), there = context.first(other, record);
    if (!here || (there && plain(*here) == plain(*there))) continue;
    const bool own = here->page == record.page;
    context.report(Code::rule_not_equal, own ? context.place_of(here->value, record) : context.place_of(record),
                   {context.label(path), context.shown(*here), context.label(other),
                    there ? context.shown(*there) : both("not given", "nie podano")});
  }
}

void check_among(const RuleContext& context) {
  const FieldPath &path = context.rule.fields.front(), &other = *context.rule.other;
  for (const RecordPlace& record : context.records()) {
    const auto possible = walk(other, record, context.model);
    for (const Found& each : walk(path, record, context.model)) {
      const auto fits = [&](const Found& one) { return plain(one) == plain(each); };
      if (std::any_of(possible.begin(), possible.end(), fits)) continue;
      std::string list;
      for (const Found& one : possible) list += (list.empty() ? "" : ", ") + plain(one);
      const bool own = each.page == record.page;
      context.report(Code::rule_not_among, own ? context.place_of(each.value, record) : context.place_of(record),
                     {context.label(path), context.shown(each), context.label(other), list.empty() ? "–" : list});
    }
  }
}

void check_order(const RuleContext& context) {
  const FieldPath &path = context.rule.fields.front(), &other = *context.rule.other;
  const bool strict = context.rule.kind == RuleKind::after;
  for (const RecordPlace& record : context.records()) {
    const auto later = context.first(path, record), earlier = context.first(other, record);
    if (!later || !earlier) continue;
    const auto a = instant_of(later->value, context.zone, Boundary::begun);
    const auto b = instant_of(earlier->value, context.zone, Boundary::begun);
    if (!a || !b) continue;
    // A day and a time of that day: only the days can be compared.
    const bool days = later->value.as<Date>() || earlier->value.as<Date>();
    const auto first_day = day_of(later->value), second_day = day_of(earlier->value);
    const bool before = days ? *first_day < *second_day : *a < *b;
    const bool together = days ? *first_day == *second_day : *a == *b;
    if (!before && !(strict && together)) continue;
    context.report(strict ? Code::rule_strict_order : Code::rule_order, context.place_of(later->value, record),
                   {context.label(path), context.shown(*later), context.label(other), context.shown(*earlier)});
  }
}

void check_limit(const RuleContext& context) {
  const Rule& rule = context.rule;
  const bool most = rule.kind == RuleKind::at_most;
  for (const RecordPlace& record : context.records()) {
    const auto limit = rule.other ? context.first(*rule.other, record) : std::nullopt;
    const auto number = limit ? number_of(limit->value) : most ? rule.most : rule.least;
    if (!number) continue;
    for (const Found& each : walk(rule.fields.front(), record, context.model)) {
      const auto value = number_of(each.value);
      if (!value || (most ? *value <= *number + same : *value + same >= *number)) continue;
      context.report(most ? Code::rule_too_much : Code::rule_too_little, context.place_of(each.value, record),
                     {context.label(rule.fields.front()), context.shown(each),
                      limit ? context.shown(*limit) : number_text(*number),
                      rule.other ? context.label(*rule.other) : both("limit", "granica")});
    }
  }
}

void check_sum(const RuleContext& context) {
  const Rule& rule = context.rule;
  const FieldPath& path = rule.fields.front();
  std::vector<std::pair<const Page*, double>> sums;  // of each entry that has such values, in the collection's order
  for (const RecordPlace& record : context.records()) {
    for (const Found& each : walk(path, record, context.model)) {
      if (sums.empty() || sums.back().first != record.page) sums.emplace_back(record.page, 0);
      sums.back().second += number_of(each.value).value_or(0);
    }
  }
  const FieldPath& limit = rule.equals ? *rule.equals : *rule.at_most_path;
  for (const auto& [page, sum] : sums) {
    const RecordPlace entry{page, context.collection.config, nullptr, nullptr};
    const auto other = context.first(limit, entry);
    const auto number = other ? number_of(other->value) : std::nullopt;
    if (!number || (rule.equals ? std::abs(sum - *number) <= same : sum <= *number + same)) continue;
    context.report(rule.equals ? Code::rule_sum : Code::rule_sum_too_much, context.place_of(other->value, entry),
                   {context.label(path), number_text(sum), context.label(limit), context.shown(*other)});
  }
}

void check_days(const RuleContext& context) {
  const Rule& rule = context.rule;
  for (const RecordPlace& record : context.records()) {
    const auto from = context.first(*rule.from, record), to = context.first(*rule.to, record);
    const auto first = from ? day_of(from->value) : std::nullopt, last = to ? day_of(to->value) : std::nullopt;
    if (!first || !last) continue;
    const auto days = (std::chrono::sys_days{*last} - std::chrono::sys_days{*first}).count();
    const auto count = static_cast<double>(days);
    if (count >= rule.least.value_or(count) && count <= rule.most.value_or(count)) continue;
    context.report(Code::rule_days, context.place_of(to->value, record),
                   {context.label(*rule.from), context.label(*rule.to), std::to_string(days), demanded(rule)});
  }
}

void check_years(const RuleContext& context) {
  const Rule& rule = context.rule;
  for (const RecordPlace& record : context.records()) {
    const auto from = context.first(*rule.from, record), to = context.first(*rule.to, record);
    const auto first = from ? day_of(from->value) : std::nullopt, last = to ? day_of(to->value) : std::nullopt;
    if (!first || !last) continue;
    Date anniversary = *first + std::chrono::years{rule.number};
    if (!anniversary.ok()) anniversary = anniversary.year() / anniversary.month() / std::chrono::last;
    const Date whole{std::chrono::sys_days{anniversary} - std::chrono::days{1}};
    if (*last == whole) continue;
    context.report(Code::rule_years, context.place_of(to->value, record),
                   {context.label(*rule.from), context.label(*rule.to), std::to_string(rule.number), date_text(whole)});
  }
}

void check_has_text(const RuleContext& context) {
  for (const RecordPlace& record : context.records()) {
    const auto found = context.first(context.rule.fields.front(), record);
    const std::size_t words = words_in(record.page->body);
    if (!found || words >= static_cast<std::size_t>(context.rule.number)) continue;
    context.report(
        Code::rule_no_text, context.place_of(found->value, record),
        {context.label(context.rule.fields.front()), std::to_string(words), std::to_string(context.rule.number)});
  }
}

}  // namespace kronika
