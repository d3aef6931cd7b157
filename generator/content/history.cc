// The rule stands here once: the build asks it for its own instant, the search's index for every day.
#include "generator/content/history.h"

#include <algorithm>
#include <set>

namespace kronika {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// Days compare with days, whatever the zone: midnight in UTC stands for a day.
std::optional<Instant> day_instant(const FieldValue& value, Boundary boundary) {
  const auto* time = value.as<DateTime>();
  const auto* day = time ? &time->date : value.as<Date>();
  if (!day) return std::nullopt;
  return sys_days{*day} + days{boundary == Boundary::over ? 1 : 0};
}

Date day_of(Instant instant) {
  return Date{std::chrono::floor<days>(instant)};
}

}  // namespace

std::vector<HistoryRow> history_rows(const Page& page, const Schema& schema, const StateHistory& history,
                                     const InstantOf& instant) {
  std::vector<HistoryRow> out;
  const auto table = schema.index_of(history.table);
  const auto* rows = table && *table < page.fields.size() ? page.fields[*table].as<RecordList>() : nullptr;
  if (!rows) return out;
  const Schema& columns = schema.fields[*table].fields;
  const auto from = columns.index_of(history.from), to = columns.index_of(history.to),
             state = columns.index_of(history.value);
  if (!from || !to || !state) return out;  // told when site.toml was read
  for (const Record& row : rows->rows) {
    const auto* what = row.values[*state].as<std::string>();
    const auto begins = instant(row.values[*from], Boundary::begun);
    if (what && begins) out.push_back({*what, *begins, instant(row.values[*to], Boundary::over)});
  }
  return out;
}

std::string state_at(std::span<const HistoryRow> rows, const StateHistory& history, Instant when) {
  const HistoryRow *in_force = nullptr, *last = nullptr;
  for (const HistoryRow& row : rows) {
    if (row.begins > when) continue;
    const auto began_later = [&](const HistoryRow* other) { return !other || row.begins >= other->begins; };
    if ((!row.over || *row.over > when) && began_later(in_force)) in_force = &row;
    if (began_later(last)) last = &row;
  }
  if (in_force) return in_force->state;
  if (!last) return "";
  return last->state == history.holds ? history.otherwise : last->state;
}

std::vector<StateSpan> state_spans(const Page& page, const Schema& schema, const Field& field) {
  if (!field.states || !field.states->history) return {};
  const StateHistory& history = *field.states->history;
  const std::vector<HistoryRow> rows = history_rows(page, schema, history, day_instant);
  std::set<Instant> changes;
  for (const HistoryRow& row : rows) {
    changes.insert(row.begins);
    if (row.over) changes.insert(std::max(*row.over, row.begins));
  }
  std::vector<StateSpan> out;
  std::string before;
  for (const Instant change : changes) {
    std::string state = state_at(rows, history, change);
    if (state == before) continue;
    if (!before.empty()) out.back().last = day_of(change - days{1});
    if (!state.empty()) out.push_back({state, day_of(change), {}});
    before = std::move(state);
  }
  return out;
}

const StateSpan* span_on(std::span<const StateSpan> spans, Date day) {
  const auto found = std::find_if(spans.begin(), spans.end(), [&](const StateSpan& span) {
    return span.first <= day && (!span.last || day <= *span.last);
  });
  return found == spans.end() ? nullptr : &*found;
}

}  // namespace kronika
