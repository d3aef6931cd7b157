// Descriptions of exported entries (JSON Schema 2020-12), made from the site's own schema.
#pragma once

#include "generator/core/json.h"
#include "generator/exports/export_site.h"

namespace kronika {

/// An entry as entry_json gives it. Every member is always there; one that may be null says so.
Json entry_schema(const CollectionConfig& collection, const ExportSite& site);

/// A whole file as collection_export gives it, with `$schema` and, as `$id`, its own address.
Json collection_schema(const Collection& collection, const Route& self, const ExportSite& site);

/// {"type": "object"} with these members, all of them required. Others may come with a later version.
Json object_schema(Json properties);

/// A schema that null fits too.
Json nullable(Json schema);

/// What licence_json and reference_json give.
Json licence_schema();
Json reference_schema();
/// What moment_json gives.
Json moment_schema();

}  // namespace kronika
