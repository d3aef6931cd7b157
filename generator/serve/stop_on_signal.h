// Ctrl+C as a stop token.
#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace kronika {

/// While it lives, SIGINT and SIGTERM request a stop instead of ending the program; a second one ends it as usual.
/// Make it before any other thread, so that all inherit the blocked signals.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  std::stop_token token() const { return stop_.get_token(); }

 private:
  void watch();

  sigset_t before_{};
  std::stop_source stop_;
  std::atomic<bool> over_ = false;
  std::thread thread_;
};

}  // namespace kronika
