// One template as its author wrote it, and where in it something stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/core/place.h"

namespace kronika {

struct TemplateFile {
  std::string name;  // "header", "lekcje/page": as tags name it
  std::string path;  // themes/portal/templates/header.html: as diagnostics name it
  std::string text;  // valid UTF-8, line ends as written
};

/// The place of `length` bytes at the byte `offset` of a file; a place ends with its line.
Place place_in(const TemplateFile& file, std::size_t offset, std::size_t length);

}  // namespace kronika
