// The addresses that a page of results links to.
#pragma once

#include <string>
#include <string_view>

#include "search/index/config.h"
#include "search/request/request.h"

namespace kronika {

/// The address of a request: parameters in a fixed order, those at their default left out, so that one search has one
/// address. `action` is the search's own, `page_size` the site's.
std::string address_of(const SearchRequest& request, std::string_view action, int page_size);

/// The same for a format that programs read, which is named last; what is left out is what this format defaults to.
std::string format_address(const SearchRequest& request, std::string_view action, int page_size);

/// The same search in another format, from its first page, as much as the format gives at once. An Atom feed begins
/// with the newest, whatever the request's order.
SearchRequest in_format(SearchRequest request, Format format, int page_size);

/// The same search from its first page without one of its filters.
SearchRequest without(SearchRequest request, const std::string& facet, const std::string& value);

/// The same search from its first page, with one facet value chosen, or given up when it is chosen. A value takes the
/// place of those that it lies in, of those that lie in it, and of ranges; given up, it leaves what it lies in.
SearchRequest toggled(SearchRequest request, const Facet& facet, const std::string& value);

}  // namespace kronika
