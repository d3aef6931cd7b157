// What is known about words without a dictionary: small words, and endings.
#pragma once

#include <string_view>

namespace kronika {

/// Whether a word carries no meaning by itself ("i", "się", "the"). `folded` is the word folded. Languages without a
/// list have none.
bool is_stop_word(std::string_view folded, std::string_view language);

/// A folded Polish word without its case ending, at least three letters long: a name or a foreign word that no
/// dictionary has. Words with digits stay as they are.
std::string_view strip_polish_ending(std::string_view folded);

}  // namespace kronika
