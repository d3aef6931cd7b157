// From an entry to a value, over tables, references and terms: "dotacje.kwota", "posiedzenie.dzien", "@entry.rok",
// "gmina.teryt" (a further column of the vocabulary's file).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/core/place.h"

namespace kronika {

class TableReader;
struct CollectionConfig;
struct Config;
struct Field;

/// As the first name of a path: the entry itself, also where a row of its table stands.
inline constexpr std::string_view entry_name = "@entry";

struct FieldPath {
  std::string text;  // as written
  Span span;         // in site.toml
  std::vector<std::string> names;
};

/// Cuts the text at its dots.
FieldPath field_path(std::string text, const Span& span);

/// Where a path ends: at a field, or (`@entry` alone) at an entry of a collection.
struct PathEnd {
  const Field* field = nullptr;
  const CollectionConfig* entry = nullptr;
};

/// The field that a path ends at when it leads from a choice into its term: a text, without a name.
const Field& term_text();

/// Follows a path from an entry of `from`; with `row`, a table of it, the first name is looked for among its columns
/// before the entry's fields. Nothing, after an error (E0112), when it leads nowhere.
std::optional<PathEnd> follow(const FieldPath& path, const CollectionConfig& from, const Field* row, const Config&,
                              Diagnostics&);

}  // namespace kronika
