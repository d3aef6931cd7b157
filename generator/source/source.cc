// The disk and memory as sources. Git is in git_source.cc.
#include "generator/source/source.h"

#include <algorithm>

#include "generator/core/failure.h"
#include "generator/core/files.h"
#include "generator/source/folders.h"

namespace kronika {
namespace fs = std::filesystem;

const SourceFile* Source::find(std::string_view path) const {
  const auto& all = files();
  const auto found = std::lower_bound(
      all.begin(), all.end(), path, [](const SourceFile& file, std::string_view wanted) { return file.path < wanted; });
  return found != all.end() && found->path == path ? &*found : nullptr;
}

namespace {

void sort_by_path(std::vector<SourceFile>& files) {
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
}

class FolderSource final : public Source {
 public:
  /// `folders`: the names below `root` to list; empty: everything.
  FolderSource(fs::path root, std::vector<std::string> folders) : root_(std::move(root)) {
    if (folders.empty()) {
      list(root_);
    } else {
      for (const std::string& folder : folders) list(root_ / folder);
      add(fs::directory_entry(root_ / site_file));
    }
    sort_by_path(files_);
  }

  const std::vector<SourceFile>& files() const override { return files_; }

  std::string read(std::string_view path) const override {
    const SourceFile* file = find(path);
    if (!file || file->kind != FileKind::regular) throw Failure{"no such source file: " + std::string(path)};
    return read_file(root_ / fs::path(path));
  }

 private:
  void list(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return;
    fs::recursive_directory_iterator it(folder, error), end;
    for (; !error && it != end; it.increment(error)) {
      if (is_ignored_name(it->path().filename().native())) {
        it.disable_recursion_pending();
      } else {
        add(*it);
      }
    }
    if (error) throw Failure{"cannot list " + folder.string() + ": " + error.message()};
  }

  void add(const fs::directory_entry& entry) {
    std::error_code error;
    const std::string path = entry.path().lexically_relative(root_).generic_string();
    if (entry.is_symlink(error)) {
      files_.push_back({path, FileKind::symlink, 0});
    } else if (entry.is_regular_file(error)) {
      files_.push_back({path, FileKind::regular, entry.file_size(error)});
    }
  }

  fs::path root_;
  std::vector<SourceFile> files_;
};

class MemorySource final : public Source {
 public:
  explicit MemorySource(std::map<std::string, std::string> files) : bytes_(std::move(files)) {
    for (const auto& [path, bytes] : bytes_) files_.push_back({path, FileKind::regular, bytes.size()});
  }
  const std::vector<SourceFile>& files() const override { return files_; }
  std::string read(std::string_view path) const override {
    const auto found = bytes_.find(std::string(path));
    if (found == bytes_.end()) throw Failure{"no such source file: " + std::string(path)};
    return found->second;
  }

 private:
  std::map<std::string, std::string> bytes_;
  std::vector<SourceFile> files_;
};

}  // namespace

std::unique_ptr<Source> working_tree(const fs::path& site) {
  return std::make_unique<FolderSource>(site, std::vector<std::string>(site_folders.begin(), site_folders.end()));
}

std::unique_ptr<Source> memory_source(std::map<std::string, std::string> files) {
  return std::make_unique<MemorySource>(std::move(files));
}

std::unique_ptr<Source> folder_source(const fs::path& folder) {
  if (!fs::is_directory(folder)) throw Failure{"there is no folder " + folder.string()};
  return std::make_unique<FolderSource>(folder, std::vector<std::string>{});
}

}  // namespace kronika
