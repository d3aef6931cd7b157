// Entries as rows, for CSV.
#pragma once

#include <vector>

#include "generator/exports/export_site.h"
#include "generator/output/csv.h"

namespace kronika {

using CsvRows = std::vector<std::vector<CsvCell>>;

/// A collection's entries in its order. The header has the keys of front matter as the site names them: slug, title,
/// date, updated, summary, then each field of the schema that is no table, by its name, and last `url`, the entry's
/// whole address (`page_url` where a field is called `url`). Values are those of plain_value, but a file is named as
/// the entry names it. Markdown is as written.
CsvRows entry_rows(const Collection& collection, const ExportSite& site);

/// The rows of one table field of all entries; the first column holds the entry's slug.
CsvRows field_rows(const Collection& collection, const Field& field, std::size_t at, const ExportSite& site);

}  // namespace kronika
