// The parts of an XLSX file, taken out of its ZIP in memory: nothing is ever written to the disk.
#pragma once

#include <zip.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kronika {

/// No part, and not all that are read together, may be larger than this once inflated: a few kilobytes can claim to be
/// gigabytes.
inline constexpr std::size_t largest_xlsx_part = 32 * 1024 * 1024;

/// Borrows the bytes of the file.
class XlsxPackage {
 public:
  /// Throws UnreadableSheet for bytes that are no ZIP.
  explicit XlsxPackage(std::string_view bytes);

  /// The bytes of a part ("xl/workbook.xml"); nothing when there is none. Throws UnreadableSheet for one that is
  /// damaged, encrypted or too large.
  std::optional<std::string> part(const std::string& name);

 private:
  struct Close {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  std::unique_ptr<zip_t, Close> archive_;
  std::size_t left_ = 2 * largest_xlsx_part;
};

}  // namespace kronika
