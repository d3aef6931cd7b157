// renameat2 with RENAME_EXCHANGE: at no instant is there no site, or half of one.
#include "generator/output/staging.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "generator/core/failure.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

fs::path without_slash(const fs::path& path) {
  const fs::path full = fs::absolute(path).lexically_normal();
  return full.has_filename() ? full : full.parent_path();
}

void refuse_foreign(const fs::path& output) {
  std::error_code error;
  if (!fs::exists(output, error) || fs::exists(output / "manifest.json", error)) return;
  if (fs::is_directory(output, error) && fs::is_empty(output, error)) return;
  throw Failure{output.string() +
                " exists and is no release of Kronika; choose another folder with --output, or remove it"};
}

/// Opens and locks a folder; -1 when somebody else holds it.
int lock_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  if (descriptor >= 0) ::close(descriptor);
  return -1;
}

void remove_left_overs(const fs::path& output) {
  const std::string prefix = output.filename().string() + ".new-";
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator it(output.parent_path(), error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with(prefix)) found.push_back(it->path());
  }
  for (const fs::path& folder : found) {
    const int lock = lock_folder(folder);
    if (lock < 0) continue;  // of a build that is running
    fs::remove_all(folder, error);
    ::close(lock);
  }
}

}  // namespace

Staging::Staging(const fs::path& output) : output_(without_slash(output)) {
  refuse_foreign(output_);
  std::error_code error;
  fs::create_directories(output_.parent_path(), error);
  remove_left_overs(output_);
  std::string name = output_.string() + ".new-XXXXXX";
  if (error || !mkdtemp(name.data())) {
    throw Failure{"cannot make a folder beside " + output_.string() + ": " +
                  (error ? error.message() : std::strerror(errno))};
  }
  folder_ = name;
  lock_ = lock_folder(folder_);
  fs::permissions(folder_, fs::perms(0755), error);
}

Staging::~Staging() {
  std::error_code ignored;  // the worst that is left is a folder with a telling name
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

void Staging::publish() {
  if (renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) == 0)
    return;  // the old one dies with us
  std::error_code error;
  if (errno != ENOENT) fs::remove_all(output_, error);  // a file system that cannot exchange
  fs::rename(folder_, output_, error);
  if (error) throw Failure{"cannot put the new site in place of " + output_.string() + ": " + error.message()};
  folder_.clear();
}

}  // namespace kronika
