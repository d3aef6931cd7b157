// HTTP request → HTTP response.
#pragma once

#include <string>

#include "search/gateway/http.h"
#include "search/gateway/open_search.h"

namespace kronika {

/// Searches in `open`. Never throws: 304 when the reader has this release's answer, 400 for a request out of bounds,
/// 404 for an address below the search's own, 405 for another method than GET and HEAD, 503 when the index is missing,
/// damaged or of another version; then `open` is closed, and the next request tries anew. The reason of a 503 goes into
/// `log` for the server's administrator, not to the reader, and so does why the query log cannot be written, which
/// changes no answer. `started_ms` is the time on the monotonic clock at which the request came.
HttpResponse answer(const HttpRequest& request, OpenSearch& open, double started_ms, std::string& log);

/// The same in the release's folder `search_folder`, opened for this request.
HttpResponse answer(const HttpRequest& request, const std::string& search_folder, double started_ms, std::string& log);

/// Milliseconds of the monotonic clock.
double now_ms();

}  // namespace kronika
