// What signal handlers do for a reader whose request cannot be finished.
#include "search/gateway/last_answer.h"

#include <unistd.h>

#include <cerrno>

namespace kronika {

bool write_whole(int descriptor, const char* bytes, std::size_t size) {
  for (std::size_t at = 0; at < size;) {
    const ssize_t written = ::write(descriptor, bytes + at, size - at);
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) at += static_cast<std::size_t>(written);
  }
  return true;
}

void give(const LastAnswer& answer) {
  const bool told = write_whole(answer.descriptor, answer.output.data(), answer.output.size());
  if (answer.restart) become(answer.restart);
  ::_exit(told && !answer.restart ? 0 : 1);
}

void become(const char* program) {
  // Xapian opens its file without O_CLOEXEC, libfcgi its connections.
  ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
  char* const arguments[] = {const_cast<char*>(program), nullptr};
  ::execv(program, arguments);
}

}  // namespace kronika
