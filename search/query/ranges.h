// Ranges become the values that lie in them, before anything is matched.
#pragma once

#include "search/index/config.h"
#include "search/request/request.h"

namespace kronika {

/// The request with the site's own values in place of "2019-2022". A range in which the site has none stays as it is,
/// a value that no page has.
SearchRequest with_values_of_ranges(SearchRequest request, const SearchConfig& config);

}  // namespace kronika
