// An answer for when a library crashes: libxapian trusts what it reads, and a damaged index can lead it anywhere.
#pragma once

#include <signal.h>

#include <array>

#include "search/gateway/last_answer.h"

namespace kronika {

inline constexpr std::array crash_signals = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

/// While it lives, a crash of the process writes a line to standard error and gives the last answer; one at a time.
/// Nothing may be written to the answer's descriptor meanwhile, so that the reader gets either answer, whole.
class CrashGuard {
 public:
  explicit CrashGuard(LastAnswer answer);
  ~CrashGuard();
  CrashGuard(const CrashGuard&) = delete;
  CrashGuard& operator=(const CrashGuard&) = delete;

 private:
  LastAnswer answer_;
  std::array<struct sigaction, crash_signals.size()> before_{};
};

}  // namespace kronika
