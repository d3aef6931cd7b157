// Whole collections as JSON and as GeoJSON.
#pragma once

#include <string>

#include "generator/exports/export_site.h"

namespace kronika {

/// {"collection": {…, "schema": its address}, "generated": the build's clock, "licence": …, "entries": [entry_json …]}
std::string collection_export(const Collection& collection, const Route& schema, const ExportSite& site);

/// A FeatureCollection (RFC 7946) of the entries with a position, with `bbox` where there are any. A field that is a
/// list of positions gives a MultiPoint. The properties are title, url, example, and the fields with single values as
/// texts, numbers and truths; choices under their labels.
std::string geojson(const Collection& collection, const ExportSite& site);

}  // namespace kronika
