// The columns of a sheet, each with the key of front matter that it fills.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "generator/importing/import_map.h"
#include "generator/importing/keys.h"
#include "generator/importing/sheet.h"

namespace kronika {

struct ImportColumn {
  std::size_t cell = 0;  // in each row
  std::string header;
  const FrontMatterKey* key = nullptr;
  std::map<std::string, RawValue, std::less<>> values;  // of the map
  std::string separator = ";";
};

/// Holds the header against the map and the keys. A column that is of no use is left out with a warning (W0905, W0906,
/// W0915); two columns for one key (E0904), and what the map names and nobody has, are errors. Borrows the keys.
std::vector<ImportColumn> choose_columns(const Sheet&, const ImportMap&, std::span<const FrontMatterKey> keys,
                                         const FieldContext& map_context);

/// The constants of the map, each read as its key is. Mistakes are reported.
struct Constant {
  const FrontMatterKey* key = nullptr;
  FieldValue value;
};
std::vector<Constant> read_constants(const ImportMap&, std::span<const FrontMatterKey> keys,
                                     const FieldContext& map_context);

}  // namespace kronika
