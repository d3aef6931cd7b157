// Words → the documents that match, in order, with the counts of the facets.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/index/reader.h"
#include "search/query/query_words.h"
#include "search/request/request.h"

namespace kronika {

struct Match {
  std::vector<Xapian::Document> documents;  // of the page asked for
  std::size_t total = 0;                    // that match the words and all filters; exact
  /// By the number of a facet value: documents that match the words and all filters but those of the value's own facet.
  std::vector<std::size_t> counts;
};

/// Pages with all of the words come before the others; pages without any of them are not found. Facet values are *or*
/// within a facet and *and* between facets. Throws Xapian::Error.
Match find_matches(const IndexReader& index, const std::vector<QueryWord>& words, const SearchRequest& request);

}  // namespace kronika
