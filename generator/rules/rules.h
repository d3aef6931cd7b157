// The rules of collections, held against the whole site.
#pragma once

#include "generator/content/content.h"

namespace kronika {

/// Reports every rule of site.toml that a published entry breaks (E0801 … E0819), at the value that breaks it; and what
/// runs out or is stale on the day of the build (W0820 … W0823). On Occasion::production also every example (E0825).
void check_rules(const SiteModel&, Diagnostics&);

/// Reports days of the declaration of accessibility that are yet to come (E0106), and that its yearly review is due in
/// this month (W0832) or overdue (W0831). check_rules calls it.
void check_declaration(const SiteModel&, Diagnostics&);

}  // namespace kronika
