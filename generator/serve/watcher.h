// Tells when an author has changed something.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/descriptor.h"

namespace kronika {

/// What to watch: whole folders, and single names in a folder (files, or folders that may come later).
struct WatchedNames {
  std::filesystem::path folder;
  std::vector<std::string> names;  // a name that is a folder is watched with all below it
};
struct Watched {
  std::vector<WatchedNames> names;
  std::vector<std::filesystem::path> trees;
};

/// site.toml, content/ and themes/ of a site, and a theme that lies elsewhere.
Watched watched_of_site(const std::filesystem::path& site, const std::filesystem::path& builtin_theme);

/// Editors' temporary and back-up files, which come and go while someone types.
bool is_passing_name(std::string_view name);

enum class Wake { changed, time_is_up, stopped };

/// Watches by inotify from its construction on: what changes while a build runs is told by the next `wait`. Symbolic
/// links inside are not followed. For one thread.
class Watcher {
 public:
  /// Throws Failure when the system refuses, with the way out.
  explicit Watcher(Watched watched);

  /// Returns once something has changed and then nothing for `quiet` (a stream of changes is cut at `longest`).
  /// Without a change returns after `timeout`, where one is given. Throws Failure like the constructor.
  Wake wait(const std::stop_token& stop, std::optional<std::chrono::milliseconds> timeout = std::nullopt);

  static constexpr std::chrono::milliseconds quiet{60};
  static constexpr std::chrono::milliseconds longest{500};

 private:
  struct Folder {
    std::filesystem::path path;
    std::vector<std::string> names;  // empty: all
  };
  struct Event;

  void watch_all();
  int add(const std::filesystem::path& folder, std::vector<std::string> names);
  void add_tree(const std::filesystem::path& folder);
  void forget_tree(const std::filesystem::path& folder);
  bool handle(const Event& event);
  bool read_changes();
  Wake wait_for_change(std::optional<std::chrono::milliseconds> timeout);

  Watched watched_;
  Descriptor events_, stop_;
  std::map<int, Folder> folders_;  // by inotify's watch number
};

}  // namespace kronika
