// The keys of front matter that a cell can fill: the built-in ones under the site's names, and the schema's fields.
#pragma once

#include <string>
#include <vector>

#include "generator/content/field_types.h"

namespace kronika {

struct FrontMatterKey {
  std::string name;       // as the site's editors write it
  std::string built_in;   // Kronika's own name: "title", "date" …; "" for a field of the schema
  Field field;            // how its text is read
  std::size_t index = 0;  // of a field of the schema: where it stands there

  /// A built-in key that takes a day, or a day with its time.
  bool is_moment() const { return built_in == "date" || built_in == "updated" || built_in == "expires"; }
  /// Tables, data and aliases are no one cell.
  bool fits_a_cell() const;
};

/// All keys in the order in which a new page has them: the built-in ones, then the schema's.
std::vector<FrontMatterKey> front_matter_keys(const Config&, const CollectionConfig&);

/// What the page says, defaults included; empty when it says nothing.
FieldValue value_of(const Page&, const FrontMatterKey&);

/// Reads a value as the reader of its type does, texts standing for numbers and dates. Mistakes are reported.
FieldValue read_key(const RawValue&, const FrontMatterKey&, const FieldContext&);

/// Does a cell say what the page says already? Spreadsheets cut the time off a moment, and its zone.
bool says_the_same(const FieldValue& page, const FieldValue& cell, const FrontMatterKey&);

}  // namespace kronika
