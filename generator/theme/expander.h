// Partials, inheritance and translations worked in: what is left of a template has only names of data.
#pragma once

#include <string_view>
#include <vector>

#include "generator/theme/library.h"
#include "generator/theme/pieces.h"
#include "generator/theme/translations.h"

namespace kronika {

/// Sections are balanced. Mistakes are reported: cycles (E0505), unknown translations (E0506), plural texts used as
/// plain ones and the other way round (E0504). `name` must be in the library.
std::vector<Piece> expand(const TemplateLibrary& library, std::string_view name, const Translations& translations,
                          Diagnostics& diagnostics);

}  // namespace kronika
