// Files beside the files: what a web server sends to readers who take compressed answers, made once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/cache/cache.h"

namespace kronika {

/// As small as the format allows in sensible time; the same bytes give the same bytes. Safe to call from several
/// threads. Throw Failure when the library refuses, for lack of memory.
std::string gzip(std::string_view bytes);    // RFC 1952, without name and time
std::string brotli(std::string_view bytes);  // RFC 7932

struct Compressed {
  std::optional<std::string> gzip, brotli;  // nothing where it would not be smaller
};

/// For a file of the document root, by its name and bytes: nothing for what is not text, or too short to gain by it.
/// With a `cache` only what it does not hold is compressed; the bytes are the same.
Compressed compress(std::string_view path, std::string_view bytes, Cache* cache = nullptr);

}  // namespace kronika
