// Folders are made once each: 5,000 pages would otherwise ask the kernel for them 20,000 times.
#include "generator/core/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "generator/core/descriptor.h"
#include "generator/core/failure.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const std::string& what, const fs::path& path, int error) {
  throw Failure{"cannot " + what + " " + path.string() + ": " + std::strerror(error)};
}

}  // namespace

std::string read_file(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail("read", path, errno);
  std::string bytes;
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (!error) bytes.reserve(size + 1);
  char buffer[65536];
  for (;;) {
    const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", path, errno);
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

DiskFiles::DiskFiles(fs::path root) : root_(std::move(root)) {}

void DiskFiles::make_folder(const std::string& path) {
  const auto slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
  const std::scoped_lock lock(mutex_);
  if (made_.contains(folder)) return;
  std::error_code error;
  fs::create_directories(root_ / folder, error);
  if (error) fail("make the folder", root_ / folder, error.value());
  made_.emplace(folder, true);
}

void DiskFiles::write(const std::string& path, std::string_view bytes) {
  make_folder(path);
  const fs::path full = root_ / path;
  Descriptor file(::open(full.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) fail("write", full, errno);
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail("write", full, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::close(file.release()) != 0) fail("write", full, errno);
}

void DiskFiles::copy_in(const fs::path& from, const std::string& path) {
  make_folder(path);
  std::error_code error;
  fs::copy_file(from, root_ / path, fs::copy_options::overwrite_existing, error);
  if (error) fail("copy " + from.string() + " to", root_ / path, error.value());
}

std::optional<std::string> DiskFiles::read(const std::string& path) const {
  std::error_code error;
  if (!fs::is_regular_file(root_ / path, error)) return std::nullopt;
  return read_file(root_ / path);
}

std::vector<std::string> DiskFiles::list() const {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::recursive_directory_iterator it(root_, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file()) out.push_back(fs::relative(it->path(), root_).generic_string());
  }
  if (error && error != std::errc::no_such_file_or_directory) fail("list", root_, error.value());
  std::sort(out.begin(), out.end());
  return out;
}

void MemoryFiles::write(const std::string& path, std::string_view bytes) {
  const std::scoped_lock lock(mutex_);
  files_.insert_or_assign(path, std::string(bytes));
}

void MemoryFiles::copy_in(const fs::path& from, const std::string& path) {
  write(path, read_file(from));
}

std::optional<std::string> MemoryFiles::read(const std::string& path) const {
  const std::scoped_lock lock(mutex_);
  const auto found = files_.find(path);
  return found == files_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> MemoryFiles::list() const {
  const std::scoped_lock lock(mutex_);
  std::vector<std::string> out;
  for (const auto& [path, bytes] : files_) out.push_back(path);
  return out;
}

}  // namespace kronika
