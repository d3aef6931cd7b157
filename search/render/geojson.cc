// Positions are stored as people say them, latitude first; GeoJSON wants them as mathematicians do.
#include "search/render/geojson.h"

#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/render/json_writer.h"

namespace kronika {
namespace {

/// In degrees.
struct Position {
  double longitude = 0, latitude = 0;
};

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// "50.87,20.63"; nothing for what is no position.
std::optional<Position> parse_position(std::string_view stored) {
  const auto comma = stored.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto latitude = number(stored.substr(0, comma)), longitude = number(stored.substr(comma + 1));
  if (!latitude || !longitude) return std::nullopt;
  return Position{*longitude, *latitude};
}

/// With as many digits as tell it from its neighbours, so that 50.87 stays 50.87.
std::string digits(double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(std::begin(buffer), std::end(buffer), value);
  return {buffer, error == std::errc() ? end : buffer};
}

struct Place {
  std::vector<Position> positions;  // none: the result has no place
  bool is_list = false;
};

Place place_of(const SearchResult& result) {
  Place place;
  for (const SearchField& field : result.fields) {
    if (!field.is_position || !place.positions.empty()) continue;
    place.is_list = field.is_list;
    for (const std::string& value : field.values)
      if (const auto position = parse_position(value)) place.positions.push_back(*position);
  }
  return place;
}

void write_coordinates(JsonWriter& json, const Position& position) {
  json.open('[');
  json.raw(digits(position.longitude));
  json.raw(digits(position.latitude));
  json.close(']');
}

void write_geometry(JsonWriter& json, const Place& place) {
  json.open('{');
  json.member("type", place.is_list ? "MultiPoint" : "Point");
  json.key("coordinates");
  if (place.is_list) json.open('[');
  for (const Position& position : place.positions) write_coordinates(json, position);
  if (place.is_list) json.close(']');
  json.close('}');
}

void write_feature(JsonWriter& json, const SearchResult& result, const Place& place, const SearchConfig& config) {
  json.open('{');
  json.member("type", "Feature");
  json.key("geometry");
  write_geometry(json, place);
  json.key("properties");
  json.open('{');
  json.member("url", config.origin + result.url);
  json.member("title", result.title);
  json.member("collection", result.collection);
  json.key("fields");
  write_fields(json, result.fields);
  json.close('}');
  json.close('}');
}

}  // namespace

bool has_position(const SearchResult& result) {
  return !place_of(result).positions.empty();
}

std::string render_geojson(const SearchRequest& request, const SearchResults& results, const SearchConfig& config) {
  JsonWriter json;
  json.open('{');
  json.member("type", "FeatureCollection");
  if (request.as_of) write_as_of(json, *request.as_of);
  json.key("features");
  json.open('[');
  for (const SearchResult& result : results.results) {
    const Place place = place_of(result);
    if (!place.positions.empty()) write_feature(json, result, place, config);
  }
  json.close(']');
  json.close('}');
  return json.take() + "\n";
}

}  // namespace kronika
