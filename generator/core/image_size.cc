// Only the few bytes that tell the size are read; nothing is decoded.
#include "generator/core/image_size.h"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace kronika {
namespace {

constexpr int largest = 100000;  // pixels; more is a damaged file

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < count; ++i) out = out << 8 | byte_at(bytes, at + i);
  return out;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t out = 0;
  for (std::size_t i = count; i > 0; --i) out = out << 8 | byte_at(bytes, at + i - 1);
  return out;
}

std::optional<ImageSize> checked(double width, double height) {
  if (!(width >= 1 && height >= 1 && width <= largest && height <= largest)) return std::nullopt;
  return ImageSize{static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

/// Frames (SOF0 to SOF15) hold the size; other segments are stepped over.
std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size() && byte_at(bytes, at) == 0xFF) {
    const std::uint32_t marker = byte_at(bytes, at + 1);
    const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) return checked(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    at += 2 + big_endian(bytes, at + 2, 2);
  }
  return std::nullopt;
}

std::optional<ImageSize> webp_size(std::string_view bytes) {
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8X") return checked(little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1);
  if (kind == "VP8 ") return checked(little_endian(bytes, 26, 2) & 0x3FFF, little_endian(bytes, 28, 2) & 0x3FFF);
  if (kind != "VP8L") return std::nullopt;
  const std::uint32_t bits = little_endian(bytes, 21, 4);
  return checked((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
}

/// The value of an attribute of a start tag; nothing when it has none.
std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const bool whole = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' || tag[at - 1] == '\t');
    const std::size_t quote = at + name.size() + 1;
    if (!whole || quote >= tag.size() || tag[quote - 1] != '=' || (tag[quote] != '"' && tag[quote] != '\'')) continue;
    const std::size_t end = tag.find(tag[quote], quote + 1);
    if (end != std::string_view::npos) return tag.substr(quote + 1, end - quote - 1);
  }
  return std::nullopt;
}

/// A number, with `px` or nothing after it; other units depend on what is around the image.
std::optional<double> pixels(std::optional<std::string_view> text) {
  if (!text) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  const std::string_view unit(end, static_cast<std::size_t>(text->data() + text->size() - end));
  return error == std::errc{} && (unit.empty() || unit == "px") ? std::optional(number) : std::nullopt;
}

std::optional<ImageSize> view_box_size(std::string_view box) {
  double numbers[4] = {};
  for (double& number : numbers) {
    while (!box.empty() && (box.front() == ' ' || box.front() == ',')) box.remove_prefix(1);
    const auto [end, error] = std::from_chars(box.data(), box.data() + box.size(), number);
    if (error != std::errc{}) return std::nullopt;
    box.remove_prefix(static_cast<std::size_t>(end - box.data()));
  }
  return checked(numbers[2], numbers[3]);
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
  const std::size_t begin = bytes.find("<svg");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(begin, bytes.find('>', begin) - begin);
  const auto width = pixels(attribute(tag, "width")), height = pixels(attribute(tag, "height"));
  if (width && height) return checked(*width, *height);
  const auto box = attribute(tag, "viewBox");
  return box ? view_box_size(*box) : std::nullopt;
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return checked(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
  if (bytes.starts_with("GIF8")) return checked(little_endian(bytes, 6, 2), little_endian(bytes, 8, 2));
  if (bytes.starts_with("\xFF\xD8"sv)) return jpeg_size(bytes);
  if (bytes.starts_with("RIFF") && bytes.size() > 30 && bytes.substr(8, 4) == "WEBP") return webp_size(bytes);
  return svg_size(bytes);
}

}  // namespace kronika
