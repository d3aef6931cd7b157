// The loop around libfcgi. It waits for a request without accepting it, since what is accepted must be answered by this
// release, and what is not may be left to the next one.
#include "search/gateway/fastcgi.h"

#include <fastcgi.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "search/gateway/cgi.h"
#include "search/gateway/crash_guard.h"
#include "search/gateway/time_limit.h"

namespace kronika {
namespace {

constexpr int listening_socket = 0;  // as the specification has it

volatile sig_atomic_t asked_to_end = 0;

extern "C" void note_end(int) {
  asked_to_end = 1;
}

/// Signals that end the worker come only while it waits: between looking at `asked_to_end` and waiting none can be
/// missed, and none disturbs a request. They stay blocked while another program takes over, which then gets them.
sigset_t arrange_signals() {
  sigset_t ending;
  sigemptyset(&ending);
  struct sigaction action {};
  action.sa_handler = note_end;
  for (const int each : {SIGTERM, SIGINT, SIGUSR1}) {
    sigaddset(&ending, each);
    sigaction(each, &action, nullptr);
  }
  sigset_t waiting;
  sigprocmask(SIG_BLOCK, &ending, &waiting);
  for (const int each : {SIGTERM, SIGINT, SIGUSR1}) sigdelset(&waiting, each);
  ::signal(SIGPIPE, SIG_IGN);  // a reader who has gone is no reason to end
  return waiting;
}

enum class Waited { request, nothing, end };

Waited wait_for_request(const sigset_t& while_waiting) {
  pollfd socket{listening_socket, POLLIN, 0};
  const int ready = asked_to_end ? 0 : ppoll(&socket, 1, nullptr, &while_waiting);
  if (asked_to_end) return Waited::end;
  return ready > 0 ? Waited::request : Waited::nothing;
}

/// One record of the protocol (section 3.3).
std::string record(char type, int request, std::string_view content) {
  const auto high = [](std::size_t number) { return static_cast<char>(number >> 8 & 0xFF); };
  const auto low = [](std::size_t number) { return static_cast<char>(number & 0xFF); };
  const auto id = static_cast<std::size_t>(request);
  std::string out = {FCGI_VERSION_1, type, high(id), low(id), high(content.size()), low(content.size()), 0, 0};
  return out.append(content);
}

/// The whole answer to a request as it goes over the connection, for when the library cannot be used.
std::string last_records(int request, std::string_view output) {
  return record(FCGI_STDOUT, request, output) + record(FCGI_STDOUT, request, "") +
         record(FCGI_END_REQUEST, request, std::string(8, '\0'));  // the program's status 0, FCGI_REQUEST_COMPLETE
}

void put(FCGX_Stream* stream, std::string_view bytes) {
  FCGX_PutStr(bytes.data(), static_cast<int>(bytes.size()), stream);
}

void answer_one(const FastCgiWorker& worker, FCGX_Request& request) {
  std::string output, log;
  {
    const ProcessorTimeLimit limit(
        worker.processor_time, {request.ipcFd, last_records(request.requestId, out_of_time_output()), worker.program});
    const CrashGuard guard({request.ipcFd, last_records(request.requestId, crash_output()), worker.program});
    HttpRequest asked = request_from(request.envp);
    asked.from_server = true;  // whatever variables it was set up to send
    output = cgi_output(worker.answer(asked, log));
  }
  if (!log.empty()) put(request.err, "kronika-search: " + log + "\n");
  put(request.out, output);
}

/// Ends the request and its connection. A connection that the server would keep is closed as well: a worker that waits
/// on one hears nothing of the others, nor of a new release.
void finish(FCGX_Request& request) {
  FCGX_Finish_r(&request);
  FCGX_Free(&request, 1);
}

/// Another process took the connection, or its other end has gone: nothing to be done.
bool is_nothing(int error) {
  const int passing[] = {0, EAGAIN, EINTR, ECONNABORTED, EPROTO};
  return std::find(std::begin(passing), std::end(passing), error) != std::end(passing);
}

int fail(const char* what, int error) {
  std::fprintf(stderr, "kronika-search: %s: %s\n", what, std::strerror(error));
  return 1;
}

}  // namespace

bool started_as_fastcgi() {
  return FCGX_IsCGI() == 0;
}

int serve_fastcgi(const FastCgiWorker& worker) {
  if (FCGX_Init() != 0) return fail("cannot begin FastCGI", errno);
  const sigset_t while_waiting = arrange_signals();  // after the library's own
  // Of several processes that wake for one connection the others must not wait in accept().
  const int flags = fcntl(listening_socket, F_GETFL);
  if (flags < 0 || fcntl(listening_socket, F_SETFL, flags | O_NONBLOCK) != 0) return fail("the socket", errno);
  FCGX_Request request;
  FCGX_InitRequest(&request, listening_socket, FCGI_FAIL_ACCEPT_ON_INTR);
  for (;;) {
    const Waited waited = wait_for_request(while_waiting);
    if (waited == Waited::end) return 0;
    if (waited == Waited::nothing) continue;
    if (worker.is_replaced()) {
      become(worker.program);
      fail("cannot start the new release, the old one goes on", errno);
    }
    const int accepted = FCGX_Accept_r(&request);
    if (accepted == 0) {
      answer_one(worker, request);
      finish(request);
    } else if (!is_nothing(-accepted)) {
      return fail("no request can be accepted", -accepted);
    }
  }
}

}  // namespace kronika
