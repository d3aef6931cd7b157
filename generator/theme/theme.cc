// Loads a theme in passes: files, texts, templates, then every kind of page in every language. A mistake in a partial
// is met once for each kind that includes it, and reported once.
#include "generator/theme/theme.h"

#include <array>
#include <set>
#include <stdexcept>
#include <tuple>

#include "generator/theme/binding.h"
#include "generator/theme/compiled.h"
#include "generator/theme/expander.h"
#include "generator/theme/layers.h"
#include "generator/theme/library.h"

namespace kronika {
namespace {

/// Texts that no template asks for, but the program.
constexpr std::array engine_texts = {"back_to_text",       "chart_bars",       "chart_highest",   "chart_items",
                                     "chart_lines",        "chart_lowest",     "chart_no_data",   "chart_parts",
                                     "chart_total",        "facet_collection", "footnotes_title", "home",
                                     "map_entries",        "map_links",        "map_tiles",       "no",
                                     "not_translated",     "not_found_title",  "page_path",       "page_word",
                                     "pack_accessibility", "pack_address",     "pack_contents",   "pack_date",
                                     "pack_files",         "pack_licence",     "print_path",      "print_title",
                                     "search_title",       "task_done",        "task_open",       "yes"};

/// What a page of a kind and language is made with; the key is the kind, the variant, the language.
struct Entry {
  std::string expanded;
  std::unique_ptr<Template> compiled;  // nothing when it has mistakes
};
using EntryKey = std::tuple<std::string, std::string, std::string>;
using Entries = std::map<EntryKey, Entry, std::less<>>;

std::vector<Translations> read_translations(const std::vector<ThemeLayer>& layers,
                                            const std::vector<std::string>& languages, Diagnostics& diagnostics) {
  std::vector<Translations> out;
  for (const std::string& language : languages) {
    // What a language lacks is said in the site's own, the first.
    Translations texts = out.empty() ? Translations(language) : out.front().as(language);
    const std::string inner = "i18n/" + language + ".toml";
    bool found = false;
    for (const ThemeLayer& layer : layers) {
      found = found || layer.has(inner);
      if (const auto toml = layer.read_text(inner, diagnostics)) texts.read(*toml, layer.shown + inner, diagnostics);
    }
    if (!found && out.empty()) {
      diagnostics.report(Code::missing_language, {layers.back().shown + "theme.toml", {}}, {language});
      continue;
    }
    for (const char* key : engine_texts) {
      if (texts.find(key)) continue;
      diagnostics.report(Code::unknown_translation, {layers.back().shown + inner, {}}, {key, language});
    }
    out.push_back(std::move(texts));
  }
  return out;
}

Shape asset_shape(const std::vector<ThemeAsset>& assets) {
  Shape shape;
  for (const ThemeAsset& asset : assets) shape.add(asset_name(asset.path), Shape().texts("url integrity"));
  return shape;
}

constexpr std::string_view component_prefix = "component/";

std::string base_template(const TemplateKind& kind) {
  if (!kind.name.starts_with(component_prefix)) return kind.name;
  return "components/" + kind.name.substr(component_prefix.size());
}

std::string template_name(const TemplateKind& kind, const TemplateLibrary& library) {
  const std::string base = base_template(kind);
  const std::string special = kind.variant + "/" + base;
  return !kind.variant.empty() && library.has(special) ? special : base;
}

/// Who gives the names, for messages.
std::string giver(const TemplateKind& kind) {
  if (kind.name.starts_with(component_prefix)) {
    const std::string name = kind.name.substr(component_prefix.size());
    return both("the component '" + name + "'", "komponent „" + name + "”");
  }
  if (kind.variant.empty()) {
    return both("a page of the kind '" + kind.name + "'", "strona rodzaju „" + kind.name + "”");
  }
  return both("a page of the kind '" + kind.name + "' in the collection '" + kind.variant + "'",
              "strona rodzaju „" + kind.name + "” w kolekcji „" + kind.variant + "”");
}

/// Passes on what has not been said of the same place before, whichever kind of page met it.
class OncePerPlace {
 public:
  explicit OncePerPlace(Diagnostics& target) : target_(target) {}

  void pass_on(const Diagnostics& found) {
    for (Diagnostic& diagnostic : found.sorted()) {
      const std::string language = diagnostic.code == Code::unknown_translation ? diagnostic.arguments.at(1) : "";
      const Span& span = diagnostic.place.span;
      const bool first = seen_
                             .emplace(diagnostic.place.file, span.line, span.column, diagnostic.code,
                                      diagnostic.arguments.at(0), language)
                             .second;
      if (!first) continue;
      target_.report(diagnostic.code, std::move(diagnostic.place), std::move(diagnostic.arguments),
                     std::move(diagnostic.suggestion));
    }
  }

 private:
  Diagnostics& target_;
  std::set<std::tuple<std::string, int, int, Code, std::string, std::string>> seen_;
};

struct Workshop {
  const TemplateLibrary& library;
  const std::vector<Translations>& translations;
  const Shape assets;
  OncePerPlace reporter;
  Entries& entries;

  void make(const TemplateKind& kind) {
    const std::string name = template_name(kind, library);
    Shape shape = kind.shape;
    if (shape.find("site")) shape.add("assets", assets);
    for (const Translations& texts : translations) {
      Diagnostics found;
      const std::vector<Piece> pieces = expand(library, name, texts, found);
      const std::vector<Binding> bindings = bind_names(pieces, shape, giver(kind), found);
      Entry& entry = entries[{kind.name, kind.variant, texts.language()}];
      entry.expanded = to_mustache(pieces);
      if (found.errors() == 0) entry.compiled = compile(pieces, bindings);
      reporter.pass_on(found);
    }
  }
};

Place place_of(const TemplateKind& kind, const ThemeDeclarations& declarations, const ThemeLayer& layer) {
  for (const ThemeComponent& component : declarations.components) {
    if (kind.name == std::string(component_prefix) + component.name) return component.place;
  }
  return {layer.shown + "theme.toml", {}};
}

}  // namespace

struct Theme::Impl {
  ThemeDeclarations declarations;
  std::vector<ThemeAsset> assets;
  std::vector<Translations> translations;
  Entries entries;
  std::string no_text;

  const Entry& entry(std::string_view kind, std::string_view variant, std::string_view language) const {
    const auto found = entries.find(EntryKey(kind, variant, language));
    if (found != entries.end()) return found->second;
    throw std::logic_error("the theme was not loaded for " + std::string(kind) + " " + std::string(variant) + " " +
                           std::string(language));
  }
};

Theme::Theme(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Theme::Theme(Theme&&) noexcept = default;
Theme& Theme::operator=(Theme&&) noexcept = default;
Theme::~Theme() = default;

Theme Theme::load(const Source& site_source, const std::string& folder, const Source& builtin,
                  const std::vector<std::string>& languages, const std::vector<TemplateKind>& kinds,
                  Diagnostics& diagnostics) {
  auto impl = std::make_unique<Impl>();
  const std::vector<ThemeLayer> layers = theme_layers(site_source, folder, builtin, diagnostics);
  impl->declarations = read_declarations(site_source, folder, builtin, diagnostics);
  impl->assets = read_assets(layers, diagnostics);
  impl->translations = read_translations(layers, languages, diagnostics);
  const TemplateLibrary library(read_templates(layers, diagnostics), diagnostics);
  Workshop workshop{library, impl->translations, asset_shape(impl->assets), OncePerPlace(diagnostics), impl->entries};
  for (const TemplateKind& kind : kinds) {
    if (library.has(template_name(kind, library))) {
      workshop.make(kind);
    } else {
      diagnostics.report(Code::missing_template, place_of(kind, impl->declarations, layers.back()),
                         {base_template(kind)}, library.nearest_to(base_template(kind)));
    }
  }
  return Theme(std::move(impl));
}

const Template& Theme::find(std::string_view kind, std::string_view variant, std::string_view language) const {
  const Entry& entry = impl_->entry(kind, variant, language);
  if (!entry.compiled) throw std::logic_error("the template " + std::string(kind) + " has mistakes");
  return *entry.compiled;
}

const std::string& Theme::expanded(std::string_view kind, std::string_view variant, std::string_view language) const {
  return impl_->entry(kind, variant, language).expanded;
}

const std::string& Theme::text(std::string_view language, std::string_view key) const {
  for (const Translations& texts : impl_->translations) {
    if (texts.language() != language) continue;
    const Translation* found = texts.find(key);
    return found ? found->plain : impl_->no_text;
  }
  return impl_->no_text;
}

const std::vector<ThemeAsset>& Theme::assets() const {
  return impl_->assets;
}
const std::vector<ThemeComponent>& Theme::components() const {
  return impl_->declarations.components;
}
const std::vector<std::string>& Theme::alerts() const {
  return impl_->declarations.alerts;
}

}  // namespace kronika
