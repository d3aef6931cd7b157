// Checked values as front matter writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/content/field_types.h"

namespace kronika {

/// "…" with what must be escaped; a text of several lines between """.
std::string toml_string(std::string_view text);

/// A single value, not a list: dates and numbers bare, a position as an inline table, everything else as a string.
std::string toml_scalar(const FieldValue&, const Field&);

/// The items of a list, each a scalar.
std::vector<std::string> toml_items(const FieldValue&, const Field&);

}  // namespace kronika
