// FastCGI 1.0, on the side of the program: one process, many requests.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "search/gateway/http.h"

namespace kronika {

/// Was the program started with a listening socket as its standard input, as FastCGI does?
bool started_as_fastcgi();

struct FastCgiWorker {
  /// Gives the answer; what it puts into `log` goes to the web server's error log. Must not throw.
  std::function<HttpResponse(const HttpRequest& request, std::string& log)> answer;
  /// Asked before each request is accepted: must the process make way for the program of another release?
  std::function<bool()> is_replaced;
  /// What takes the place of this process then, and after a request that used up its time. Outlives the worker.
  const char* program;
  std::chrono::milliseconds processor_time;  // for each request
};

/// Answers requests until SIGTERM, SIGINT or SIGUSR1; the one at hand is finished. Gives the exit status: 0, or 1 when
/// nothing can be accepted any more (the reason is on standard error). Any number of processes may share the socket.
///
/// A request is accepted only when `is_replaced` has just said no; what waits in the socket's queue is left to the
/// program that takes over. A request that uses up its time is answered with 503, and the process begins anew.
/// Changes the process's signals; call once.
int serve_fastcgi(const FastCgiWorker& worker);

}  // namespace kronika
