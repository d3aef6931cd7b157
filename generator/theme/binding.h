// Every tag's name held against what its kind of page gives, scope by scope.
#pragma once

#include <string>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/theme/pieces.h"
#include "generator/theme/shape.h"

namespace kronika {

enum class Presence { required, optional };

/// Which value a tag means.
struct Binding {
  std::vector<std::string> path;  // from the scope; empty: the scope's own value, {{.}}
  std::size_t level = 0;          // 0: what the page and the site give; n: the nth open section around the tag
  /// Optional where the shape says `any`: the value may be missing, and then the scopes outside are asked too.
  Presence presence = Presence::required;
};

/// One binding for each piece (of a text or an end tag it says nothing). Unknown names are reported with the nearest
/// known one: E0501, below `assets` E0510; so is a group of values that is printed, and a text that is counted (E0504).
/// `giver` stands in the messages: "a page of the kind 'list'".
std::vector<Binding> bind_names(const std::vector<Piece>& pieces, const Shape& shape, const std::string& giver,
                                Diagnostics& diagnostics);

}  // namespace kronika
