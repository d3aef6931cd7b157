// Media types of the files that a site publishes.
#pragma once

#include <string_view>

namespace kronika {

/// The value of Content-Type for a file's name or path; text comes with its charset. Unknown names give
/// application/octet-stream, which browsers download.
std::string_view content_type(std::string_view path);

}  // namespace kronika
