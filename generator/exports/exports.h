// Every file of data that the site offers, as bytes.
#pragma once

#include <string>
#include <vector>

#include "generator/exports/export_site.h"

namespace kronika {

/// Parallel to site.routes.data.files. All are made at once and before the pages, which tell their sizes; on `jobs`
/// threads, with the same bytes whatever their number. `program` names who made them, "kronika 0.1.0".
std::vector<std::string> make_data(const ExportSite& site, const std::string& program, unsigned jobs);

}  // namespace kronika
