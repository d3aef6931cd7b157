// UTF-8 without trust: decoding that never reads past the end, validation, counting.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kronika {

/// One decoded code point and the bytes it took. An invalid sequence gives U+FFFD and length 1.
struct Decoded {
  char32_t code_point;
  std::size_t length;
  bool valid;
};

/// Decodes at `offset` < text.size(). Overlong forms, surrogates and values over U+10FFFF are invalid.
Decoded decode_utf8(std::string_view text, std::size_t offset);

/// Appends one code point; values that are no scalar value are written as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// The byte offset of the first invalid sequence, or nothing when all is valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// A copy in which each invalid byte is replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

/// Number of code points; an invalid byte counts as one.
std::size_t count_code_points(std::string_view text);

/// The longest prefix of at most `bytes` bytes that does not cut a code point.
std::string_view clip_utf8(std::string_view text, std::size_t bytes);

}  // namespace kronika
