// The names that each view gives to its template. What a view fills and what is declared here must agree; a test holds
// them together.
#pragma once

#include <vector>

#include "generator/config/config.h"
#include "generator/theme/theme.h"

namespace kronika {

/// One row for every kind of page that this site can have.
std::vector<TemplateKind> template_kinds(const Config& config, const ThemeDeclarations& theme);

}  // namespace kronika
