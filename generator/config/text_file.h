// Text files as they come from editors' programs and from git.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/core/diagnostics.h"

namespace kronika {

/// The text without a BOM and with '\n' at line ends; lines and columns stay those of the file. A Git LFS pointer
/// (E0110) or bytes that are no UTF-8 (E0107, at their line and column) are reported, and give nothing.
std::optional<std::string> text_of_file(std::string_view bytes, const std::string& file, Diagnostics&);

/// Does a file hold a Git LFS pointer in place of its content?
bool is_lfs_pointer(std::string_view bytes);
/// A pointer is never longer than this, so that larger files need not be read.
inline constexpr std::size_t longest_lfs_pointer = 1024;

}  // namespace kronika
