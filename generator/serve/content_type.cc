// The preview answers with the types that a well-configured server gives, so that what works here works there.
#include "generator/serve/content_type.h"

#include <algorithm>
#include <array>
#include <string>

namespace kronika {
namespace {

struct Type {
  std::string_view extension, type;
};

constexpr std::array types = {
    Type{"html", "text/html; charset=utf-8"},
    Type{"css", "text/css; charset=utf-8"},
    Type{"js", "text/javascript; charset=utf-8"},
    Type{"mjs", "text/javascript; charset=utf-8"},
    Type{"txt", "text/plain; charset=utf-8"},
    Type{"md", "text/markdown; charset=utf-8"},
    Type{"csv", "text/csv; charset=utf-8"},
    Type{"ics", "text/calendar; charset=utf-8"},
    Type{"vcf", "text/vcard; charset=utf-8"},
    Type{"vtt", "text/vtt; charset=utf-8"},
    Type{"xml", "application/xml; charset=utf-8"},
    Type{"xsl", "application/xslt+xml; charset=utf-8"},
    Type{"atom", "application/atom+xml; charset=utf-8"},
    Type{"rss", "application/rss+xml; charset=utf-8"},
    Type{"json", "application/json"},
    Type{"jsonld", "application/ld+json"},
    Type{"geojson", "application/geo+json"},
    Type{"webmanifest", "application/manifest+json"},
    Type{"svg", "image/svg+xml"},
    Type{"png", "image/png"},
    Type{"jpg", "image/jpeg"},
    Type{"jpeg", "image/jpeg"},
    Type{"gif", "image/gif"},
    Type{"webp", "image/webp"},
    Type{"avif", "image/avif"},
    Type{"ico", "image/vnd.microsoft.icon"},
    Type{"woff", "font/woff"},
    Type{"woff2", "font/woff2"},
    Type{"ttf", "font/ttf"},
    Type{"otf", "font/otf"},
    Type{"mp3", "audio/mpeg"},
    Type{"ogg", "audio/ogg"},
    Type{"mp4", "video/mp4"},
    Type{"webm", "video/webm"},
    Type{"pdf", "application/pdf"},
    Type{"zip", "application/zip"},
    Type{"epub", "application/epub+zip"},
    Type{"rtf", "application/rtf"},
    Type{"odt", "application/vnd.oasis.opendocument.text"},
    Type{"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    Type{"odp", "application/vnd.oasis.opendocument.presentation"},
    Type{"doc", "application/msword"},
    Type{"xls", "application/vnd.ms-excel"},
    Type{"ppt", "application/vnd.ms-powerpoint"},
    Type{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Type{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Type{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view content_type(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name == "atom.xml") return "application/atom+xml; charset=utf-8";
  const auto dot = name.rfind('.');
  std::string extension(dot == std::string_view::npos ? "" : name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(), lower);
  const auto found = std::find_if(types.begin(), types.end(), [&](const Type& t) { return t.extension == extension; });
  return found == types.end() ? "application/octet-stream" : found->type;
}

}  // namespace kronika
