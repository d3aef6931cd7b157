// An editor may save a page while an import runs: what changed since it was read is not overwritten.
#include "generator/importing/apply.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "generator/core/descriptor.h"
#include "generator/core/failure.h"
#include "generator/core/files.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

constexpr mode_t new_file_mode = 0644;

[[noreturn]] void fail(const fs::path& path, int error) {
  throw Failure{"cannot write " + path.string() + ": " + std::strerror(error)};
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

/// link() gives the name only where there is none yet; rename() takes the place of what is there.
int put_in_place(const std::string& temporary, const fs::path& path, bool there) {
  if (there) return ::rename(temporary.c_str(), path.c_str()) == 0 ? 0 : errno;
  const int error = ::link(temporary.c_str(), path.c_str()) == 0 ? 0 : errno;
  ::unlink(temporary.c_str());
  return error;
}

void replace_file(const fs::path& path, std::string_view bytes, bool there) {
  struct stat status {};
  status.st_mode = new_file_mode;
  if (there && ::stat(path.c_str(), &status) != 0) fail(path, errno);
  std::string temporary = (path.parent_path() / ".kronika-import-XXXXXX").string();
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file) fail(path, errno);
  int error = write_all(file.get(), bytes);
  if (error == 0 && ::fchmod(file.get(), status.st_mode & 07777) != 0) error = errno;
  if (::close(file.release()) != 0 && error == 0) error = errno;
  if (error == 0) error = put_in_place(temporary, path, there);
  if (error == 0) return;
  ::unlink(temporary.c_str());
  fail(path, error);
}

}  // namespace

void apply_import(const ImportPlan& plan, const ImportSite& site, const fs::path& folder) {
  for (const PlannedRow& row : plan.rows) {
    if (row.bytes.empty()) continue;
    const fs::path path = folder / row.path;
    if (row.entry && read_file(path) != site.entries[*row.entry].bytes)
      throw Failure{path.string() + " was changed while it was imported into; run the import again"};
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) fail(path, error.value());
    replace_file(path, row.bytes, row.entry.has_value());
  }
}

}  // namespace kronika
