// Words that a mistyped one was perhaps meant to be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/reader.h"

namespace kronika {

/// Words of the site's pages that differ from `word` by one typing error (a letter left out, added, swapped with the
/// next or hit beside its key), or that the dictionary has so and the pages in another form; the likeliest first, at
/// most `most`. Nothing for a word that the dictionary knows, for short ones and for numbers.
std::vector<std::string> corrections(std::string_view word, const IndexReader& index, std::size_t most);

/// The same words of the pages, whether or not the dictionary knows `word`: for someone who is still typing.
std::vector<std::string> nearest_page_words(std::string_view word, const IndexReader& index, std::size_t most);

}  // namespace kronika
