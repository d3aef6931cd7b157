// The levels were measured on the portal's 186 text files (2.0 MB, processor time of one thread):
//   gzip    level 6: 34.1 %, 0.03 s    9: 34.0 %, 0.04 s    12: 33.3 %, 0.35 s
//   brotli  level 5: 32.9 %, 0.09 s    9: 32.5 %, 2.2 s     10: 30.7 %, 1.5 s    11: 30.2 %, 3.6 s
#include "generator/output/compress.h"

#include <brotli/encode.h>
#include <fmt/format.h>
#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "generator/core/failure.h"
#include "generator/output/content_type.h"

namespace kronika {
namespace {

constexpr int gzip_level = 12;
constexpr int brotli_level = 10;
constexpr std::size_t least_bytes = 257;  // a shorter one fills no more packets than it would compressed

using Compressor = std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)>;

/// What a result depends on besides the bytes. Of libdeflate only the version that was built against can be told.
std::string gzip_maker() {
  return fmt::format("gzip {} libdeflate {}", gzip_level, LIBDEFLATE_VERSION_STRING);
}
std::string brotli_maker() {
  return fmt::format("brotli {} {:x}", brotli_level, BrotliEncoderVersion());
}

/// Nothing where it would not be smaller, which the cache knows as an empty result.
std::optional<std::string> smaller(std::string (*form)(std::string_view), const std::string& maker,
                                   std::string_view bytes, Cache* cache) {
  const auto make = [&] {
    std::string compressed = form(bytes);
    return compressed.size() < bytes.size() ? compressed : std::string();
  };
  std::string made = cache ? cache->result(maker, bytes, make) : make();
  return made.empty() ? std::nullopt : std::optional(std::move(made));
}

}  // namespace

std::string gzip(std::string_view bytes) {
  const Compressor compressor(libdeflate_alloc_compressor(gzip_level), libdeflate_free_compressor);
  if (!compressor) throw Failure{"not enough memory to compress"};
  std::string out(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

std::string brotli(std::string_view bytes) {
  std::string out(std::max<std::size_t>(BrotliEncoderMaxCompressedSize(bytes.size()), 16), '\0');
  std::size_t size = out.size();
  const auto* from = reinterpret_cast<const std::uint8_t*>(bytes.data());
  auto* to = reinterpret_cast<std::uint8_t*>(out.data());
  if (!BrotliEncoderCompress(brotli_level, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(), from, &size, to))
    throw Failure{"not enough memory to compress"};
  out.resize(size);
  return out;
}

Compressed compress(std::string_view path, std::string_view bytes, Cache* cache) {
  if (bytes.size() < least_bytes || !is_text(content_type(path))) return {};
  return {smaller(gzip, gzip_maker(), bytes, cache), smaller(brotli, brotli_maker(), bytes, cache)};
}

}  // namespace kronika
