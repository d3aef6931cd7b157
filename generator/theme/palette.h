// The custom properties of a theme's style sheets: those that always hold, and those that are laid over them for dark
// screens, for more contrast, or by an attribute of the page.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/theme/theme.h"

namespace kronika {

struct CssProperty {
  std::string value;  // as written, trimmed, without comments
  Place place;        // of its name
};
using CssProperties = std::map<std::string, CssProperty, std::less<>>;  // names without "--"; the last one holds

/// A palette laid over the ground.
struct Palette {
  std::string name;  // "@media (prefers-color-scheme: dark)", ":root[data-theme=dark]", or both
  CssProperties properties;
};

struct Palettes {
  CssProperties ground;            // of plain `:root` and `html` rules outside @media
  std::vector<Palette> laid_over;  // in the order of the style sheets, each name once
};

/// Reads every style sheet of the theme, those of the built-in theme first. Rules for `:root` or `html` with something
/// more (an attribute, :not(…)), or inside @media, are palettes; those for forced-colors are left out, as the reader's
/// system chooses there. @supports and @layer count as if they were not there.
Palettes read_palettes(const std::vector<ThemeAsset>& assets);

}  // namespace kronika
