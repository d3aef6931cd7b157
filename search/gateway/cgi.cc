// A process a request: what it is asked comes in the environment, what it answers goes to standard output.
#include "search/gateway/cgi.h"

#include <unistd.h>

#include <climits>
#include <cstdlib>
#include <string_view>

#include "search/text/search_failure.h"

namespace kronika {
namespace {

std::string variable(const char* const* environment, std::string_view name) {
  for (; *environment; ++environment) {
    const std::string_view entry = *environment;
    if (entry.size() > name.size() && entry[name.size()] == '=' && entry.starts_with(name))
      return std::string(entry.substr(name.size() + 1));
  }
  return "";
}

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 503:
      return "Service Unavailable";
    default:
      return "Unknown";
  }
}

/// A failure for which there may be no page.
std::string plain_text_output(std::string_view text) {
  HttpResponse response{503, safety_headers(), std::string(text)};
  response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("Retry-After", "60");
  return cgi_output(response);
}

}  // namespace

HttpRequest request_from(const char* const* environment) {
  HttpRequest request{variable(environment, "REQUEST_METHOD"), variable(environment, "PATH_INFO"),
                      variable(environment, "QUERY_STRING"), variable(environment, "HTTP_IF_NONE_MATCH"),
                      !variable(environment, "GATEWAY_INTERFACE").empty()};
  if (request.method.empty()) request.method = "GET";
  return request;
}

std::string cgi_output(const HttpResponse& response) {
  std::string out = "Status: " + std::to_string(response.status);
  out.append(" ").append(reason(response.status)).append("\r\n");
  for (const auto& [name, value] : response.headers) out.append(name).append(": ").append(value).append("\r\n");
  out += "\r\n";
  out += response.body;
  return out;
}

std::string out_of_time_output() {
  return plain_text_output("To zapytanie trwa za d\xC5\x82ugo. This query takes too long.\n");
}

std::string crash_output() {
  return plain_text_output(
      "Wyszukiwarka jest chwilowo niedost\xC4\x99pna. The search is not available at the moment.\n");
}

std::string search_folder() {
  const char* chosen = std::getenv("KRONIKA_SEARCH_DIR");
  if (chosen && *chosen) return chosen;
  char path[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
  if (length <= 0) throw SearchFailure("cannot tell where the program lies; set KRONIKA_SEARCH_DIR");
  const std::string_view program(path, static_cast<std::size_t>(length));
  std::string folder(program.substr(0, program.rfind('/')));
  folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/'));
  return folder + "/search";
}

}  // namespace kronika
