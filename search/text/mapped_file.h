// A file in memory without reading it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace kronika {

/// Maps a file for reading for as long as the object lives. An empty file gives no bytes.
class MappedFile {
 public:
  MappedFile() = default;
  /// Throws SearchFailure when the file cannot be opened.
  explicit MappedFile(const std::string& path);
  MappedFile(MappedFile&& other) noexcept
      : address_(std::exchange(other.address_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(address_, other.address_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }

 private:
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace kronika
