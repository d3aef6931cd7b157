// The addresses of files of data: beside lists, beside entries, and those of the API.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/content/page.h"
#include "generator/theme/theme.h"

namespace kronika {

enum class DataKind {
  // Of a collection, beside its list.
  table,
  spreadsheet,
  field_table,  // the rows of one table field of all entries
  field_spreadsheet,
  json,
  schema,
  atom,
  calendar,
  contacts,
  map,
  // Of an entry, beside its page.
  event,
  contact,
  // Of the site.
  all_events,
  api_index,
  api_collections,
  api_vocabularies,
  api_description,
  api_collection,  // of a collection
  api_vocabulary,  // of a vocabulary
  api_entry,       // of an entry
};

struct DataRoute {
  DataKind kind;
  Route route;
  std::size_t owner = 0;  // a collection, of an entry too; a vocabulary for api_vocabulary
  std::size_t field = 0;  // of field tables, in the schema
  std::optional<PageId> entry = {};
};

struct DataRoutes {
  std::vector<DataRoute> files;
  std::vector<std::vector<std::size_t>> of_collection;  // parallel to the model's collections: indexes into `files`
  std::vector<std::vector<std::size_t>> of_page;        // parallel to the model's pages, likewise

  /// The file of a kind among those that are listed; null where there is none.
  const DataRoute* find(const std::vector<std::size_t>& listed, DataKind kind) const;
  /// A file of the site; null where there is none.
  const DataRoute* find(DataKind kind) const;
};

/// The media type of a file, without parameters.
std::string_view media_type(DataKind kind);

/// What the collections' `exports` and the site's `api` ask for. The name of the calendar of all collections is the
/// theme's text `calendar_path`. The API has no collections that are `open`: what their entries hold is not declared.
DataRoutes plan_data_routes(const SiteModel& model, const Theme& theme);

}  // namespace kronika
