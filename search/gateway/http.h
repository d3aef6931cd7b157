// One request and its answer, whatever brings them: CGI or FastCGI.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kronika {

struct HttpRequest {
  std::string method;     // "GET", "HEAD"; other methods are refused
  std::string path_info;  // what follows the program in the address
  std::string query_string;
  std::string if_none_match = {};  // the header, as it came; "" : none
  bool from_server = true;         // false: a program on the command line asks; that is no reader's search
};

struct HttpResponse {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

}  // namespace kronika
