// GeoJSON's properties are flat, since maps show them as they are; whoever needs types takes the JSON.
#include "generator/exports/collection_export.h"

#include <algorithm>

#include "generator/exports/typed.h"

namespace kronika {
namespace {

struct Bounds {
  double west = 180, south = 90, east = -180, north = -90;

  void add(const GeoPosition& position) {
    west = std::min(west, position.longitude);
    east = std::max(east, position.longitude);
    south = std::min(south, position.latitude);
    north = std::max(north, position.latitude);
  }
};

/// Longitude first.
Json coordinates(const GeoPosition& position) {
  return Json::array({position.longitude, position.latitude});
}

Json geometry(const std::vector<GeoPosition>& positions) {
  if (positions.size() == 1) return {{"type", "Point"}, {"coordinates", coordinates(positions.front())}};
  Json all = Json::array();
  for (const GeoPosition& each : positions) all.push_back(coordinates(each));
  return {{"type", "MultiPoint"}, {"coordinates", std::move(all)}};
}

/// Null for what has no plain form.
Json property(const FieldValue& value, const Field& field, const Page& page, const ExportSite& site) {
  switch (field.type) {
    case FieldType::boolean:
    case FieldType::integer:
    case FieldType::decimal:
      return typed_value(value, field, page, site);
    case FieldType::list:
    case FieldType::table:
    case FieldType::data:
    case FieldType::position:
    case FieldType::file:
    case FieldType::image:
      return {};
    case FieldType::choice:
      return display(value, field, site.model, page.language);
    case FieldType::reference: {
      const auto* reference = value.as<Reference>();
      return reference && reference->target ? Json(site.model.page(*reference->target).title) : Json();
    }
    default:
      return plain_value(value, field);
  }
}

Json feature(const Page& page, const std::vector<GeoPosition>& positions, const ExportSite& site) {
  Json properties = {{"title", page.title}, {"url", site.url(page.route)}, {"example", page.example}};
  const std::vector<Field>& fields = site.collection_of(page).schema.fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (page.fields[i].empty() || properties.contains(fields[i].name)) continue;
    Json value = property(page.fields[i], fields[i], page, site);
    if (!value.is_null()) properties[fields[i].name] = std::move(value);
  }
  return {{"type", "Feature"},
          {"id", id_of(page)},
          {"geometry", geometry(positions)},
          {"properties", std::move(properties)}};
}

}  // namespace

std::string collection_export(const Collection& collection, const Route& schema, const ExportSite& site) {
  Json about = collection_json(collection, site);
  about["schema"] = site.url(schema);
  Json entries = Json::array();
  for (const PageId id : collection.entries) entries.push_back(entry_json(site.model.page(id), site));
  return bytes_of({{"collection", std::move(about)},
                   {"generated", iso(site.model.now)},
                   {"licence", licence_json(site.config().data_licence)},
                   {"entries", std::move(entries)}});
}

std::string geojson(const Collection& collection, const ExportSite& site) {
  Json features = Json::array();
  Bounds bounds;
  for (const PageId id : collection.entries) {
    const Page& page = site.model.page(id);
    std::vector<GeoPosition> positions;
    visit_type(page, FieldType::position, site,
               [&](const FieldValue& value) { positions.push_back(*value.as<GeoPosition>()); });
    if (positions.empty()) continue;
    for (const GeoPosition& each : positions) bounds.add(each);
    features.push_back(feature(page, positions, site));
  }
  Json out = {{"type", "FeatureCollection"}};
  if (!features.empty()) out["bbox"] = {bounds.west, bounds.south, bounds.east, bounds.north};
  out["features"] = std::move(features);
  return bytes_of(out);
}

}  // namespace kronika
