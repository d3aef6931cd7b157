// The little that the preview must know of a site even when its site.toml has mistakes.
#pragma once

#include <string>

#include "generator/core/report.h"
#include "generator/source/source.h"

namespace kronika {

struct SiteFacts {
  std::string base_path = "/";  // of base_url: "/" or "/path/"
  MessageLanguage language = MessageLanguage::english;
};

/// Reads [site] base_url and language; what cannot be read stays as in `known`. Reports nothing: the build does.
SiteFacts read_site_facts(const Source& source, const SiteFacts& known);

}  // namespace kronika
