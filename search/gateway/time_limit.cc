// The signal can come in the middle of anything, so its handler makes system calls only: it writes what was ready, and
// the process, whose memory may be in any state, is given up.
#include "search/gateway/time_limit.h"

#include <signal.h>
#include <sys/time.h>

#include <utility>

namespace kronika {
namespace {

const LastAnswer* at_hand = nullptr;  // a signal handler has no other way to know

extern "C" void give_up(int) {
  if (at_hand) give(*at_hand);
}

void set_timer(std::chrono::milliseconds limit) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit);
  const std::chrono::microseconds rest = limit - seconds;
  const itimerval timer{{0, 0}, {seconds.count(), static_cast<suseconds_t>(rest.count())}};
  setitimer(ITIMER_PROF, &timer, nullptr);
}

}  // namespace

ProcessorTimeLimit::ProcessorTimeLimit(std::chrono::milliseconds limit, LastAnswer answer)
    : answer_(std::move(answer)) {
  at_hand = &answer_;
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

}  // namespace kronika
