// What a chart shows, in words, for those who do not see it. Phrases with colons need no grammar of numbers.
#include <fmt/format.h>

#include "generator/charts/charts.h"
#include "generator/charts/numbers.h"

namespace kronika {
namespace {

struct Named {
  const std::string* name = nullptr;
  double value = 0;
};

struct Extremes {
  Named highest, lowest;

  void add(const std::string& name, double value) {
    if (!highest.name || value > highest.value) highest = {&name, value};
    if (!lowest.name || value < lowest.value) lowest = {&name, value};
  }
};

std::string told(const Named& what, std::string_view language) {
  return *what.name + " (" + shown_number(what.value, language) + ")";
}

/// "highest: a (7), lowest: b (1)"
std::string told(const Extremes& extremes, const ChartWords& words, std::string_view language) {
  if (!extremes.highest.name) return words.no_data;
  return words.highest + ": " + told(extremes.highest, language) + ", " + words.lowest + ": " +
         told(extremes.lowest, language);
}

std::string with_unit(const std::string& name, const std::string& unit) {
  return unit.empty() || unit == name ? name : name + " (" + unit + ")";
}

const std::string& kind_of(const Chart& chart) {
  switch (chart.kind) {
    case ChartKind::bars:
      return chart.words.bars;
    case ChartKind::lines:
      return chart.words.lines;
    case ChartKind::parts:
      break;
  }
  return chart.words.parts;
}

}  // namespace

std::string describe(const Chart& chart) {
  std::string out = fmt::format("{}, {}: {}.", kind_of(chart), chart.words.categories, chart.categories.size());
  for (const Series& series : chart.series) {
    Extremes extremes;
    double total = 0;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (!series.values[i]) continue;
      extremes.add(chart.categories[i], *series.values[i]);
      total += *series.values[i];
    }
    out += " " + with_unit(series.name, chart.unit) + " – " + told(extremes, chart.words, chart.language);
    if (chart.kind == ChartKind::parts) out += ", " + chart.words.total + ": " + shown_number(total, chart.language);
    out += ".";
  }
  return out;
}

std::string describe(const TileMap& map) {
  std::string out = map.words.map + ".";
  if (!map.has_values) return out + " " + map.words.map_links + ".";
  Extremes extremes;
  for (const MapTile& tile : map.tiles) {
    if (tile.value) extremes.add(tile.name, *tile.value);
  }
  std::string values = told(extremes, map.words, map.language);
  return out + " " + (map.unit.empty() ? values : map.unit + " – " + values) + ".";
}

}  // namespace kronika
