// The cache must never be the reason for which a build fails or gives other bytes; all care here goes into that.
#include "generator/cache/cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "generator/cache/entry.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

/// Results are in up to 256 folders, by their first two digits.
std::string place_of(const std::string& name) {
  return name.substr(0, 2) + "/" + name.substr(2);
}

std::string reason(int error) {
  return std::strerror(error);
}

/// Two contents with one digest would have to be of one length too.
std::string name_of(std::string_view maker, std::string_view input) {
  return hex(digest(fmt::format("{}\n{}\n{}", maker, input.size(), hex(digest(input)))));
}

/// Made for its owner alone: drafts are among what is compressed.
int make_private(const fs::path& folder) {
  return ::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST ? 0 : errno;
}

}  // namespace

Cache::Cache(fs::path folder, CacheLimits limits) : folder_(std::move(folder)), limits_(limits) {}

void Cache::note_trouble(std::string what) {
  const std::scoped_lock lock(mutex_);
  if (trouble_.empty()) trouble_ = std::move(what);
}

std::optional<std::string> Cache::trouble() const {
  const std::scoped_lock lock(mutex_);
  return trouble_.empty() ? std::nullopt : std::optional(trouble_);
}

/// Whoever can write to the folder can put words into the site.
bool Cache::is_usable() {
  std::call_once(looked_at_, [&] {
    std::error_code error;
    if (folder_.has_parent_path()) fs::create_directories(folder_.parent_path(), error);
    if (const int made = make_private(folder_); made != 0) {
      note_trouble(reason(made));
      reads_ = writes_ = false;
      return;
    }
    struct stat status {};
    const bool known = ::stat(folder_.c_str(), &status) == 0;
    if (known && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() && (status.st_mode & S_IWOTH) == 0) return;
    note_trouble(!known                    ? reason(errno)
                 : S_ISDIR(status.st_mode) ? "others may write to it, or it belongs to somebody else"
                                           : reason(ENOTDIR));
    reads_ = writes_ = false;
  });
  return reads_;
}

std::optional<std::string> Cache::find(const std::string& name) {
  auto bytes = read_entry(folder_ / place_of(name));
  if (!bytes) return std::nullopt;
  return entry_payload(name, std::move(*bytes));
}

void Cache::store(const std::string& name, std::string_view bytes) {
  const fs::path path = folder_ / place_of(name);
  int error = make_private(path.parent_path());
  if (error == 0) error = write_entry(path, entry_bytes(name, bytes));
  if (error == 0) return;
  note_trouble(reason(error));
  writes_ = false;  // the disk that is full for one is full for all
}

std::string Cache::result(std::string_view maker, std::string_view input, const std::function<std::string()>& make) {
  if (!is_usable()) return make();
  const std::string name = name_of(maker, input);
  if (auto found = find(name)) return std::move(*found);
  std::string made = make();
  if (writes_) store(name, made);
  return made;
}

void Cache::prune() {
  if (is_usable()) prune_entries(folder_, limits_.unused, limits_.bytes);
}

std::optional<fs::path> usual_cache_folder() {
  // A relative path is to be taken for none (XDG Base Directory Specification).
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache == '/') return fs::path(cache) / "kronika";
  if (const char* home = std::getenv("HOME"); home && *home == '/') return fs::path(home) / ".cache" / "kronika";
  return std::nullopt;
}

}  // namespace kronika
