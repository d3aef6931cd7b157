// Where the site's files come from: the working tree, a git revision, or memory in tests.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

enum class FileKind { regular, symlink, submodule };

/// `path` is relative to the site's folder, with '/', composed (NFC) letters as git or the disk gave them.
struct SourceFile {
  std::string path;
  FileKind kind = FileKind::regular;
  std::uint64_t size = 0;
};

/// Immutable while a build runs. `read` may be called from several threads. Throws Failure when the disk or the
/// repository fails.
class Source {
 public:
  virtual ~Source() = default;
  /// Every file of the site's folder, sorted by path (bytes); output folders, `.git` and dot-files left out.
  virtual const std::vector<SourceFile>& files() const = 0;
  /// The bytes of a regular file in files(). Throws Failure for any other path.
  virtual std::string read(std::string_view path) const = 0;
  /// The commit's hexadecimal id, when the source is a commit.
  virtual std::optional<std::string> commit() const { return std::nullopt; }

  const SourceFile* find(std::string_view path) const;
};

/// The folder as it is on disk. Lists only site.toml and what lies below content/, themes/ (`folders`).
std::unique_ptr<Source> working_tree(const std::filesystem::path& site);

/// A revision of the repository that `site` lies in (or that it is, when bare); `site` may be a subfolder of it.
std::unique_ptr<Source> git_revision(const std::filesystem::path& site, const std::string& revision);

std::unique_ptr<Source> memory_source(std::map<std::string, std::string> files);

/// All files below one folder of the disk, for a theme that comes with the program.
std::unique_ptr<Source> folder_source(const std::filesystem::path& folder);

}  // namespace kronika
