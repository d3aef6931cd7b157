// The addresses that a page of results links to.
#pragma once

#include <string>
#include <string_view>

#include "search/request/request.h"

namespace kronika {

/// The address of a request: parameters in a fixed order, those at their default left out, so that one search has one
/// address. `action` is the search's own, `page_size` the site's.
std::string address_of(const SearchRequest& request, std::string_view action, int page_size);

/// The same search from its first page, with one facet value added, or taken away when it is there.
SearchRequest toggled(SearchRequest request, const std::string& facet, const std::string& value);

}  // namespace kronika
