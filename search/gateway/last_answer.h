// The answer of a process that cannot go on.
#pragma once

#include <string>

namespace kronika {

/// All of it is ready before it is needed, because only plain system calls can be made then.
struct LastAnswer {
  int descriptor;       // where `output` is written
  std::string output;   // a whole answer
  const char* restart;  // then the process becomes this program; null: it ends. Outlives its use.
};

/// Answers and ends. Safe in a signal handler.
[[noreturn]] void give(const LastAnswer& answer);

/// False when not all could be written. Safe in a signal handler.
bool write_whole(int descriptor, const char* bytes, std::size_t size);

/// The process becomes `program`, with the same environment, blocked signals and standard streams; all other files are
/// closed. Returns only when that cannot be done; errno says why. Safe in a signal handler.
void become(const char* program);

}  // namespace kronika
