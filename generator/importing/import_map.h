// The map of an import: which column of an office's table is which field.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/raw.h"

namespace kronika {

struct MappedColumn {
  std::string header;  // of the file
  Span header_span;
  std::string key;  // of front matter
  Span key_span;
  /// What the file says (in small letters) → what the site says. "" : nothing.
  std::map<std::string, RawValue, std::less<>> values;
  std::string separator = ";";  // of the items of a list
};

struct ImportMap {
  std::string file;
  std::vector<MappedColumn> columns;
  std::vector<std::string> ignore;  // headers
  std::vector<RawEntry> constants;  // [new]: what a new entry says where its row says nothing
  bool clear_empty = false;
};

/// Reads the map, strictly. Whether its headers and keys exist is looked at by choose_columns.
ImportMap read_import_map(std::string_view bytes, const std::string& file, Diagnostics&);

}  // namespace kronika
