// "Did you mean …?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kronika {

/// Edits (insert, drop, change, swap neighbours) between two words, on folded code points.
int edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, or "" when none is near enough (more than a third of the word's letters differ).
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace kronika
