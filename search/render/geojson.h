// Search results as points on a map.
#pragma once

#include <string>

#include "search/index/config.h"
#include "search/query/search.h"

namespace kronika {

/// Has the result a place on a map?
bool has_position(const SearchResult& result);

/// A FeatureCollection (RFC 7946) of the results that have a position: the first field of this type that has a value, a
/// Point, or a MultiPoint where it is a list. Properties: url (absolute), title, collection, and fields as in JSON.
/// Where the request names a day, the collection has the member `as_of` as in JSON.
std::string render_geojson(const SearchRequest& request, const SearchResults& results, const SearchConfig& config);

}  // namespace kronika
