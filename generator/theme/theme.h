// A theme: templates expanded, checked and compiled once; translations; assets; components.
#pragma once

#include <kainjow/mustache.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/schema.h"
#include "generator/core/diagnostics.h"
#include "generator/source/source.h"
#include "generator/theme/shape.h"

namespace kronika {

using TemplateData = kainjow::mustache::data;

/// How diagnostics name the files of the built-in theme, wherever it is installed: the path in Kronika's own
/// repository.
inline constexpr std::string_view builtin_theme_folder = "themes/default/";

/// A compiled template of one language. Rendering is thread-safe.
class Template {
 public:
  virtual ~Template() = default;
  /// Looks names up in `page` first, then in `site` (data that all pages share and that is not copied).
  /// A name that neither has, though the Shape promised it, is our bug: it renders as nothing in a release, and in a
  /// debug build std::logic_error tells the tag's place and the name.
  virtual std::string render(const TemplateData& site, const TemplateData& page) const = 0;
};

/// What the program makes for a component, from its fields (README, Themes): its template is given `svg`, `form` or
/// `film`.
enum class Draws { nothing, chart, tile_map, search_form, film };
inline bool is_drawing(Draws draws) {
  return draws == Draws::chart || draws == Draws::tile_map;
}

struct ThemeComponent {
  std::string name;
  Schema parameters;
  Place place = {};  // in theme.toml
  Draws draws = Draws::nothing;
};

struct ThemeAsset {
  std::string path;  // below assets/, e.g. "style.css"
  std::string bytes;
  std::string file = {};  // for places: "themes/portal/assets/style.css"
};

/// A text colour and what it stands on, which must differ enough: `[[contrast]]` of theme.toml. Names of custom
/// properties, without `--`.
struct ContrastPair {
  std::string text;
  std::vector<std::string> on;
  double least = 4.5;
  Place text_place = {}, on_place = {};  // in theme.toml
};

/// What load() checks templates against: the names that each kind of page gives. See shape.h.
struct TemplateKind {
  /// "page", "list", "home", "term", "search", "results", "not_found", "redirect", "pack", "print", "component/figure",
  /// "alert"; component/figure is drawn by templates/components/figure.html.
  std::string name;
  /// The collection's name, or ""; templates/VARIANT/NAME.html wins over templates/NAME.html.
  std::string variant;
  Shape shape;
};

class Theme {
 public:
  /// Loads the theme in `folder` of `site_source` ("" : only the built-in one). A theme's templates, texts, assets and
  /// components are laid over those of the built-in theme, file by file and text by text. For every kind × language the
  /// template is expanded (partials, inheritance, translations) and its names are checked. All mistakes are reported;
  /// those of theme.toml also by read_declarations(). Call diagnostics.checkpoint() before using the result.
  /// load() itself adds the name `assets` to every shape that has `site`: assets.style_css.url and .integrity for
  /// assets/style.css (asset_name below); a name under `assets` that is no asset is E0510.
  static Theme load(const Source& site_source, const std::string& folder, const Source& builtin,
                    const std::vector<std::string>& languages, const std::vector<TemplateKind>& kinds, Diagnostics&);

  /// The template of a kind of page; throws std::logic_error when load() was not given it.
  const Template& find(std::string_view kind, std::string_view variant, std::string_view language) const;

  /// The text of a template, expanded for one language but not compiled: what kronika-search is given.
  const std::string& expanded(std::string_view kind, std::string_view variant, std::string_view language) const;

  /// A text of i18n/LANGUAGE.toml without plural forms; reports nothing: "" when there is none (load() has checked the
  /// names that the engine itself needs).
  const std::string& text(std::string_view language, std::string_view key) const;

  const std::vector<ThemeAsset>& assets() const;  // sorted by path
  const std::vector<ThemeComponent>& components() const;
  const std::vector<std::string>& alerts() const;  // kinds, lower case

  Theme(Theme&&) noexcept;
  Theme& operator=(Theme&&) noexcept;
  ~Theme();

 private:
  struct Impl;
  explicit Theme(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

/// "style.css" → "style_css": the name of an asset in templates.
std::string asset_name(std::string_view path);

/// The components and alerts that a theme declares, read before load() (their shapes depend on them).
struct ThemeDeclarations {
  std::vector<ThemeComponent> components;
  std::vector<std::string> alerts;
  std::vector<ContrastPair> contrasts = {};
};
ThemeDeclarations read_declarations(const Source& site_source, const std::string& folder, const Source& builtin,
                                    Diagnostics&);

}  // namespace kronika
