// From an address to a file of the release that is there at this moment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "generator/core/descriptor.h"
#include "generator/core/route.h"

namespace kronika {

/// A regular file, open for reading; it stays readable when its release is replaced. Copies share it; thread-safe.
class OpenFile {
 public:
  OpenFile(Descriptor descriptor, std::uint64_t size, std::string path);
  std::uint64_t size() const { return size_; }
  const std::string& path() const { return path_; }  // below the document root
  /// Up to `count` bytes from `offset`; fewer only at the end of the file, or when the disk fails.
  std::string read(std::uint64_t offset, std::size_t count) const;

 private:
  std::shared_ptr<const Descriptor> descriptor_;
  std::uint64_t size_;
  std::string path_;
};

enum class Found { file, folder_without_slash, nothing };

struct Lookup {
  Found found = Found::nothing;
  std::optional<OpenFile> file;  // for Found::file
};

/// Looks `route` up below `root` ("/x/" is x/index.html). Symbolic links are not followed, so nothing outside is ever
/// opened. When the folder is replaced meanwhile, the new one is asked.
Lookup look_up(const std::filesystem::path& root, const Route& route);

}  // namespace kronika
