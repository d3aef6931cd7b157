// Completions of what someone is typing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/reader.h"

namespace kronika {

/// Titles, phrases, labels and words of the site that begin as `typed` does, diacritics and case aside, or have its
/// words in another order or form. Failing these, those that begin so but for one typing error (of several words),
/// `typed` with its last word completed, or with its last word corrected, completed or not. The likeliest first, each
/// once, at most `most`. Of the language, or of all where the site has no such.
std::vector<std::string> suggest(std::string_view typed, std::string_view language, const IndexReader& index,
                                 std::size_t most);

}  // namespace kronika
