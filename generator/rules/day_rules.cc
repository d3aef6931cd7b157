// What runs out or grows old: told of on the day of the build.
#include "generator/content/instants.h"
#include "generator/rules/checks.h"

namespace kronika {
namespace {

struct Latest {
  std::optional<Date> day;  // nothing: the record has no such date
  Found written;
  RecordPlace record;
};

enum class Missing { is_latest, is_left_out };  // a row without the date: it has no end, or it was never looked at

/// The last of the dates that one record's path leads to.
Latest latest_in(const RecordPlace& record, const RuleContext& context) {
  Latest out{{}, {}, record};
  for (const Found& each : context.walk(context.rule.fields.front(), record)) {
    const auto day = context.day_of(each.value);
    if (!day || (out.day && *day < *out.day)) continue;
    out.day = day;
    out.written = each;
  }
  return out;
}

/// The last date of each entry, in the order of the collection: where a table holds a history, one row counts. Entries
/// whose row does not fulfil the rule's conditions are left out.
std::vector<Latest> latest_of(const RuleContext& context, Missing missing) {
  std::vector<Latest> out;
  for (const RecordPlace& record : context.all_records()) {
    const Latest each = latest_in(record, context);
    if (!each.day && missing == Missing::is_left_out) continue;
    if (out.empty() || out.back().record.page != record.page) {
      out.push_back(each);
    } else if (!each.day || (out.back().day && *out.back().day <= *each.day)) {
      out.back() = each;
    }
  }
  std::erase_if(
      out, [&](const Latest& each) { return !each.day || !fulfils(each.record, context.rule.where, context.model); });
  return out;
}

long long days_between(Instant from, Instant to) {
  return std::chrono::duration_cast<std::chrono::days>(to - from).count();
}

}  // namespace

void check_not_expired(const RuleContext& context) {
  const std::string label = context.label(context.rule.fields.front());
  for (const Latest& each : latest_of(context, Missing::is_latest)) {
    const auto ends = instant_of(each.written.value, context.zone, Boundary::over);
    if (!ends) continue;
    const Place place = context.place_of(each.written, each.record);
    const long long left = days_between(context.model.now, *ends);
    if (*ends <= context.model.now) {
      context.report(Code::rule_expired, place, {label, date_text(*each.day)});
    } else if (context.rule.soon > 0 && left <= context.rule.soon) {
      context.report(Code::rule_ends_soon, place, {label, date_text(*each.day), std::to_string(left)});
    }
  }
}

void check_fresh(const RuleContext& context) {
  const std::string label = context.label(context.rule.fields.front());
  for (const Latest& each : latest_of(context, Missing::is_left_out)) {
    const auto begun = instant_of(each.written.value, context.zone, Boundary::begun);
    if (!begun || days_between(*begun, context.model.now) <= context.rule.number) continue;
    context.report(Code::rule_stale, context.place_of(each.written, each.record),
                   {label, date_text(*each.day), std::to_string(context.rule.number)});
  }
}

}  // namespace kronika
