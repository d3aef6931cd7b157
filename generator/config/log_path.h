// [search] log: where the search program may write.
#pragma once

#include <string>

#include "generator/core/diagnostics.h"

namespace kronika {

/// The path as it is; "" after an error (E0106) for one that is not absolute, names a folder or is not in its plain
/// form: a file that others write to must stand in site.toml as what it is.
std::string read_log_path(const std::string& path, const Place& place, Diagnostics& diagnostics);

}  // namespace kronika
