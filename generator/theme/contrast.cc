// The formulas are those of WCAG 2.2, "relative luminance" and "contrast ratio".
#include "generator/theme/contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "generator/core/nearest.h"
#include "generator/theme/palette.h"

namespace kronika {
namespace {

constexpr int longest_chain = 16;  // of var(…)
constexpr auto nowhere = std::string_view::npos;

std::optional<Rgb> hexadecimal(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
  const std::size_t width = digits.size() / 3;
  std::array<double, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    int value = 0;
    const char* from = digits.data() + i * width;
    const auto [stop, error] = std::from_chars(from, from + width, value, 16);
    if (error != std::errc() || stop != from + width) return std::nullopt;
    parts[i] = width == 1 ? value * 17 : value;
  }
  return Rgb{parts[0], parts[1], parts[2]};
}

/// "12 34 56" or "12, 34, 56".
std::optional<Rgb> three_numbers(std::string_view text) {
  std::array<double, 3> parts{};
  for (double& part : parts) {
    text.remove_prefix(std::min(text.find_first_not_of(" ,"), text.size()));
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    if (error != std::errc() || part < 0 || part > 255) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  }
  return text.find_first_not_of(' ') == nowhere ? std::optional(Rgb{parts[0], parts[1], parts[2]}) : std::nullopt;
}

double linear(double part) {
  part /= 255;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const Rgb& colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// "dark" of "var(--dark)".
std::optional<std::string_view> reference(std::string_view value) {
  if (!value.starts_with("var(") || !value.ends_with(')')) return std::nullopt;
  value = value.substr(4, value.size() - 5);
  const auto name = value.find("--");
  if (name == nowhere || value.find(',') != nowhere) return std::nullopt;
  value.remove_prefix(name + 2);
  return value.substr(0, value.find(' '));
}

/// The properties as they are where one palette holds.
class Colours {
 public:
  Colours(const CssProperties& ground, const Palette* palette) : ground_(ground), palette_(palette) {}

  const CssProperty* find(std::string_view name) const {
    if (palette_) {
      const auto own = palette_->properties.find(name);
      if (own != palette_->properties.end()) return &own->second;
    }
    const auto found = ground_.find(name);
    return found == ground_.end() ? nullptr : &found->second;
  }

  /// The value at the end of all var(…): "" when it leads nowhere.
  std::string value(std::string_view name) const {
    const CssProperty* property = find(name);
    for (int step = 0; property && step < longest_chain; ++step) {
      const auto next = reference(property->value);
      if (!next) return property->value;
      property = find(*next);
    }
    return "";
  }

  std::string where() const {
    return palette_ ? both(fmt::format(" (in {})", palette_->name), fmt::format(" (w {})", palette_->name)) : "";
  }

 private:
  const CssProperties& ground_;
  const Palette* palette_;
};

class ContrastChecker {
 public:
  ContrastChecker(const Palettes& palettes, Diagnostics& diagnostics)
      : palettes_(palettes), diagnostics_(diagnostics) {}

  void check(const ContrastPair& pair) const {
    const Colours ground(palettes_.ground, nullptr);
    if (!is_known(pair.text, pair.text_place)) return;
    for (const std::string& on : pair.on) {
      if (!is_known(on, pair.on_place)) continue;
      check(pair, on, ground);
      for (const Palette& palette : palettes_.laid_over) {
        const Colours laid_over(palettes_.ground, &palette);
        const bool same =
            laid_over.value(pair.text) == ground.value(pair.text) && laid_over.value(on) == ground.value(on);
        if (!same) check(pair, on, laid_over);
      }
    }
  }

 private:
  bool is_known(const std::string& name, const Place& place) const {
    if (palettes_.ground.contains(name)) return true;
    std::vector<std::string> names;
    for (const auto& [known, property] : palettes_.ground) names.push_back(known);
    diagnostics_.report(Code::no_colour_property, place, {name}, nearest(name, names));
    return false;
  }

  std::optional<Rgb> colour(const std::string& name, const Place& place, const Colours& colours) const {
    const std::string value = colours.value(name);
    const auto parsed = parse_colour(value);
    const std::string shown = value.empty() ? colours.find(name)->value : value;
    if (!parsed) diagnostics_.report(Code::unreadable_colour, place, {name, shown, colours.where()});
    return parsed;
  }

  void check(const ContrastPair& pair, const std::string& on, const Colours& colours) const {
    const auto text = colour(pair.text, pair.text_place, colours);
    const auto ground = colour(on, pair.on_place, colours);
    if (!text || !ground) return;
    const double contrast = contrast_of(*text, *ground);
    if (contrast >= pair.least) return;
    diagnostics_.report(
        Code::low_contrast, colours.find(pair.text)->place,
        {pair.text, colours.value(pair.text), on, colours.value(on),
         fmt::format("{:.2f}", std::floor(contrast * 100) / 100), fmt::format("{:g}", pair.least), colours.where()});
  }

  const Palettes& palettes_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Rgb> parse_colour(std::string_view css) {
  if (css == "white") return Rgb{255, 255, 255};
  if (css == "black") return Rgb{0, 0, 0};
  if (css.starts_with('#')) return hexadecimal(css.substr(1));
  if (css.starts_with("rgb(") && css.ends_with(')')) return three_numbers(css.substr(4, css.size() - 5));
  return std::nullopt;
}

double contrast_of(const Rgb& one, const Rgb& other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

void check_contrast(const std::vector<ContrastPair>& pairs, const std::vector<ThemeAsset>& assets,
                    Diagnostics& diagnostics) {
  const auto is_builtin = [](const std::string& file) { return file.starts_with(builtin_theme_folder); };
  const bool builtin_in_use = std::any_of(assets.begin(), assets.end(), [&](const ThemeAsset& asset) {
    return asset.path.ends_with(".css") && is_builtin(asset.file);
  });
  const Palettes palettes = read_palettes(assets);
  const ContrastChecker checker(palettes, diagnostics);
  for (const ContrastPair& pair : pairs) {
    if (builtin_in_use || !is_builtin(pair.text_place.file)) checker.check(pair);
  }
}

}  // namespace kronika
