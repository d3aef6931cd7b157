// The built-in theme and the site's own theme laid over it, as one set of files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/source/source.h"
#include "generator/theme/template_file.h"
#include "generator/theme/theme.h"

namespace kronika {

/// One theme: a folder of a source.
struct ThemeLayer {
  const Source* source = nullptr;
  std::string folder;  // in the source: "" or "themes/portal/"
  std::string shown;   // in diagnostics: "themes/portal/"

  bool has(const std::string& inner) const { return source->find(folder + inner) != nullptr; }
  /// A text file without BOM, or nothing when there is none or when it is no text (reported). Line ends as in the file.
  std::optional<std::string> read_text(const std::string& inner, Diagnostics& diagnostics) const;
};

/// The built-in theme first; then the site's, when `folder` is not "". A folder without theme.toml is reported (E0509).
std::vector<ThemeLayer> theme_layers(const Source& site_source, const std::string& folder, const Source& builtin,
                                     Diagnostics& diagnostics);

/// templates/**.html, the last layer's where several have one name. Symbolic links are reported.
std::vector<TemplateFile> read_templates(const std::vector<ThemeLayer>& layers, Diagnostics& diagnostics);

/// assets/**, likewise; sorted by path.
std::vector<ThemeAsset> read_assets(const std::vector<ThemeLayer>& layers, Diagnostics& diagnostics);

}  // namespace kronika
