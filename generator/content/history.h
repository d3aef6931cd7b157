// A history of states, as a table of a page's front matter tells it: which state was in force when.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/content/instants.h"
#include "generator/content/page.h"

namespace kronika {

/// One row of the table, of those with a state and a beginning.
struct HistoryRow {
  std::string state;
  Instant begins{};
  std::optional<Instant> over;  // the first instant at which it does not hold any more; nothing: it has no end
};

using InstantOf = std::function<std::optional<Instant>(const FieldValue&, Boundary)>;

/// In the table's order. `schema` is that of the page's collection; `instant` says when a date begins and is over.
std::vector<HistoryRow> history_rows(const Page& page, const Schema& schema, const StateHistory& history,
                                     const InstantOf& instant);

/// The state at an instant: that of the row in force (of several, the one that began last); else of the row that began
/// last, which became `otherwise` where it was one that ends (`holds`). "" before the first row.
std::string state_at(std::span<const HistoryRow> rows, const StateHistory& history, Instant when);

/// Days on which one state held without a change.
struct StateSpan {
  std::string state;
  Date first{};
  std::optional<Date> last;  // nothing: it has no end
  bool operator==(const StateSpan&) const = default;
};

/// What state_at says of each day, in order of days, which do not overlap. Days without a state are in none. Nothing
/// for a field without a history.
std::vector<StateSpan> state_spans(const Page& page, const Schema& schema, const Field& field);

/// The one that a day lies in, if any.
const StateSpan* span_on(std::span<const StateSpan> spans, Date day);

}  // namespace kronika
