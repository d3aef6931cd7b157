// Where a page of results leads besides its results.
#pragma once

#include <string>

#include "search/index/config.h"
#include "search/query/search.h"
#include "search/render/data.h"

namespace kronika {

/// `atom_url`, `csv_url` and `geojson_url`: the same search, filters included, in other formats, each where it has
/// something to give: a feed may wait for its first page, a table needs a result with all the words, a map one on this
/// page with a position.
void fill_formats(Scope& page, const SearchRequest& request, const SearchResults& results, const SearchConfig& config);

/// `other_languages`: where few pages are found, the same search in each other language of the site.
void fill_other_languages(Scope& page, const SearchRequest& request, const SearchResults& results,
                          const SearchConfig& config);

/// What helps when nothing was found: `lists`, the largest sections of the site; `all_url`, all pages of the site.
void fill_ways_on(Scope& page, const SearchRequest& request, const SearchConfig& config, const std::string& language);

}  // namespace kronika
