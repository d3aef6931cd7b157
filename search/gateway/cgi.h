// The Common Gateway Interface (RFC 3875), on the side of the program.
#pragma once

#include <string>

#include "search/gateway/http.h"

namespace kronika {

/// Reads REQUEST_METHOD, PATH_INFO and QUERY_STRING of the environment. Without a method: GET, as when tried by hand.
HttpRequest request_from_environment();

/// "Status: 200 OK", headers, an empty line, the body.
std::string cgi_output(const HttpResponse& response);

/// KRONIKA_SEARCH_DIR when it is set, else ../search beside the folder of the program's real path.
std::string search_folder();

/// Ends the process with a 503 when it has used `seconds` of processor time: nothing in Xapian bounds a match.
/// Call once. Output must be written after the work is done, in one piece.
void limit_processor_time(int seconds);

}  // namespace kronika
