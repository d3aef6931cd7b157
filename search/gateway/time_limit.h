// A bound for what one request may cost: nothing in Xapian bounds a match.
#pragma once

#include <chrono>
#include <string>

namespace kronika {

/// What is done when the time is used up. Only plain system calls can be made then, so all of it is ready before.
struct OutOfTime {
  int descriptor;       // where `output` is written
  std::string output;   // a whole answer
  const char* restart;  // then the process becomes this program; null: it ends. Outlives the limit.
};

/// Limits the processor time that the process uses while this object lives; one at a time. Nothing may be written to
/// the descriptor meanwhile, so that the reader gets either answer, whole.
class ProcessorTimeLimit {
 public:
  ProcessorTimeLimit(std::chrono::milliseconds limit, OutOfTime action);
  ~ProcessorTimeLimit();
  ProcessorTimeLimit(const ProcessorTimeLimit&) = delete;
  ProcessorTimeLimit& operator=(const ProcessorTimeLimit&) = delete;

 private:
  OutOfTime action_;
};

/// The process becomes `program`, with the same environment, blocked signals and standard streams; all other files are
/// closed. Returns only when that cannot be done; errno says why. Safe in a signal handler.
void become(const char* program);

}  // namespace kronika
