// Which searches the query log keeps.
#pragma once

#include <cstdint>
#include <string>

#include "search/gateway/http.h"
#include "search/index/config.h"
#include "search/query/search.h"
#include "search/request/request.h"

namespace kronika {

/// Keeps the search in the site's query log, where the site has one: a reader's words, the first time that a page shows
/// what they find. Not kept are HEAD, further pages and results that are filtered (the same words once more), a search
/// for nothing, one that a program made on the command line, and whatever may be personal. `seconds` since 1970.
/// Whatever goes wrong is appended to `trouble`, and never to the answer.
void log_search(const HttpRequest& http, const SearchRequest& request, const SearchResults& results,
                const SearchConfig& config, std::int64_t seconds, std::string& trouble);

}  // namespace kronika
