// Windows line ends, byte order marks, old encodings and Git LFS pointers are met here once, so that no later stage
// has to think of them.
#include "generator/config/text_file.h"

#include <fmt/format.h>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view lfs_mark = "version https://git-lfs.github.com/spec/v1";

Span span_at(std::string_view text, std::size_t offset) {
  Span span{1, 1, 1};
  std::size_t line_start = 0;
  for (std::size_t at = text.find('\n'); at < offset; at = text.find('\n', at + 1)) {
    ++span.line;
    line_start = at + 1;
  }
  span.column += static_cast<int>(count_code_points(text.substr(line_start, offset - line_start)));
  return span;
}

std::string unix_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\r\n", at), text.size());
    out.append(text.substr(at, end - at));
    if (end < text.size()) out += '\n';
    at = end + 2;
  }
  return out;
}

}  // namespace

bool is_lfs_pointer(std::string_view bytes) {
  return bytes.size() <= longest_lfs_pointer && bytes.substr(0, lfs_mark.size()) == lfs_mark;
}

std::optional<std::string> text_of_file(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  if (is_lfs_pointer(bytes)) {
    diagnostics.report(Code::lfs_pointer, {file, {1, 1, static_cast<int>(lfs_mark.size())}});
    return std::nullopt;
  }
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
  if (const auto offset = first_invalid_utf8(bytes)) {
    const auto byte = static_cast<unsigned>(static_cast<unsigned char>(bytes[*offset]));
    diagnostics.report(Code::invalid_utf8, {file, span_at(bytes, *offset)}, {fmt::format("0x{:02X}", byte)});
    return std::nullopt;
  }
  return unix_line_ends(bytes);
}

}  // namespace kronika
