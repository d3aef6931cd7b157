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
/// The same with a limit of its own: at most `most_edits`.
std::string nearest(std::string_view word, std::span<const std::string> candidates, int most_edits);
/// How many edits are a typing error in a word of this length rather than another word.
int usual_edits(std::string_view word);

}  // namespace kronika
