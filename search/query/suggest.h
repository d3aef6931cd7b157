// Completions of what someone is typing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/reader.h"

namespace kronika {

/// Titles, labels and words of the site that begin as `typed` does, diacritics and case aside; failing these, those
/// that begin so but for one typing error (of several words), `typed` with its last word completed, or with its last
/// word corrected, completed or not. The likeliest first, each once, at most `most`.
std::vector<std::string> suggest(std::string_view typed, const IndexReader& index, std::size_t most);

}  // namespace kronika
