// From a record of the site's model along a path to its values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/content/content.h"

namespace kronika {

/// An entry, or a row of one of its tables. Borrows the model.
struct RecordPlace {
  const Page* page = nullptr;
  const CollectionConfig* collection = nullptr;
  const Field* table = nullptr;  // null: the entry itself
  const Record* row = nullptr;
};

/// A value at the end of a path; for `@entry` the value is a reference to the entry.
struct Found {
  FieldValue value;
  const Field* field = nullptr;  // null for `@entry`
  Span span;                     // on the page where the path begins: of the value, or of the reference to its entry
};

/// Where the first name of a path is looked for: in the entry, or (conditions may be short) among the row's columns
/// before that.
enum class Names { of_entry, of_row };

/// Every value that the path leads to, lists taken apart; empty values are left out. A path that begins with the
/// record's own table (`dotacje.kwota` in a row of `dotacje`) stays in the row.
std::vector<Found> walk(const FieldPath& path, const RecordPlace& from, const SiteModel& model,
                        Names names = Names::of_entry);

/// Does the path go through a reference to an entry that is not published now? What stands there is not known then.
bool leads_into_hidden(const FieldPath& path, const RecordPlace& from, const SiteModel& model);

/// Does the record fulfil all conditions? (One of the values that the path leads to is one of those listed; a value
/// that is not given counts as "false".)
bool fulfils(const RecordPlace& record, const std::vector<Condition>& conditions, const SiteModel& model);

/// All rows of one table (a field of the collection), or (null) all entries. In the collection's order.
std::vector<RecordPlace> records_of(const Collection& collection, const Field* table, const SiteModel& model);

/// plain_value() of what was found; the slug for `@entry`.
std::string plain(const Found& found);
/// For messages and comparisons: a whole number, a decimal, money in its currency's units. Nothing for other values.
std::optional<double> number_of(const FieldValue& value);

}  // namespace kronika
