// What the search offers while someone types.
#pragma once

#include "generator/content/content.h"
#include "search/index/config.h"
#include "search/index/word_list.h"
#include "search/language/dictionary.h"

namespace kronika {

/// Titles of pages (from each of their words on), labels of facet values, and words of the pages in their base form:
/// folded key and text → how far up it comes. `words` are those of all pages, see IndexWriter::finish.
CountedWords suggestions(const SiteModel& model, const SearchConfig& config, const CountedWords& words,
                         const PolishDictionary& dictionary);

}  // namespace kronika
