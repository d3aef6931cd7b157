// A CSV file beside a page as a table: editors add one without a word in site.toml.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "generator/content/content.h"

namespace kronika {

/// The table, and the columns that were read out of it. Addresses stay fixed.
struct FileTable {
  TableConfig config;
  DataTable table;
};

/// Columns are called as in the first line; one whose cells are all numbers ("12", "12.5", "12,5") holds numbers, whole
/// ones or decimals. Mistakes are reported in the file; then the result is null.
std::unique_ptr<FileTable> read_file_table(const std::string& path, std::string_view bytes, Diagnostics&);

}  // namespace kronika
