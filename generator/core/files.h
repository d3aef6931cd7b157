// The seam to the disk for what the build writes, with a fake in memory for tests.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

/// Paths are relative to the root that the implementation was made with, with '/'. Safe to call from several threads.
/// Every function throws Failure with the path and the system's reason when it cannot do its work.
class Files {
 public:
  virtual ~Files() = default;
  virtual void write(const std::string& path, std::string_view bytes) = 0;  // makes folders as needed
  /// Copies a file of the disk, keeping its permissions.
  virtual void copy_in(const std::filesystem::path& from, const std::string& path) = 0;
  virtual std::optional<std::string> read(const std::string& path) const = 0;
  virtual std::vector<std::string> list() const = 0;  // all files below the root, sorted
};

class DiskFiles final : public Files {
 public:
  explicit DiskFiles(std::filesystem::path root);
  void write(const std::string& path, std::string_view bytes) override;
  void copy_in(const std::filesystem::path& from, const std::string& path) override;
  std::optional<std::string> read(const std::string& path) const override;
  std::vector<std::string> list() const override;
  const std::filesystem::path& root() const { return root_; }

 private:
  void make_folder(const std::string& path);
  std::filesystem::path root_;
  std::mutex mutex_;
  std::map<std::string, bool, std::less<>> made_;
};

class MemoryFiles final : public Files {
 public:
  void write(const std::string& path, std::string_view bytes) override;
  void copy_in(const std::filesystem::path& from, const std::string& path) override;
  std::optional<std::string> read(const std::string& path) const override;
  std::vector<std::string> list() const override;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> files_;
};

/// The bytes of a file of the disk; throws Failure.
std::string read_file(const std::filesystem::path& path);

}  // namespace kronika
