// kronika-search: answers one search request as a CGI program. Reads the index, writes nothing.
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <string>

#include "search/gateway/answer.h"
#include "search/gateway/cgi.h"

namespace {

constexpr int most_processor_seconds = 5;

int write_all(const std::string& out) {
  for (std::size_t at = 0; at < out.size();) {
    const ssize_t written = ::write(STDOUT_FILENO, out.data() + at, out.size() - at);
    if (written <= 0) return 1;
    at += static_cast<std::size_t>(written);
  }
  return 0;
}

}  // namespace

int main() {
  const double started = kronika::now_ms();
  kronika::limit_processor_time(most_processor_seconds);
  try {
    std::string log;
    const auto response = kronika::answer(kronika::request_from_environment(), kronika::search_folder(), started, log);
    if (!log.empty()) std::fprintf(stderr, "kronika-search: %s\n", log.c_str());
    return write_all(kronika::cgi_output(response));
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "kronika-search: %s\n", failure.what());
    return 1;
  }
}
