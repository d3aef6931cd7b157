// What a CGI program answered.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kronika {

struct CgiResponse {
  int status = 200;
  std::string content_type;                                  // "" when there is a Location instead
  std::vector<std::pair<std::string, std::string>> headers;  // the others
  std::string body;
};

/// Reads the document response, or redirect, of RFC 3875 section 6. Nothing when the output is no such thing.
std::optional<CgiResponse> parse_cgi_response(std::string_view output);

}  // namespace kronika
