// What an import would do: every row held against the site, nothing written yet.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/importing/columns.h"
#include "generator/importing/repair.h"
#include "generator/importing/site_entries.h"

namespace kronika {

struct FieldChange {
  const FrontMatterKey* key = nullptr;
  std::string before, after;  // plain values; "" : none
  bool kept = false;          // the cell is empty, and the map does not let it clear the value
  Span cell;
  std::string repaired;  // what the cell says, where it was repaired; "" : it was not
};

struct PlannedRow {
  enum class Kind { unchanged, changed, fresh, bad };
  Kind kind = Kind::unchanged;
  int number = 0;  // of the sheet
  Span span;
  std::optional<std::size_t> entry;  // index into ImportSite::entries; nothing: a new one, or none is known
  std::string path;                  // of the page, from the site's folder
  std::string title;
  std::vector<FieldChange> changes;
  std::string bytes;  // of the page's file after the import; "" : nothing to write
};

struct ImportPlan {
  std::vector<PlannedRow> rows;                                   // in the order of the sheet
  std::vector<std::size_t> missing;                               // entries that no row is about, by path
  std::map<std::pair<std::string, Repair>, std::size_t> repairs;  // column and what was repaired → cells

  std::size_t count(PlannedRow::Kind) const;
};

/// What the map asks of a plan, besides the columns.
struct PlanRules {
  std::vector<Constant> constants;
  bool clear_empty = false;
};

/// Every mistake is reported at its cell, with the row and the column in words; the row is then bad, and the others go
/// on. A new page is checked as `kronika check` would, and so is a changed one. Reports E0907 and gives an empty plan
/// when no column says what a row is about.
ImportPlan plan_import(const Sheet&, const std::vector<ImportColumn>&, const PlanRules&, const ImportSite&,
                       Diagnostics&);

}  // namespace kronika
