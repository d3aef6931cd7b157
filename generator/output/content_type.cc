// The preview answers with the types that a well-configured server gives, so that what works here works there.
#include "generator/output/content_type.h"

#include <algorithm>
#include <array>
#include <string>

namespace kronika {
namespace {

constexpr std::array types = {
    MediaType{"html", "text/html; charset=utf-8"},
    MediaType{"css", "text/css; charset=utf-8"},
    MediaType{"js", "text/javascript; charset=utf-8"},
    MediaType{"mjs", "text/javascript; charset=utf-8"},
    MediaType{"txt", "text/plain; charset=utf-8"},
    MediaType{"md", "text/markdown; charset=utf-8"},
    MediaType{"csv", "text/csv; charset=utf-8"},
    MediaType{"ics", "text/calendar; charset=utf-8"},
    MediaType{"vcf", "text/vcard; charset=utf-8"},
    MediaType{"vtt", "text/vtt; charset=utf-8"},
    MediaType{"xml", "application/xml; charset=utf-8"},
    MediaType{"xsl", "application/xslt+xml; charset=utf-8"},
    MediaType{"atom", feed_type},
    MediaType{"osdx", search_description_type},
    MediaType{"rss", "application/rss+xml; charset=utf-8"},
    MediaType{"json", "application/json"},
    MediaType{"jsonld", "application/ld+json"},
    MediaType{"geojson", "application/geo+json"},
    MediaType{"webmanifest", "application/manifest+json"},
    MediaType{"svg", "image/svg+xml"},
    MediaType{"png", "image/png"},
    MediaType{"jpg", "image/jpeg"},
    MediaType{"jpeg", "image/jpeg"},
    MediaType{"gif", "image/gif"},
    MediaType{"webp", "image/webp"},
    MediaType{"avif", "image/avif"},
    MediaType{"ico", "image/vnd.microsoft.icon"},
    MediaType{"woff", "font/woff"},
    MediaType{"woff2", "font/woff2"},
    MediaType{"ttf", "font/ttf"},
    MediaType{"otf", "font/otf"},
    MediaType{"mp3", "audio/mpeg"},
    MediaType{"ogg", "audio/ogg"},
    MediaType{"mp4", "video/mp4"},
    MediaType{"webm", "video/webm"},
    MediaType{"ogv", "video/ogg"},
    MediaType{"pdf", "application/pdf"},
    MediaType{"zip", "application/zip"},
    MediaType{"epub", "application/epub+zip"},
    MediaType{"imscc", "application/zip"},
    MediaType{"rtf", "application/rtf"},
    MediaType{"odt", "application/vnd.oasis.opendocument.text"},
    MediaType{"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    MediaType{"odp", "application/vnd.oasis.opendocument.presentation"},
    MediaType{"doc", "application/msword"},
    MediaType{"xls", "application/vnd.ms-excel"},
    MediaType{"ppt", "application/vnd.ms-powerpoint"},
    MediaType{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    MediaType{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    MediaType{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view content_type(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name == "atom.xml") return feed_type;
  if (name.starts_with("opensearch.") && name.ends_with(".xml")) return search_description_type;
  const auto dot = name.rfind('.');
  std::string extension(dot == std::string_view::npos ? "" : name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(), lower);
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const MediaType& t) { return t.extension == extension; });
  return found == types.end() ? "application/octet-stream" : found->type;
}

std::span<const MediaType> media_types() {
  return types;
}

bool is_text(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || type.ends_with("+xml") || type.ends_with("/xml") || type.ends_with("json");
}

}  // namespace kronika
