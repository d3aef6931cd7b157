// Opened for each line: a log that was moved away is begun anew without telling anybody.
#include "search/query_log/append.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace kronika {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : fd_(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY,
                   0640)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string trouble(const std::string& path, const char* reason) {
  return "the query log " + path + " cannot be written: " + reason;
}

}  // namespace

std::string append_to_log(const std::string& path, std::string_view line) {
  const Descriptor file(path);
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return trouble(path, std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return trouble(path, "it is no regular file");
  if (status.st_size >= fullest_log) return "";
  const ssize_t written = ::write(file.get(), line.data(), line.size());
  if (written < 0) return trouble(path, std::strerror(errno));
  return static_cast<std::size_t>(written) == line.size() ? "" : trouble(path, "the disk took a part of a line");
}

}  // namespace kronika
