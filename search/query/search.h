// One search, from a checked request to what is shown.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "search/index/document.h"
#include "search/index/reader.h"
#include "search/request/request.h"

namespace kronika {

struct SearchFact {
  std::string label, text;
};

struct SearchResult {
  std::string url, title;
  std::string collection;  // its name
  std::string collection_title;
  std::string date, date_text;  // "" : none
  std::string snippet_html;     // safe as it is; "" : none
  bool example = false;
  std::vector<SearchField> fields;
  std::vector<SearchFact> facts;  // the facets of the page, in words
};

struct FacetCount {
  std::string value, label;
  std::size_t count = 0;
  bool selected = false;
};

struct FacetResult {
  std::string name, label;
  std::vector<FacetCount> values;  // those with pages, and those selected; in the order of search.toml
};

struct SearchResults {
  std::size_t total = 0;
  bool total_is_exact = true;
  std::vector<SearchResult> results;  // of the page asked for
  std::vector<FacetResult> facets;    // those with values
  std::optional<std::string> suggestion;
};

/// Labels are in the language asked for, else in the site's own. Throws SearchFailure when the index is damaged or
/// Xapian fails.
SearchResults search(const IndexReader& index, const SearchRequest& request);

/// What requests to this index may name.
RequestRules rules_of(const SearchConfig& config);

}  // namespace kronika
