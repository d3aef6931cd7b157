// A process a request: what it is asked comes in the environment, what it answers goes to standard output.
#include "search/gateway/cgi.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <climits>
#include <cstdlib>
#include <string_view>

#include "search/text/search_failure.h"

namespace kronika {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
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

constexpr std::string_view out_of_time =
    "Status: 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 60\r\n\r\n"
    "To zapytanie trwa za d\xC5\x82ugo. This query takes too long.\n";

extern "C" void end_out_of_time(int) {
  const ssize_t written = ::write(STDOUT_FILENO, out_of_time.data(), out_of_time.size());
  ::_exit(written == static_cast<ssize_t>(out_of_time.size()) ? 0 : 1);
}

}  // namespace

HttpRequest request_from_environment() {
  HttpRequest request{variable("REQUEST_METHOD"), variable("PATH_INFO"), variable("QUERY_STRING")};
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

std::string search_folder() {
  std::string chosen = variable("KRONIKA_SEARCH_DIR");
  if (!chosen.empty()) return chosen;
  char path[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
  if (length <= 0) throw SearchFailure("cannot tell where the program lies; set KRONIKA_SEARCH_DIR");
  const std::string_view program(path, static_cast<std::size_t>(length));
  std::string folder(program.substr(0, program.rfind('/')));
  folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/'));
  return folder + "/search";
}

void limit_processor_time(int seconds) {
  struct sigaction action {};
  action.sa_handler = end_out_of_time;
  sigaction(SIGPROF, &action, nullptr);
  const itimerval timer{{0, 0}, {seconds, 0}};
  setitimer(ITIMER_PROF, &timer, nullptr);
}

}  // namespace kronika
