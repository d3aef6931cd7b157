// Records as tables: those of a page's field, and those of content/_data/.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "generator/theme/data.h"
#include "generator/views/values.h"

namespace kronika {

/// Numbers of columns, in the order in which they are shown.
using Columns = std::vector<std::size_t>;

/// The columns that are not hidden and hold something; where there are no rows, all that are not hidden.
Columns visible_columns(const Schema& schema, const RecordList& records);

/// The rows of a table, and the sums below them (no values: there are none).
struct TableRows {
  const Schema& schema;
  const RecordList& records;
  const Record& totals;
};

/// Fills `columns`, `rows` and `totals`.
void fill_table(TemplateData& data, const TableRows& table, std::span<const std::size_t> shown,
                const ValueContext& context);
/// The same with the visible columns.
void fill_table(TemplateData& data, const TableRows& table, const ValueContext& context);

/// The columns of the given names, each once; unknown ones are reported at their places in `file`.
Columns named_columns(const Schema& schema, const std::string& table, const FieldValue& names, const std::string& file,
                      Diagnostics& diagnostics);

/// Whole numbers, decimals, money.
bool is_number(FieldType type);

/// Fills `csv_url`, `csv_note`, `excel_url` and `excel_note`: the table as open data.
void fill_downloads(TemplateData& data, const DataTable& table, const ValueContext& context);

/// A row with an image, as a figure: the column with the role `alt` describes it, else the first text; that with the
/// role `credit`, else all texts, stand below it.
struct Photo {
  std::string source_path, description, caption;
};
/// The rows of a table that has a column of images, as far as they hold one; nothing for other tables.
std::vector<Photo> photos_of(const Schema& schema, const RecordList& records, const ValueContext& context);

/// The table that a value of the type `data` names; null for other fields.
const DataTable* table_of(const FieldValue& value, const Field& field, const SiteModel& model);

}  // namespace kronika
