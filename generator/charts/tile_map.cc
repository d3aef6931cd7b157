// A map of equal tiles, one a region: each can be read and hit, however small its land is. A value is always printed on
// its tile; the shade only helps the eye.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "generator/charts/kinds.h"
#include "generator/charts/numbers.h"
#include "generator/charts/svg.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr double map_width = 340;
constexpr double gap = 4;
constexpr double widest_tile = 78, tile_ratio = 0.8;
constexpr double least_height = 44;  // two lines, and a target for a thumb
constexpr double middle_to_baseline = 4.5;
constexpr int classes = 5;

/// Shades: 0 for nothing (no data, or a count of zero), then 1 … from the lowest class.
class Shades {
 public:
  explicit Shades(const TileMap& map) : language_(map.language) {
    Range range;
    for (const MapTile& tile : map.tiles) {
      if (!tile.value) {
        has_unknown = true;
      } else if (*tile.value == 0) {
        has_zero = true;
      } else {
        range.add(*tile.value);
      }
      whole_ = whole_ && (!tile.value || is_whole(*tile.value));
    }
    if (range.is_empty) return;
    counts_ = range.least > 0;
    has_zero = has_zero && counts_;
    scale_ = round_scale(counts_ ? 0 : range.least, range.most, counts_ ? classes : classes - 1);
    used = true;
  }

  int of(const std::optional<double>& value) const {
    if (!value || !used || (counts_ && *value == 0)) return 0;
    const double step = (*value - scale_.low) / scale_.step;
    return std::clamp(static_cast<int>(std::ceil(step - 1e-9)), 1, scale_.steps());
  }

  int count() const { return used ? scale_.steps() : 0; }

  /// "1–4" of whole numbers, "2–2,5" of others.
  std::string range(int shade) const {
    double from = scale_.tick(shade - 1);
    const double to = scale_.tick(shade);
    if (whole_ && (counts_ || shade > 1)) from += 1;
    const std::string last = shown_number(to, language_);
    return from == to ? last : shown_number(from, language_) + "–" + last;
  }

  bool has_zero = false, has_unknown = false, used = false;

 private:
  const std::string& language_;
  bool whole_ = true;
  bool counts_ = true;
  Scale scale_;
};

class MapDrawing {
 public:
  explicit MapDrawing(const TileMap& map) : map_(map), shades_(map), tiles_(map.tiles) {
    std::stable_sort(tiles_.begin(), tiles_.end(), [](const MapTile& a, const MapTile& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    int first_column = tiles_.empty() ? 1 : tiles_.front().column, last_column = 1;
    for (const MapTile& tile : tiles_) {
      first_column = std::min(first_column, tile.column);
      last_column = std::max(last_column, tile.column);
    }
    first_column_ = first_column;
    first_row_ = tiles_.empty() ? 1 : tiles_.front().row;
    const int columns = std::max(1, last_column - first_column + 1);
    width_ = std::min(widest_tile, (map_width - gap * (columns - 1)) / columns);
    height_ = std::max(least_height, width_ * tile_ratio);
    left_ = (map_width - columns * width_ - gap * (columns - 1)) / 2;
  }

  std::string draw() {
    bool linked = false;
    double bottom = 0;
    for (const MapTile& tile : tiles_) {
      draw_tile(tile);
      linked = linked || !tile.url.empty();
      bottom = std::max(bottom, y_of(tile) + height_);
    }
    if (tiles_.empty()) {
      canvas_.text(map_width / 2, 30, Anchor::middle, "chart-quiet", map_.words.no_data);
      bottom = 48;
    }
    if (map_.has_values && !tiles_.empty()) bottom = draw_legend(bottom + 14);
    Frame frame{map_.id, "chart-drawing tile-map", map_.title,
                map_.description.empty() ? describe(map_) : map_.description};
    if (linked) frame.attributes = " role=\"group\"";  // an image would hide its links
    frame.width = map_width;
    frame.height = bottom + 1;
    return framed(frame, canvas_.take());
  }

 private:
  double x_of(const MapTile& tile) const { return left_ + (tile.column - first_column_) * (width_ + gap); }
  double y_of(const MapTile& tile) const { return 1 + (tile.row - first_row_) * (height_ + gap); }

  std::string shown(const MapTile& tile) const { return tile.value ? shown_number(*tile.value, map_.language) : "–"; }

  Label label_of(const MapTile& tile) const { return fit(tile.label, width_ - 2, small_size, 1); }

  /// "Busko 7, Busko County": begins with the words that are seen, so that who speaks to the device can say them
  /// (WCAG 2.2, 2.5.3), and then says what they are short for.
  std::string name_of(const MapTile& tile) const {
    std::string out;
    for (const std::string& line : label_of(tile).lines) out += (out.empty() ? "" : " ") + line;
    const bool is_short = out != tile.name;
    if (map_.has_values) out += " " + shown(tile);
    if (is_short) out += ", " + tile.name;
    if (map_.has_values && !tile.value) out += ", " + map_.words.no_data;
    return out;
  }

  void draw_tile(const MapTile& tile) {
    const int shade = map_.has_values ? shades_.of(tile.value) : tile.url.empty() ? 0 : 1;
    const std::string css = fmt::format("tile tile-{}", shade);
    const std::string name = escape_html(name_of(tile));
    const bool linked = !tile.url.empty();
    canvas_.raw(linked
                    ? fmt::format("<a class=\"{}\" href=\"{}\" aria-label=\"{}\">\n", css, escape_html(tile.url), name)
                    : fmt::format("<g class=\"{}\" role=\"img\" aria-label=\"{}\">\n", css, name));
    const double x = x_of(tile), y = y_of(tile), centre = x + width_ / 2, middle = y + height_ / 2;
    canvas_.rect(x, y, width_, height_, "tile-ground", "none");
    Label label = label_of(tile);
    label.cut = false;  // the tile's own title says it in full
    if (map_.has_values) {
      canvas_.label(centre, middle - 4, Anchor::middle, "tile-text", label, small_size);
      canvas_.text(centre, middle + 14, Anchor::middle, "tile-value", shown(tile), 15);
    } else {
      canvas_.label(centre, middle + middle_to_baseline, Anchor::middle, "tile-text", label, small_size);
    }
    canvas_.raw(linked ? "</a>\n" : "</g>\n");
  }

  /// Gives where it ends.
  double draw_legend(double top) {
    std::vector<std::pair<int, std::string>> signs;
    if (shades_.has_zero) signs.emplace_back(0, "0");
    for (int i = 1; i <= shades_.count(); ++i) signs.emplace_back(i, shades_.range(i));
    if (shades_.has_unknown) signs.emplace_back(0, "– " + map_.words.no_data);
    canvas_.raw("<g class=\"tile-legend\">\n");
    if (!map_.unit.empty()) {
      canvas_.text(0, top + small_size, Anchor::start, "chart-quiet", map_.unit, small_size);
      top += small_size + 6;
    }
    std::vector<std::string> texts;
    for (const auto& [shade, text] : signs) texts.push_back(text);
    const Legend placed = legend(texts, map_width);
    for (std::size_t i = 0; i < signs.size(); ++i) {
      const Legend::Place& place = placed.places[i];
      canvas_.raw(fmt::format("<g class=\"tile-{}\">", signs[i].first));
      canvas_.rect(place.x + 1, top + place.y - 7, 20, 14, "tile-ground", "none");
      canvas_.raw("</g>\n");
      canvas_.label(place.x + Legend::sign_width, top + place.y + middle_to_baseline, Anchor::start, "chart-label",
                    place.label, small_size);
    }
    canvas_.raw("</g>\n");
    return top + placed.height;
  }

  const TileMap& map_;
  const Shades shades_;
  std::vector<MapTile> tiles_;
  int first_column_ = 1, first_row_ = 1;
  double width_ = 0, height_ = 0, left_ = 0;
  Canvas canvas_;
};

}  // namespace

std::string draw(const TileMap& map) {
  return MapDrawing(map).draw();
}

}  // namespace kronika
