// Records as tables.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "generator/theme/data.h"
#include "generator/views/values.h"

namespace kronika {

/// Numbers of columns, in the order in which they are shown.
using Columns = std::vector<std::size_t>;

/// The columns that hold something; where there are no rows, all of them.
Columns visible_columns(const Schema& schema, const RecordList& records);

/// Fills `columns` and `rows`.
void fill_table(TemplateData& data, const Schema& schema, const RecordList& records, std::span<const std::size_t> shown,
                const ValueContext& context);
/// The same with the visible columns.
void fill_table(TemplateData& data, const Schema& schema, const RecordList& records, const ValueContext& context);

}  // namespace kronika
