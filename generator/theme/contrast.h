// Whether the colours of a theme can be told apart, by the relative luminance of WCAG 2.2.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "generator/theme/theme.h"

namespace kronika {

/// Red, green and blue from 0 to 255.
struct Rgb {
  double red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};

/// #rgb, #rrggbb, rgb(r g b), rgb(r, g, b), white, black; nothing for anything else, half-transparent colours included.
std::optional<Rgb> parse_colour(std::string_view css);

/// From 1 (the same) to 21 (black on white), whichever is the darker.
double contrast_of(const Rgb& one, const Rgb& other);

/// Computes every pair on the ground and in every palette of the theme's style sheets. Reports those under their least
/// at the text's colour (E0512), properties that are not set (E0513) at their line of theme.toml, and values that are
/// no colour (E0514) at the pair's line. Pairs of the built-in theme hold as long as a style sheet of it is in use.
void check_contrast(const std::vector<ContrastPair>& pairs, const std::vector<ThemeAsset>& assets, Diagnostics&);

}  // namespace kronika
