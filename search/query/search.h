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
  std::string language;
  std::string date, date_text;     // "" : none
  std::string published, updated;  // RFC 3339, UTC; "" : not known
  std::string snippet_html;        // safe as it is; "" : none
  std::string summary;             // of an export: the page's own, or how its text begins
  std::string section_url;         // of the heading above the match; the page's own when there is none
  bool partial = false;            // the page lacks some of the words
  bool example = false;
  std::vector<SearchField> fields;
  std::vector<SearchFact> facts;  // the facets of the page, in words
  std::vector<ShownField> shown;  // fields that its collection shows among results
};

struct FacetCount {
  std::string value, label;
  std::size_t count = 0;
  bool selected = false;
  std::optional<std::size_t> parent = {};  // the value that this one lies in: its index in FacetResult::values
};

struct FacetResult {
  std::string name, label;
  std::vector<FacetCount> values;  // those with pages, those selected and what these lie in; as search.toml orders them
  std::vector<std::string> ranges = {};  // "2019-2022": those selected
};

struct SearchResults {
  std::size_t total = 0;                  // pages with all the words
  bool total_is_exact = true;             // else there may be more
  std::size_t partial_total = 0;          // pages with some of them, where they are shown after the others
  std::vector<SearchResult> results;      // of the page asked for
  std::vector<FacetResult> facets;        // those with values
  std::optional<std::string> suggestion;  // the query as it was perhaps meant; its results are among these
  std::string literal;                    // with a suggestion: a query for the words as typed alone
};

/// Exports have neither snippets nor facets, and no pages that lack some of the words. Labels are in the language asked
/// for, else in the site's own. Throws SearchFailure when the index is damaged or Xapian fails.
SearchResults search(const IndexReader& index, const SearchRequest& request);

/// What requests to this index may name.
RequestRules rules_of(const SearchConfig& config);

}  // namespace kronika
