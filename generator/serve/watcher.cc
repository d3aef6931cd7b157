// inotify tells of single folders and of every step of a save; this makes "the site changed" of it: folders that come
// and go are followed, an editor's own files do not count, and a save that is many steps is told once.
#include "generator/serve/watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "generator/core/failure.h"
#include "generator/source/folders.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::uint32_t watched_events =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR | IN_EXCL_UNLINK;

[[noreturn]] void refuse(const fs::path& folder) {
  const int reason = errno;
  if (reason == ENOSPC) {
    throw Failure{
        "cannot watch " + folder.string() +
        ": the system allows no more watched folders; raise it with 'sysctl fs.inotify.max_user_watches=524288'"};
  }
  if (reason == EMFILE) {
    throw Failure{
        "cannot watch files: too many programs do so; raise it with 'sysctl fs.inotify.max_user_instances=512'"};
  }
  throw Failure{"cannot watch " + folder.string() + ": " + std::strerror(reason)};
}

/// A file that is being written now tells when it is closed; a hard link or a folder is whole from the start.
bool is_unfinished(const fs::path& path) {
  struct stat facts {};
  return lstat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_nlink == 1;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;  // it may be gone already
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code gone;
    if (entry->symlink_status(gone).type() == fs::file_type::directory) found.push_back(entry->path());
  }
  return found;
}

}  // namespace

struct Watcher::Event {
  int watch;
  std::uint32_t mask;
  std::string name;
  bool is(std::uint32_t bits) const { return (mask & bits) != 0; }
};

Watched watched_of_site(const fs::path& site, const fs::path& builtin_theme) {
  Watched watched;
  WatchedNames names{site, {std::string(site_file)}};
  names.names.insert(names.names.end(), site_folders.begin(), site_folders.end());
  watched.names.push_back(std::move(names));
  if (!builtin_theme.empty()) watched.trees.push_back(builtin_theme);
  return watched;
}

bool is_passing_name(std::string_view name) {
  if (is_ignored_name(name) || name == "4913") return true;  // vim tries the folder with a file of that name
  constexpr std::array<std::string_view, 9> endings = {".swp",  ".swx",        ".tmp",         ".temp",       ".bak",
                                                       ".part", ".crdownload", "___jb_tmp___", "___jb_old___"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

Watcher::Watcher(Watched watched) : watched_(std::move(watched)) {
  events_ = Descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  stop_ = Descriptor(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  if (!events_ || !stop_) refuse("files");
  watch_all();
}

void Watcher::watch_all() {
  for (const WatchedNames& names : watched_.names) {
    if (add(names.folder, names.names) < 0) refuse(names.folder);
    for (const std::string& name : names.names) {
      std::error_code error;
      const fs::path path = names.folder / name;
      if (fs::symlink_status(path, error).type() == fs::file_type::directory) add_tree(path);
    }
  }
  for (const fs::path& tree : watched_.trees) add_tree(fs::canonical(tree));
}

int Watcher::add(const fs::path& folder, std::vector<std::string> names) {
  const int watch = inotify_add_watch(events_.get(), folder.c_str(), watched_events);
  if (watch >= 0) folders_[watch] = Folder{folder, std::move(names)};
  return watch;
}

/// The watch is set before the folder is listed: a subfolder made in between is then told, or listed, or both.
void Watcher::add_tree(const fs::path& folder) {
  if (add(folder, {}) < 0) {
    if (errno != ENOENT && errno != ENOTDIR) refuse(folder);
    return;
  }
  for (const fs::path& inner : folders_in(folder)) {
    if (!is_passing_name(inner.filename().string())) add_tree(inner);
  }
}

void Watcher::forget_tree(const fs::path& folder) {
  const std::string below = folder.string() + "/";
  for (auto entry = folders_.begin(); entry != folders_.end();) {
    const bool inside = entry->second.path == folder || entry->second.path.string().starts_with(below);
    if (inside) inotify_rm_watch(events_.get(), entry->first);
    entry = inside ? folders_.erase(entry) : std::next(entry);
  }
}

/// Whether the event changes the site.
bool Watcher::handle(const Event& event) {
  if (event.is(IN_Q_OVERFLOW)) {
    watch_all();
    return true;
  }
  const auto found = folders_.find(event.watch);
  if (found == folders_.end()) return false;
  if (event.is(IN_IGNORED)) {
    folders_.erase(found);
    return false;
  }
  const Folder& folder = found->second;
  const bool wanted =
      folder.names.empty() || std::find(folder.names.begin(), folder.names.end(), event.name) != folder.names.end();
  if (event.name.empty() || !wanted || is_passing_name(event.name)) return false;
  const fs::path path = folder.path / event.name;
  if (event.is(IN_ISDIR)) {
    if (event.is(IN_MOVED_FROM)) forget_tree(path);
    if (event.is(IN_CREATE | IN_MOVED_TO)) add_tree(path);
    return !event.is(IN_ATTRIB);
  }
  return !(event.is(IN_CREATE) && is_unfinished(path));
}

bool Watcher::read_changes() {
  alignas(inotify_event) std::array<char, 65536> buffer;
  bool changed = false;
  for (;;) {
    const ssize_t size = read(events_.get(), buffer.data(), buffer.size());
    if (size <= 0) return changed;
    for (ssize_t at = 0; at < size;) {
      inotify_event head{};
      std::memcpy(&head, buffer.data() + at, sizeof head);
      const char* name = buffer.data() + at + sizeof head;
      const Event event{head.wd, head.mask, head.len == 0 ? std::string() : std::string(name)};
      changed = handle(event) || changed;
      at += static_cast<ssize_t>(sizeof head + head.len);
    }
  }
}

/// One change, or what came before it.
Wake Watcher::wait_for_change(std::optional<milliseconds> timeout) {
  const auto deadline = Clock::now() + timeout.value_or(milliseconds(0));
  for (;;) {
    int left = -1;
    if (timeout) {
      const auto rest = std::chrono::ceil<milliseconds>(deadline - Clock::now()).count();
      left = static_cast<int>(std::clamp<decltype(rest)>(rest, 0, 1 << 30));
    }
    std::array<pollfd, 2> sources = {pollfd{events_.get(), POLLIN, 0}, pollfd{stop_.get(), POLLIN, 0}};
    const int ready = poll(sources.data(), sources.size(), left);
    if (sources[1].revents != 0) return Wake::stopped;
    if (ready > 0 && read_changes()) return Wake::changed;
    if (timeout && Clock::now() >= deadline) return Wake::time_is_up;
  }
}

Wake Watcher::wait(const std::stop_token& stop, std::optional<milliseconds> timeout) {
  const std::stop_callback on_stop(stop, [this] { eventfd_write(stop_.get(), 1); });
  Wake wake = wait_for_change(timeout);
  const auto latest = Clock::now() + longest;
  while (wake == Wake::changed && Clock::now() < latest) {
    const Wake next = wait_for_change(quiet);
    if (next == Wake::stopped) return next;
    if (next == Wake::time_is_up) break;
  }
  return wake;
}

}  // namespace kronika
