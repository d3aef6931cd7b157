// The setting `exports` of a collection: which files of data it offers.
#pragma once

#include <vector>

#include "generator/config/config.h"
#include "generator/core/table_reader.h"

namespace kronika {

/// Reads `exports` and its shorthand `feed = true`, which is `exports = ["atom"]`. Reports unknown names (E0106) and a
/// `feed = false` beside "atom".
std::vector<Export> read_export_names(TableReader& collection, Diagnostics&);

/// Reports exports that the collection's fields cannot fill: iCalendar without a field of the role `start`, GeoJSON
/// without one of the type `position`.
void check_exports(const CollectionConfig& collection, TableReader& reader, Diagnostics&);

}  // namespace kronika
