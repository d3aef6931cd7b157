// A bound for what one request may cost: nothing in Xapian bounds a match.
#pragma once

#include <chrono>

#include "search/gateway/last_answer.h"

namespace kronika {

/// Limits the processor time that the process uses while this object lives; when it is used up, the last answer is
/// given. One at a time. Nothing may be written to the answer's descriptor meanwhile, so that the reader gets either
/// answer, whole.
class ProcessorTimeLimit {
 public:
  ProcessorTimeLimit(std::chrono::milliseconds limit, LastAnswer answer);
  ~ProcessorTimeLimit();
  ProcessorTimeLimit(const ProcessorTimeLimit&) = delete;
  ProcessorTimeLimit& operator=(const ProcessorTimeLimit&) = delete;

 private:
  LastAnswer answer_;
};

}  // namespace kronika
