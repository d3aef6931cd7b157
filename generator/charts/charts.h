// Charts and tile maps as SVG: values in, markup out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kronika {

/// As many as can be told apart by colour and pattern (markers and dashes, for lines).
inline constexpr std::size_t most_series = 6;
inline constexpr std::size_t most_parts = 6;
/// More are a table, not a chart.
inline constexpr std::size_t most_categories = 300;

/// What a drawing says by itself, in the language of its page.
struct ChartWords {
  std::string bars, lines, parts, map, map_links;  // what is drawn: "Bar chart"
  std::string categories;                          // "items", before their number
  std::string highest, lowest, total, no_data;
};

struct Series {
  std::string name;
  std::vector<std::optional<double>> values;  // parallel to Chart::categories; nothing: not known
};

enum class ChartKind { bars, lines, parts };

struct Chart {
  ChartKind kind = ChartKind::bars;
  std::string id;  // begins every id of the drawing, so that a page may have many
  std::string title;
  std::string description;  // "": highest, lowest and number are told
  std::string unit;         // "": none
  std::string language;
  std::vector<std::string> categories;
  std::vector<Series> series;
  ChartWords words;
};

/// Why it cannot be drawn, as an argument for Diagnostics (both()); "" when it can.
std::string why_not(const Chart& chart);

/// Two drawings of the same: for narrow columns, and (of the class chart-wide, not shown without a style sheet) for
/// wide ones. Colours are classes of the style sheet; without it the drawing is in one colour and still told apart. No
/// style attributes. The chart must be one that can be drawn.
std::string draw(const Chart& chart);

struct MapTile {
  int row = 1, column = 1;
  std::string label;  // short, on the tile
  std::string name;   // in full
  std::string url;    // "": leads nowhere
  std::optional<double> value;
};

struct TileMap {
  std::string id, title, description, unit, language;
  bool has_values = true;  // else the tiles are links alone
  std::vector<MapTile> tiles;
  ChartWords words;
};

/// Tiles in rows, read row by row; shaded in at most six classes with a legend, each with its value. Links have
/// accessible names: "Busko County: 7".
std::string draw(const TileMap& map);

/// At most two lines of what the values show: kind, number of categories, highest and lowest of each series.
std::string describe(const Chart& chart);
std::string describe(const TileMap& map);

}  // namespace kronika
