// A thread that waits for the signals: no handler runs in the middle of something else.
#include "generator/serve/stop_on_signal.h"

#include <pthread.h>
#include <unistd.h>

namespace kronika {
namespace {

sigset_t ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

StopOnSignal::StopOnSignal() {
  const sigset_t set = ending_signals();
  pthread_sigmask(SIG_BLOCK, &set, &before_);
  thread_ = std::thread([this] { watch(); });
}

StopOnSignal::~StopOnSignal() {
  over_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);  // wakes its sigwait
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void StopOnSignal::watch() {
  const sigset_t set = ending_signals();
  for (;;) {
    int signal = 0;
    sigwait(&set, &signal);
    if (over_) return;
    if (stop_.request_stop()) continue;
    std::signal(signal, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    kill(getpid(), signal);
  }
}

}  // namespace kronika
