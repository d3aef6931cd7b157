// A whole request, four lines of it (method, path, If-None-Match, query string), through the outermost layer.
#include <nlohmann/json.hpp>

#include "search/gateway/answer.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/fuzz/markup.h"
#include "tests/fuzz/small_site.h"

namespace kronika::fuzz {
namespace {

OpenSearch& opened() {
  static OpenSearch open = [] {
    test::write_file(site().folder() + "/release", "00112233445566778899aabbccddeeff\n");
    return OpenSearch(site().folder(), Templates::at_once);
  }();
  return open;
}

std::string header(const HttpResponse& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return "";
}

void require_headers(const HttpResponse& response) {
  for (const auto& [name, value] : response.headers)
    require((name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos, "a header is one line");
  if (response.status == 304) return;
  for (const char* name : {"Content-Type", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"})
    require(!header(response, name).empty(), "every answer has its safety headers");
}

}  // namespace

void run(std::string_view input) {
  HttpRequest request;
  request.method = take_line(input);
  request.path_info = take_line(input);
  request.if_none_match = take_line(input);
  request.query_string = input;
  std::string log;
  const HttpResponse response = answer(request, opened(), now_ms(), log);
  require(log.empty(), "nothing is wrong with the index");
  constexpr int expected[] = {200, 304, 400, 404, 405};
  require(std::find(std::begin(expected), std::end(expected), response.status) != std::end(expected),
          "the status says that the request was understood, or why not");
  require_headers(response);
  const std::string type = header(response, "Content-Type");
  if (type.starts_with("text/html")) require(has_known_markup_only(response.body), "a request is no markup");
  if (type.find("json") != std::string::npos && !response.body.empty())
    require(nlohmann::json::accept(response.body), "JSON is JSON");
}

}  // namespace kronika::fuzz
