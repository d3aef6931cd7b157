// What a build has written: every path with its size and digest, and who made it.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/files.h"

namespace kronika {

struct OutputFile {
  std::uint64_t size = 0;
  std::string sha256;
};

/// Writes files below a release folder at once and keeps only their digests. Thread-safe.
/// Paths are relative to the release, e.g. "public/index.html".
class OutputTree {
 public:
  explicit OutputTree(Files& files) : files_(files) {}

  /// Throws std::logic_error when the path was written before: routes are claimed before anything is written.
  void write(const std::string& path, std::string_view bytes);
  /// Copies a file of the disk, with its permissions.
  void copy_in(const std::filesystem::path& from, const std::string& path);

  /// By path, sorted.
  const std::map<std::string, OutputFile>& entries() const { return entries_; }

 private:
  void record(const std::string& path, OutputFile file);

  Files& files_;
  std::mutex mutex_;
  std::map<std::string, OutputFile> entries_;
};

/// A digest of every path and its bytes so far, in hexadecimal digits; the same for the same files.
std::string release_digest(const OutputTree& tree);

/// What a release promises to keep: names for ever.
struct Identifiers {
  struct Entry {
    std::string id;    // "rejestr/pralnia"
    std::string path;  // of its page: "public/rejestr/pralnia/index.html"
  };
  std::vector<std::string> datasets, resources;
  std::vector<Entry> entries;
};

/// manifest.json: program version, time of the build, commit (left out for a working tree), identifiers, every file
/// sorted by path.
std::string manifest(const OutputTree& tree, const Identifiers& identifiers, std::string_view commit,
                     std::string_view built, std::string_view version);

}  // namespace kronika
