// Search results as a feed: a search that one can subscribe to.
#pragma once

#include <string>

#include "search/index/config.h"
#include "search/query/search.h"

namespace kronika {

/// An Atom feed (RFC 4287) with its neighbours (RFC 5005) and the counts of OpenSearch 1.1. Addresses are absolute.
/// Entries have the ids that they have in the site's own feeds; the feed's id is the address of its first page with the
/// parameters in a fixed order. Nothing depends on a clock: the feed changed when its newest entry did.
std::string render_atom(const SearchRequest& request, const SearchResults& results, const SearchConfig& config);

}  // namespace kronika
