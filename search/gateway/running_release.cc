// /proc/self/exe names the release that the program was started from for ever; only the path that was used to start it
// can lead to the next one.
#include "search/gateway/running_release.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <utility>

namespace kronika {
namespace {

std::string resolved(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), ::free);
  return real ? real.get() : "";
}

std::string parent(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

/// Is this file the running program? Where /proc is missing it is taken to be.
bool is_this_program(const std::string& path) {
  struct stat file {};
  struct stat running {};
  if (::stat("/proc/self/exe", &running) != 0) return true;
  return ::stat(path.c_str(), &file) == 0 && file.st_dev == running.st_dev && file.st_ino == running.st_ino;
}

}  // namespace

RunningRelease::RunningRelease(std::string started_as, std::string chosen_folder)
    : started_as_(std::move(started_as)), chosen_folder_(std::move(chosen_folder)), own_(look()) {
  // Replaced between being started and this line: then it is nobody's program, and the next look tells.
  if (!is_this_program(own_.program)) own_.program.clear();
  pin_ = ::open(own_.folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  struct stat pinned {};
  if (pin_ < 0 || ::fstat(pin_, &pinned) != 0) return;
  own_.device = pinned.st_dev;
  own_.number = pinned.st_ino;
}

RunningRelease::~RunningRelease() {
  if (pin_ >= 0) ::close(pin_);
}

RunningRelease::Release RunningRelease::look() const {
  Release found;
  found.program = resolved(started_as_);
  found.folder = chosen_folder_.empty() ? parent(parent(found.program)) + "/search" : resolved(chosen_folder_);
  struct stat status {};
  if (::stat(found.folder.c_str(), &status) == 0) {
    found.device = status.st_dev;
    found.number = status.st_ino;
  }
  return found;
}

bool RunningRelease::is_replaced() const {
  const Release now = look();
  return !now.program.empty() && now.number != 0 && now != own_;
}

}  // namespace kronika
