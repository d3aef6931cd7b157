// Theme assets under names that change with their bytes, so that browsers may keep them for ever.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/core/route.h"
#include "generator/theme/theme.h"

namespace kronika {

struct PublishedAsset {
  std::string path;       // as the theme names it
  Route route;            // /assets/style.0123456789ab.css
  std::string bytes;      // url(…) in style sheets rewritten
  std::string integrity;  // sha384-…
};

/// Sorted by path. A url(…) in a style sheet that names another asset of the theme is rewritten to its published name;
/// data: URLs and fragments stay; anything else is reported (E0510).
std::vector<PublishedAsset> publish_assets(std::span<const ThemeAsset> assets, Diagnostics& diagnostics);

}  // namespace kronika
