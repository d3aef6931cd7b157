// Walks from an open folder downwards, one name at a time: a build may put another folder in this one's place at any
// moment, and an answer must come from either the old or the new one.
#include "generator/serve/public_folder.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <chrono>
#include <string_view>
#include <thread>

namespace kronika {
namespace {

constexpr int replacements_followed = 5;
constexpr auto pause_while_replaced = std::chrono::milliseconds(4);

Descriptor open_at(const Descriptor& folder, std::string_view name, int flags) {
  return Descriptor(openat(folder.get(), std::string(name).c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
}

/// The folder that holds the last name of `path`, which is cut down to that name.
Descriptor parent_of(const Descriptor& root, std::string_view& path) {
  Descriptor folder(dup(root.get()));
  for (auto slash = path.find('/'); folder && slash != std::string_view::npos; slash = path.find('/')) {
    folder = open_at(folder, path.substr(0, slash), O_PATH | O_DIRECTORY);
    path.remove_prefix(slash + 1);
  }
  return folder;
}

Lookup look_up_below(const Descriptor& root, const Route& route) {
  const std::string path = route.file();
  std::string_view name = path;
  const Descriptor folder = parent_of(root, name);
  if (!folder) return {};
  // A named pipe must not block the server.
  Descriptor last = open_at(folder, name, O_RDONLY | O_NONBLOCK);
  struct stat facts {};
  if (!last || fstat(last.get(), &facts) != 0) return {};
  if (S_ISDIR(facts.st_mode)) {
    const bool has_page = fstatat(last.get(), "index.html", &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(facts.st_mode);
    return {has_page ? Found::folder_without_slash : Found::nothing, std::nullopt};
  }
  if (!S_ISREG(facts.st_mode)) return {};
  return {Found::file, OpenFile(std::move(last), static_cast<std::uint64_t>(facts.st_size), path)};
}

bool is_still_at(const Descriptor& folder, const std::filesystem::path& path) {
  struct stat opened {
  }, named{};
  return fstat(folder.get(), &opened) == 0 && stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

}  // namespace

OpenFile::OpenFile(Descriptor descriptor, std::uint64_t size, std::string path)
    : descriptor_(std::make_shared<const Descriptor>(std::move(descriptor))), size_(size), path_(std::move(path)) {}

std::string OpenFile::read(std::uint64_t offset, std::size_t count) const {
  std::string bytes(count, '\0');
  std::size_t done = 0;
  while (done < count) {
    const ssize_t got = pread(descriptor_->get(), bytes.data() + done, count - done, static_cast<off_t>(offset + done));
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

Lookup look_up(const std::filesystem::path& root, const Route& route) {
  for (int attempt = 0; attempt < replacements_followed; ++attempt) {
    const Descriptor folder(open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (folder) {
      Lookup result = look_up_below(folder, route);
      if (result.found != Found::nothing || is_still_at(folder, root)) return result;
    }
    std::this_thread::sleep_for(pause_while_replaced);
  }
  return {};
}

}  // namespace kronika
