// The search's part of the description of the API.
#pragma once

#include "generator/core/json.h"
#include "generator/exports/export_site.h"

namespace kronika {

/// The path item of the search: its parameters, the site's filters among them with the values they can have, and the
/// answers in each format.
Json search_path(const ExportSite& site);

/// What `format=json` answers.
Json search_results_schema();

}  // namespace kronika
