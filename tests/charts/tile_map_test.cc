#include <doctest/doctest.h>

#include "tests/charts/drawn.h"

namespace kronika {
namespace {

TileMap map_with(std::vector<MapTile> tiles) {
  TileMap map;
  map.id = "m";
  map.title = "Map";
  map.language = "pl";
  map.words = test_words();
  map.tiles = std::move(tiles);
  return map;
}

std::string shades(const std::vector<std::optional<double>>& values) {
  std::vector<MapTile> tiles;
  for (std::size_t i = 0; i < values.size(); ++i)
    tiles.push_back({1, static_cast<int>(i) + 1, "x", "x", "", values[i]});
  return list(draw(map_with(std::move(tiles))), "<g class=\"tile tile-(\\d)\"");
}

std::string legend_of(const std::vector<std::optional<double>>& values) {
  std::vector<MapTile> tiles;
  for (const auto& value : values) tiles.push_back({1, static_cast<int>(tiles.size()) + 1, "x", "x", "", value});
  return list(draw(map_with(std::move(tiles))), "class=\"chart-label\"[^>]*>([^<]*)");
}

}  // namespace

TEST_CASE("tiles with pages are links with names, in the order of reading") {
  const std::string out = draw(map_with({{2, 1, "bus", "powiat buski", "/p/buski/", 7},
                                         {1, 2, "k", "Kielce & okolice", "/p/kielce/", 35014},
                                         {1, 1, "w", "wsie", "", {}}}));
  CHECK(list(out, "<svg [^>]*role=\"([^\"]*)\"") == "group");
  CHECK(list(out, "aria-label=\"([^\"]*)\"") ==
        "w –, wsie, no data k 35\u00A0014, Kielce &amp; okolice bus 7, powiat buski");
  CHECK(list(out, "<a [^>]*href=\"([^\"]*)\"") == "/p/kielce/ /p/buski/");
  CHECK(list(out, "class=\"tile-value\"[^>]*>([^<]*)") == "– 35\u00A0014 7");
  CHECK(list(out, "<desc[^>]*>([^<]*)") ==
        "Map. highest: Kielce &amp; okolice (35\u00A0014), lowest: powiat buski (7).");
  CHECK(out.find("style") == std::string::npos);
}

TEST_CASE("a map without links is one image") {
  CHECK(list(draw(map_with({{1, 1, "a", "a", "", 1}})), "<svg [^>]*role=\"([^\"]*)\"") == "img");
}

TEST_CASE("a map without values has only names, and says where they lead") {
  TileMap map = map_with({{1, 1, "bus", "powiat buski", "/p/buski/", {}}, {1, 2, "k", "Kielce", "", {}}});
  map.has_values = false;
  const std::string out = draw(map);
  CHECK(list(out, "aria-label=\"([^\"]*)\"") == "bus, powiat buski k, Kielce");
  CHECK(list(out, "<desc[^>]*>([^<]*)") == "Map. Tiles lead on.");
  CHECK(count(out, "tile-value") == 0);
  CHECK(count(out, "tile-legend") == 0);
  CHECK(list(out, "class=\"tile tile-(\\d)\"") == "1 0");
}

TEST_CASE("shades are classes between round numbers, and nothing has none") {
  CHECK(shades({0, 1, 5, 6, 10, 19, 20, {}}) == "0 1 1 2 2 4 4 0");
  CHECK(shades({1, 2, 3, 4, 5}) == "1 2 3 4 5");
  CHECK(shades({0, 0}) == "0 0");
  CHECK(shades({0.5, 2.4}) == "1 5");
  CHECK(shades({-10, 0, 10}) == "1 2 4");
}

TEST_CASE("the legend tells the classes") {
  CHECK(legend_of({1, 2, 3, 4, 5}) == "1 2 3 4 5");
  CHECK(legend_of({0, 7, 19, {}}) == "0 1–5 6–10 11–15 16–20 – no data");
  CHECK(legend_of({0.5, 2.4}) == "0–0,5 0,5–1 1–1,5 1,5–2 2–2,5");
  CHECK(legend_of({0}) == "0");
}

TEST_CASE("tiles keep inside the drawing, and begin at its corner wherever their rows begin") {
  std::vector<MapTile> tiles;
  for (int i = 1; i <= 12; ++i) tiles.push_back({i, i, "label", "name", "", 1});
  const std::string out = draw(map_with(tiles));
  for (const std::string& x : all(out, "class=\"tile-ground\" x=\"([^\"]*)\"")) {
    CHECK(std::stod(x) >= 0);
    CHECK(std::stod(x) <= 340);
  }
  const std::string moved = draw(map_with({{5, 7, "a", "a", "", 1}, {5, 8, "b", "b", "", 1}}));
  CHECK(all(moved, "class=\"tile-ground\" x=\"[^\"]*\" y=\"([^\"]*)\"").at(0) == "1");
  CHECK(list(draw(map_with({})), "class=\"chart-quiet\"[^>]*>([^<]*)") == "no data");
}

}  // namespace kronika
