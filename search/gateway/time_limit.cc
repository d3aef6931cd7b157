// The signal can come in the middle of anything, so its handler makes system calls only: it writes what was ready, and
// the process, whose memory may be in any state, is given up.
#include "search/gateway/time_limit.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace kronika {
namespace {

const OutOfTime* at_hand = nullptr;  // a signal handler has no other way to know

bool write_whole(int descriptor, const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t written = ::write(descriptor, bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) at += static_cast<std::size_t>(written);
  }
  return true;
}

extern "C" void give_up(int) {
  if (!at_hand) return;
  const bool told = write_whole(at_hand->descriptor, at_hand->output);
  if (at_hand->restart) become(at_hand->restart);
  ::_exit(told && !at_hand->restart ? 0 : 1);
}

void set_timer(std::chrono::milliseconds limit) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit);
  const std::chrono::microseconds rest = limit - seconds;
  const itimerval timer{{0, 0}, {seconds.count(), static_cast<suseconds_t>(rest.count())}};
  setitimer(ITIMER_PROF, &timer, nullptr);
}

}  // namespace

ProcessorTimeLimit::ProcessorTimeLimit(std::chrono::milliseconds limit, OutOfTime action) : action_(std::move(action)) {
  at_hand = &action_;
  struct sigaction handler {};
  handler.sa_handler = give_up;
  handler.sa_flags = SA_NODEFER;  // or the signal would stay blocked in the program that the handler starts
  sigaction(SIGPROF, &handler, nullptr);
  set_timer(limit);
}

ProcessorTimeLimit::~ProcessorTimeLimit() {
  set_timer(std::chrono::milliseconds{0});
  at_hand = nullptr;
}

void become(const char* program) {
  // Xapian opens its file without O_CLOEXEC, libfcgi its connections.
  ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
  char* const arguments[] = {const_cast<char*>(program), nullptr};
  ::execv(program, arguments);
}

}  // namespace kronika
