// Fields that stand under one another: a municipality's county, and the county's municipality.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "generator/content/field_types.h"

namespace kronika {

/// The field and what it stands under, the uppermost first: `powiat`, `gmina`. The field alone where it stands under
/// none, or where the configuration has a mistake.
std::vector<const Field*> levels_of(const Schema& schema, const Field& field);

/// A term's key with those of the terms that it stands under, the uppermost first: "kielecki", "checiny".
/// `vocabularies` are those of the levels in the same order. Nothing where a term or its parent is missing.
std::vector<std::string> keys_from_above(const std::string& key, std::span<const std::string> vocabularies,
                                         const SiteModel& model);

/// Such keys as one value of a filter: "kielecki/checiny".
std::string path_of(std::span<const std::string> keys);

/// Holds the values of one page (parallel to the schema's fields) against each other. A field that is not given is
/// filled from those under it: a municipality says its county. A value whose parent is not among the values above is
/// reported (E0214). A default gives way to what is written. Thread-safe.
void settle_levels(const Schema& schema, std::vector<FieldValue>& values, const FieldContext& context);

}  // namespace kronika
