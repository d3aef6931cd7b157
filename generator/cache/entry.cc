// There is no fsync here: after a crash a file may be empty or cut, and its digest tells.
#include "generator/cache/entry.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <tuple>
#include <utility>
#include <vector>

#include "generator/core/descriptor.h"
#include "generator/core/digest.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view magic = "kronika cache 1 ";
constexpr std::size_t digits = 32;
constexpr std::size_t head_size = magic.size() + digits + 1;
constexpr std::string_view temporary = ".new-";
constexpr std::chrono::hours day{24};

std::string head(std::string_view name, std::string_view payload) {
  return fmt::format("{}{}\n", magic, hex(digest(fmt::format("{} {}", name, hex(digest(payload))))));
}

/// 0, or the system's error number.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

struct Found {
  fs::file_time_type used;
  std::uintmax_t size;
  fs::path path;
};

enum class Kind { result, half_written, foreign };

Kind kind_of(const std::string& name) {
  if (name.starts_with(temporary)) return Kind::half_written;
  return name.size() == digits - 2 && are_digits(name) ? Kind::result : Kind::foreign;
}

void look_into(const fs::path& folder, fs::file_time_type now, std::vector<Found>& results) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;
    const Kind kind = kind_of(it->path().filename().string());
    if (kind == Kind::foreign || !it->is_regular_file(gone) || it->is_symlink(gone)) continue;
    const auto used = it->last_write_time(gone);
    const auto size = it->file_size(gone);
    if (gone) continue;
    if (kind == Kind::result)
      results.push_back({used, size, it->path()});
    else if (now - used > day)
      fs::remove(it->path(), gone);
  }
}

}  // namespace

std::string entry_bytes(std::string_view name, std::string_view payload) {
  return head(name, payload).append(payload);
}

std::optional<std::string> entry_payload(std::string_view name, std::string bytes) {
  if (bytes.size() < head_size) return std::nullopt;
  const std::string_view payload = std::string_view(bytes).substr(head_size);
  if (!bytes.starts_with(head(name, payload))) return std::nullopt;
  bytes.erase(0, head_size);
  return bytes;
}

std::optional<std::string> read_entry(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got = ::read(file.get(), bytes.data() + at, bytes.size() - at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    at += static_cast<std::size_t>(got);
  }
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (std::chrono::seconds(now.tv_sec - status.st_mtim.tv_sec) > day) ::futimens(file.get(), nullptr);
  return bytes;
}

int write_entry(const fs::path& path, std::string_view bytes) {
  std::string name = (path.parent_path() / temporary).string() + "XXXXXX";
  Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (file.get() < 0) return errno;
  int error = write_all(file.get(), bytes);
  if (::close(file.release()) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(name.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(name.c_str());
  return error;
}

void prune_entries(const fs::path& folder, std::chrono::hours unused, std::uintmax_t most_bytes) {
  const auto now = fs::file_time_type::clock::now();
  std::vector<Found> results;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.size() == 2 && are_digits(name)) look_into(it->path(), now, results);
  }
  std::sort(results.begin(), results.end(), [](const Found& a, const Found& b) {
    return std::tie(b.used, a.path) < std::tie(a.used, b.path);  // the last used first
  });
  std::uintmax_t kept = 0;
  for (const Found& each : results) {
    kept += each.size;
    if (kept > most_bytes || now - each.used > unused) fs::remove(each.path, error);
  }
}

}  // namespace kronika
