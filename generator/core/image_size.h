// How large an image is, from its first bytes: so that a page keeps the room for it before it is loaded.
#pragma once

#include <optional>
#include <string_view>

namespace kronika {

struct ImageSize {
  int width = 0, height = 0;  // pixels of CSS, at least 1
  bool operator==(const ImageSize&) const = default;
};

/// Of a PNG (ISO 15948), GIF, JPEG (ISO 10918-1; turned by nothing but its frame), WebP or SVG. Nothing for other
/// files, for damaged ones, and for an SVG that tells neither width and height in pixels nor a viewBox.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace kronika
