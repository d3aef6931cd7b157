// Rows that follow from the content: filled in once the model is assembled.
#pragma once

#include "generator/content/content.h"

namespace kronika {

/// Fills the derived tables of site.toml ([tables.NAME] with `from` or `rows`) and the tables on pages
/// ([[collections.NAME.lists]]).
void fill_derived(SiteModel&);

}  // namespace kronika
