#include "generator/core/image_size.h"

#include <doctest/doctest.h>

#include <string>

using namespace kronika;
using namespace std::string_literals;

namespace {

std::optional<ImageSize> size_of(const std::string& bytes) {
  return image_size(bytes);
}

}  // namespace

TEST_CASE("the size of an image is read from its first bytes") {
  struct Row {
    const char* what;
    std::string bytes;
    std::optional<ImageSize> expected;
  };
  const Row rows[] = {
      {"PNG", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x40\0\0\0\xF0\x08\x02"s, ImageSize{320, 240}},
      {"GIF", "GIF89a\x40\x01\xF0\x00\x80\0\0"s, ImageSize{320, 240}},
      {"JPEG, its frame after another segment",
       "\xFF\xD8\xFF\xE0\x00\x04\0\0\xFF\xC0\x00\x11\x08\x00\xF0\x01\x40\x03\x01"s, ImageSize{320, 240}},
      {"JPEG that ends too early", "\xFF\xD8\xFF\xE0\x00\x10"s, std::nullopt},
      {"WebP, extended", "RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x3F\x01\x00\xEF\x00\x00\0"s, ImageSize{320, 240}},
      {"WebP, lossy", "RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\x01\x2A\x40\x01\xF0\x00\0"s, ImageSize{320, 240}},
      {"SVG with a size", "<?xml version=\"1.0\"?><svg xmlns=\"x\" width=\"320\" height='240px'>"s,
       ImageSize{320, 240}},
      {"SVG with a view box", "<svg viewBox=\"0 0 320 239.6\" xmlns=\"x\">"s, ImageSize{320, 240}},
      {"SVG that is as wide as what is around it", "<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,64,32\">"s,
       ImageSize{64, 32}},
      {"SVG whose stroke-width is no width", "<svg stroke-width=\"2\" height=\"3\">"s, std::nullopt},
      {"SVG of no size", "<svg viewBox=\"0 0 0 0\">"s, std::nullopt},
      {"text", "no image"s, std::nullopt},
      {"nothing", ""s, std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(size_of(row.bytes) == row.expected);
  }
}
