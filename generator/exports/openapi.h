// The description of the API and of the search for programs (OpenAPI 3.1).
#pragma once

#include <string>

#include "generator/exports/export_site.h"

namespace kronika {

/// openapi.json. Each collection has paths of its own, so that its fields are described with their types. Without the
/// search index (no descriptions of the search) the search is left out.
std::string openapi(const ExportSite& site);

}  // namespace kronika
