// Fields that stand under one another: a municipality's county, and the county's municipality.
#pragma once

#include <vector>

#include "generator/content/field_types.h"

namespace kronika {

/// The field and what it stands under, the uppermost first: `powiat`, `gmina`. The field alone where it stands under
/// none, or where the configuration has a mistake.
std::vector<const Field*> levels_of(const Schema& schema, const Field& field);

/// Holds the values of one page (parallel to the schema's fields) against each other. A field that is not given is
/// filled from those under it: a municipality says its county. A value whose parent is not among the values above is
/// reported (E0214). A default gives way to what is written. Thread-safe.
void settle_levels(const Schema& schema, std::vector<FieldValue>& values, const FieldContext& context);

}  // namespace kronika
