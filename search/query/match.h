// Words → the documents that match, in order, with the counts of the facets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "search/index/reader.h"
#include "search/query/phrase.h"
#include "search/query/query_words.h"
#include "search/request/request.h"

namespace kronika {

struct Match {
  std::vector<Xapian::Document> documents;  // of the page asked for
  std::size_t first_partial = SIZE_MAX;     // index of the first of `documents` that lacks some of the words
  std::size_t total = 0;                    // pages that have all the words and pass all filters
  std::size_t partial_total = 0;            // those that have some of the words; looked for only where `total` is few
  /// By the number of a facet value: pages with all the words (where there are none, with some) that pass all filters
  /// but those of the value's own facet.
  std::vector<std::size_t> counts;
  bool is_exact = true;  // else the phrases were too many for so many pages, and there may be more
};

/// Pages with all of the words come before those with some of them; pages without any are not found. Facet values are
/// *or* within a facet and *and* between facets. Throws Xapian::Error.
Match find_matches(const IndexReader& index, const SearchQuery& query, const SearchRequest& request,
                   PhraseBudget phrases = {});

}  // namespace kronika
