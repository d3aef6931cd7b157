// Media types of the files that a site publishes.
#pragma once

#include <span>
#include <string_view>

namespace kronika {

/// The value of Content-Type for a file's name or path; text comes with its charset. Unknown names give
/// application/octet-stream, which browsers download.
std::string_view content_type(std::string_view path);

struct MediaType {
  std::string_view extension, type;  // "css", "text/css; charset=utf-8"
};
/// All that are known by the ending of a name.
std::span<const MediaType> media_types();

/// The type of a feed, whose name `atom.xml` says more than its ending.
inline constexpr std::string_view feed_type = "application/atom+xml; charset=utf-8";

/// The type of a description of the search: `opensearch.xml`, `opensearch.en.xml`.
inline constexpr std::string_view search_description_type = "application/opensearchdescription+xml; charset=utf-8";

/// Is a file of this type text, so that it gets much smaller by compression?
bool is_text(std::string_view content_type);

}  // namespace kronika
