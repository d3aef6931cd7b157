// A table of content/_data/ as open data.
#pragma once

#include <string>

#include "generator/content/page.h"
#include "generator/output/csv.h"

namespace kronika {

/// The table with the names of its fields in the first row, and its values as data carries them (plain_value). Columns
/// that are hidden are left out.
std::string table_csv(const DataTable& table, CsvDialect dialect);

}  // namespace kronika
