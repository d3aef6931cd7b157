// theme.toml: the components and alerts that a theme adds to Markdown.
#include <fmt/format.h>

#include <algorithm>

#include "generator/config/text_file.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"
#include "generator/theme/layers.h"
#include "generator/theme/theme.h"

namespace kronika {
namespace {

constexpr double highest_contrast = 21;  // black on white

Draws read_draws(TableReader& reader, Diagnostics& diagnostics) {
  const auto written = reader.text("draws");
  if (!written) return Draws::nothing;
  if (*written == "chart") return Draws::chart;
  if (*written == "tile_map") return Draws::tile_map;
  if (*written == "search_form") return Draws::search_form;
  if (*written == "film") return Draws::film;
  diagnostics.report(Code::setting_value, reader.place("draws"),
                     {*written, "draws",
                      both("the program makes a \"chart\", a \"tile_map\", a \"search_form\" or a \"film\"",
                           "program tworzy \"chart\", \"tile_map\", \"search_form\" albo \"film\"")},
                     nearest(*written, std::vector<std::string>{"chart", "tile_map", "search_form", "film"}));
  return Draws::nothing;
}

/// What nothing can be drawn without.
void check_drawn_fields(const ThemeComponent& component, const std::string& section, Diagnostics& diagnostics) {
  const auto need = [&](const char* name) {
    if (component.parameters.find(name)) return;
    diagnostics.report(Code::missing_setting, component.place, {name, section + ".fields"});
  };
  if (is_drawing(component.draws)) need("title");
  if (component.draws == Draws::chart) need("data");
  if (component.draws == Draws::film) need("file"), need("captions");
}

void read_component(const RawEntry& entry, const std::string& file, ThemeDeclarations& out, Diagnostics& diagnostics) {
  const std::string section = "components." + entry.key;
  const auto* table = entry.value.as<RawTable>();
  if (!table) {
    diagnostics.report(Code::setting_type, {file, entry.value.span},
                       {entry.key, both("a table", "tabela"), kind_name(entry.value)});
    return;
  }
  TableReader reader(*table, file, section, diagnostics);
  ThemeComponent component{entry.key, {}, {file, entry.key_span}};
  component.draws = read_draws(reader, diagnostics);
  if (const RawTable* fields = reader.table("fields")) {
    component.parameters = read_schema(*fields, file, section + ".fields", diagnostics);
  }
  reader.finish();
  check_drawn_fields(component, section, diagnostics);
  const auto same = std::find_if(out.components.begin(), out.components.end(),
                                 [&entry](const ThemeComponent& known) { return known.name == entry.key; });
  if (same != out.components.end()) {
    *same = std::move(component);
  } else {
    out.components.push_back(std::move(component));
  }
}

void read_contrast(const RawTable& table, const std::string& file, ThemeDeclarations& out, Diagnostics& diagnostics) {
  TableReader reader(table, file, "contrast", diagnostics);
  ContrastPair pair;
  pair.text = reader.required_text("text");
  pair.text_place = reader.place("text");
  pair.on = reader.text_or_texts("on").value_or(std::vector<std::string>());
  pair.on_place = reader.place("on");
  if (!table.find("on")) reader.required_text("on");
  pair.least = reader.number("least").value_or(pair.least);
  if (pair.least < 1 || pair.least > highest_contrast) {
    diagnostics.report(Code::setting_value, reader.place("least"),
                       {fmt::format("{:g}", pair.least), "least", bounds(1, highest_contrast)});
  }
  reader.finish();
  if (!pair.text.empty()) out.contrasts.push_back(std::move(pair));
}

void read_layer(const ThemeLayer& layer, ThemeDeclarations& out, Diagnostics& diagnostics) {
  const std::string file = layer.shown + "theme.toml";
  const auto text = layer.read_text("theme.toml", diagnostics);
  const auto table = text ? parse_toml(*text, file, 1, diagnostics) : std::nullopt;
  if (!table) return;
  TableReader reader(*table, file, "theme.toml", diagnostics);
  reader.text("title");
  for (std::string& alert : reader.texts("alerts").value_or(std::vector<std::string>())) {
    const bool known = std::find(out.alerts.begin(), out.alerts.end(), alert) != out.alerts.end();
    if (!known) out.alerts.push_back(std::move(alert));
  }
  if (const RawTable* components = reader.table("components")) {
    for (const RawEntry& entry : components->entries) read_component(entry, file, out, diagnostics);
  }
  for (const RawTable* contrast : reader.tables("contrast")) read_contrast(*contrast, file, out, diagnostics);
  reader.finish();
}

}  // namespace

ThemeDeclarations read_declarations(const Source& site_source, const std::string& folder, const Source& builtin,
                                    Diagnostics& diagnostics) {
  ThemeDeclarations out;
  for (const ThemeLayer& layer : theme_layers(site_source, folder, builtin, diagnostics)) {
    read_layer(layer, out, diagnostics);
  }
  return out;
}

}  // namespace kronika
