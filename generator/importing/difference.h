// An import's plan for people.
#pragma once

#include <string>

#include "generator/core/report.h"
#include "generator/importing/plan.h"

namespace kronika {

enum class ImportWrite { no, yes };

/// New entries, changed ones field by field, missing ones, what was repaired, and how many of each. With
/// ImportWrite::yes it tells what was written.
std::string difference_text(const ImportPlan&, const Sheet&, const ImportSite&, ImportWrite, MessageLanguage);

}  // namespace kronika
