// "Laid over" means file by file: a site's theme may be one template and a style sheet.
#include "generator/theme/layers.h"

#include "generator/config/text_file.h"

namespace kronika {
namespace {

struct FoundFile {
  const ThemeLayer* layer;
  std::string inner;  // templates/page.html
};

/// Files below `folder` by their path in it.
std::map<std::string, FoundFile> files_below(const std::vector<ThemeLayer>& layers, const std::string& folder,
                                             Diagnostics& diagnostics) {
  std::map<std::string, FoundFile> out;
  for (const ThemeLayer& layer : layers) {
    const std::string prefix = layer.folder + folder;
    for (const SourceFile& file : layer.source->files()) {
      if (!file.path.starts_with(prefix)) continue;
      const std::string inner = file.path.substr(layer.folder.size());
      if (file.kind == FileKind::regular) {
        out[file.path.substr(prefix.size())] = {&layer, inner};
      } else {
        diagnostics.report(file.kind == FileKind::symlink ? Code::symlink : Code::submodule, {layer.shown + inner, {}});
      }
    }
  }
  return out;
}

constexpr std::string_view extension = ".html";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

std::optional<std::string> ThemeLayer::read_text(const std::string& inner, Diagnostics& diagnostics) const {
  if (!has(inner)) return std::nullopt;
  std::string bytes = source->read(folder + inner);
  if (!text_of_file(bytes, shown + inner, diagnostics)) return std::nullopt;
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  return bytes;
}

std::vector<ThemeLayer> theme_layers(const Source& site_source, const std::string& folder, const Source& builtin,
                                     Diagnostics& diagnostics) {
  std::vector<ThemeLayer> layers{{&builtin, "", std::string(builtin_theme_folder)}};
  if (folder.empty()) return layers;
  const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
  ThemeLayer own{&site_source, prefix, prefix};
  if (own.has("theme.toml")) {
    layers.push_back(std::move(own));
  } else {
    diagnostics.report(Code::missing_theme, {"site.toml", {}}, {folder});
  }
  return layers;
}

std::vector<TemplateFile> read_templates(const std::vector<ThemeLayer>& layers, Diagnostics& diagnostics) {
  std::vector<TemplateFile> out;
  for (const auto& [path, found] : files_below(layers, "templates/", diagnostics)) {
    if (!path.ends_with(extension)) continue;
    auto text = found.layer->read_text(found.inner, diagnostics);
    if (!text) continue;
    out.push_back({path.substr(0, path.size() - extension.size()), found.layer->shown + found.inner, std::move(*text)});
  }
  return out;
}

std::vector<ThemeAsset> read_assets(const std::vector<ThemeLayer>& layers, Diagnostics& diagnostics) {
  std::vector<ThemeAsset> out;
  for (const auto& [path, found] : files_below(layers, "assets/", diagnostics)) {
    const ThemeLayer& layer = *found.layer;
    out.push_back({path, layer.source->read(layer.folder + found.inner), layer.shown + found.inner});
  }
  return out;
}

}  // namespace kronika
