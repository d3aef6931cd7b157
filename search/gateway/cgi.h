// The Common Gateway Interface (RFC 3875), on the side of the program. FastCGI hands over the same variables and takes
// the same output.
#pragma once

#include <string>

#include "search/gateway/http.h"

namespace kronika {

/// Reads REQUEST_METHOD, PATH_INFO, QUERY_STRING and HTTP_IF_NONE_MATCH of an environment: texts "NAME=value", a null
/// pointer at the end. Without a method: GET, as when tried by hand. Without GATEWAY_INTERFACE, which every web server
/// sets (RFC 3875, section 4.1.4) and no reader can, no server asks.
HttpRequest request_from(const char* const* environment);

/// "Status: 200 OK", headers, an empty line, the body.
std::string cgi_output(const HttpResponse& response);

/// What a reader gets whose request has used up its processor time: a whole output, with status 503.
std::string out_of_time_output();

/// The same for a request at which the process has crashed.
std::string crash_output();

/// KRONIKA_SEARCH_DIR when it is set, else ../search beside the folder of the program's real path.
std::string search_folder();

}  // namespace kronika
