// HTTP request → HTTP response.
#pragma once

#include <string>

#include "search/gateway/http.h"

namespace kronika {

/// Searches in the release's folder `search_folder`. Never throws: 400 for a request out of bounds, 404 for an address
/// below the search's own, 405 for another method than GET and HEAD, 503 when the index is missing, damaged or of
/// another version. The reason of a 503 goes into `log` for the server's administrator, not to the reader.
/// `started_ms` is the time on the monotonic clock at which the request came.
HttpResponse answer(const HttpRequest& request, const std::string& search_folder, double started_ms, std::string& log);

/// Milliseconds of the monotonic clock.
double now_ms();

}  // namespace kronika
