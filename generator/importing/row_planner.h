// One row: what it is about, what it changes, and what the page is afterwards.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "generator/importing/edit.h"
#include "generator/importing/plan.h"
#include "generator/importing/row_cells.h"

namespace kronika {

/// Of the whole import: what its rows share.
struct PlanGround {
  const Sheet& sheet;
  const std::vector<ImportColumn>& columns;
  const PlanRules& rules;
  const ImportSite& site;
  const EntryIndex& index;
};

/// Plans rows one after another; a new page's name depends on those before it.
class RowPlanner {
 public:
  explicit RowPlanner(const PlanGround&);

  /// Mistakes go to `told`, at cells of the sheet. Repairs are counted into `plan`.
  PlannedRow plan(const SheetRow&, ImportPlan& plan, Diagnostics& told);

 private:
  std::string free_path(const std::string& slug);

  const PlanGround& ground_;
  std::set<std::string, std::less<>> slugs_;  // of the collection, with those of new pages
};

}  // namespace kronika
