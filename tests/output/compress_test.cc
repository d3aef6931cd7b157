#include "generator/output/compress.h"

#include <brotli/decode.h>
#include <doctest/doctest.h>
#include <libdeflate.h>

#include <cstdlib>
#include <filesystem>
#include <random>

namespace kronika {
namespace {

std::string gunzip(const std::string& bytes, std::size_t size) {
  std::string out(size, '\0');
  libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
  const auto result =
      libdeflate_gzip_decompress(decompressor, bytes.data(), bytes.size(), out.data(), out.size(), nullptr);
  libdeflate_free_decompressor(decompressor);
  return result == LIBDEFLATE_SUCCESS ? out : "(damaged)";
}

std::string unbrotli(const std::string& bytes, std::size_t size) {
  std::string out(size + 1, '\0');
  std::size_t got = out.size();
  const auto result = BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &got,
                                              reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(got);
  return result == BROTLI_DECODER_RESULT_SUCCESS ? out : "(damaged)";
}

/// Does not get smaller, whatever is done with it.
std::string noise(std::size_t size) {
  std::mt19937 random(1);  // NOLINT: the same each time
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(random());
  return out;
}

std::string prose(std::size_t size) {
  std::string out;
  while (out.size() < size) out += "Spółdzielnia socjalna przyjmuje zamówienia " + std::to_string(out.size()) + ". ";
  out.resize(size);
  return out;
}

}  // namespace

TEST_CASE("what is compressed is the same when it is taken apart") {
  for (const std::string& bytes : {std::string(), std::string("a"), prose(300), prose(300'000), noise(5000)}) {
    CAPTURE(bytes.size());
    CHECK(gunzip(gzip(bytes), bytes.size()) == bytes);
    CHECK(unbrotli(brotli(bytes), bytes.size()) == bytes);
    CHECK(gzip(bytes) == gzip(bytes));
    CHECK(brotli(bytes) == brotli(bytes));
  }
}

TEST_CASE("with a cache the compressed forms are the same, and so is what is not worth one") {
  std::string folder = (std::filesystem::temp_directory_path() / "kronika-compress-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()));
  for (const char* state : {"cold", "warm"}) {
    CAPTURE(state);
    Cache cache(folder);
    for (const std::string& bytes : {prose(300), prose(300'000), noise(5000), noise(300) + prose(300)}) {
      const Compressed with = compress("index.html", bytes, &cache), without = compress("index.html", bytes);
      CHECK(with.gzip == without.gzip);
      CHECK(with.brotli == without.brotli);
    }
    CHECK_FALSE(cache.trouble());
  }
  std::size_t kept = 0;
  for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) kept += each.is_regular_file() ? 1 : 0;
  CHECK(kept == 8);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a gzip file has no name and no time, so that the same site gives the same bytes") {
  const std::string out = gzip(prose(300));
  CHECK(out.substr(0, 4) == std::string("\x1F\x8B\x08\x00", 4));
  CHECK(out.substr(4, 4) == std::string(4, '\0'));
}

TEST_CASE("text of more than 256 bytes is compressed where that makes it smaller") {
  struct Case {
    std::string path, bytes;
    bool compressed;
  };
  const Case cases[] = {{"index.html", prose(257), true},   {"index.html", prose(256), false},
                        {"a/style.css", prose(5000), true}, {"a/atom.xml", prose(5000), true},
                        {"a/x.svg", prose(5000), true},     {"a/dane.csv", prose(5000), true},
                        {"a/x.png", prose(5000), false},    {"a/x.pdf", prose(5000), false},
                        {"a/x.txt.gz", prose(5000), false}, {"a/bez-rozszerzenia", prose(5000), false},
                        {"a/dane.csv", noise(5000), false}, {"index.html", "", false}};
  for (const Case& each : cases) {
    CAPTURE(each.path);
    const Compressed out = compress(each.path, each.bytes);
    CHECK(out.gzip.has_value() == each.compressed);
    CHECK(out.brotli.has_value() == each.compressed);
    if (out.gzip) CHECK(out.gzip->size() < each.bytes.size());
    if (out.brotli) CHECK(unbrotli(*out.brotli, each.bytes.size()) == each.bytes);
  }
}

}  // namespace kronika
