// One request and its answer, whatever brings them: CGI or FastCGI.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/text/content_policy.h"

namespace kronika {

struct HttpRequest {
  std::string method;     // "GET", "HEAD"; other methods are refused
  std::string path_info;  // what follows the program in the address
  std::string query_string;
  std::string if_none_match = {};  // the header, as it came; "" : none
  bool from_server = true;         // false: a program on the command line asks; that is no reader's search
};

using Headers = std::vector<std::pair<std::string, std::string>>;

struct HttpResponse {
  int status = 200;
  Headers headers;
  std::string body;
};

/// What every answer with a body says to browsers, refusals and failures too: load nothing from elsewhere, take the
/// body for nothing but its type, tell other sites nothing of what was searched for.
inline Headers safety_headers() {
  return {{"Content-Security-Policy", std::string(content_policy)},
          {"X-Content-Type-Options", "nosniff"},
          {"Referrer-Policy", std::string(referrer_policy)},
          {"Permissions-Policy", std::string(permissions_policy)}};
}

}  // namespace kronika
