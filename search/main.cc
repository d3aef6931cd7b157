// kronika-search: answers one search request as a CGI program, or many as a FastCGI program. Reads the index; writes
// nothing but the query log, where the site asks for it.
#include <sys/auxv.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "search/gateway/answer.h"
#include "search/gateway/cgi.h"
#include "search/gateway/crash_guard.h"
#include "search/gateway/fastcgi.h"
#include "search/gateway/running_release.h"
#include "search/gateway/time_limit.h"

namespace {

/// Of the processor, for each request. A match on 100,000 pages should take an eighth of it.
constexpr std::chrono::milliseconds most_processor_time{2000};

int write_all(const std::string& out) {
  for (std::size_t at = 0; at < out.size();) {
    const ssize_t written = ::write(STDOUT_FILENO, out.data() + at, out.size() - at);
    if (written <= 0) return 1;
    at += static_cast<std::size_t>(written);
  }
  return 0;
}

std::string answer_of_environment(double started, std::string& log) {
  const kronika::ProcessorTimeLimit limit(most_processor_time, {STDOUT_FILENO, kronika::out_of_time_output(), nullptr});
  const kronika::CrashGuard guard({STDOUT_FILENO, kronika::crash_output(), nullptr});
  return kronika::cgi_output(kronika::answer(kronika::request_from(environ), kronika::search_folder(), started, log));
}

int run_cgi(double started) {
  std::string log;
  const std::string output = answer_of_environment(started, log);
  if (!log.empty()) std::fprintf(stderr, "kronika-search: %s\n", log.c_str());
  return write_all(output);
}

int run_fastcgi() {
  // The path as it was executed, such as /srv/portal/current/cgi-bin/search; it lives as long as the process.
  const auto* started_as = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  if (!started_as) started_as = "";
  const char* chosen = std::getenv("KRONIKA_SEARCH_DIR");
  const kronika::RunningRelease release(started_as, chosen ? chosen : "");
  kronika::OpenSearch open(release.search_folder(), kronika::Templates::at_once);
  return kronika::serve_fastcgi({[&](const kronika::HttpRequest& request, std::string& log) {
                                   return kronika::answer(request, open, kronika::now_ms(), log);
                                 },
                                 [&] { return release.is_replaced(); }, started_as, most_processor_time});
}

}  // namespace

int main() {
  const double started = kronika::now_ms();
  try {
    return kronika::started_as_fastcgi() ? run_fastcgi() : run_cgi(started);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "kronika-search: %s\n", failure.what());
    return 1;
  }
}
