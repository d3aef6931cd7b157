// Entries and their values with types, as exports and the API give them.
#pragma once

#include "generator/core/json.h"
#include "generator/exports/export_site.h"

namespace kronika {

/// Numbers and truths as such; days and times as texts (a time always with its offset); a list as an array, a table as
/// an array of objects; money {amount, currency}, a period {from, to}, a position {latitude, longitude}, a choice
/// {value, label}, a licence {id, name, url}, a file {url, name, size, media_type, sha256}, an entry that is referred
/// to {collection, slug, title, url}. Null: not given, or an entry that is not published.
Json typed_value(const FieldValue& value, const Field& field, const Page& page, const ExportSite& site);

/// id, slug, url, title, language, date, updated, summary, example, and all fields by name.
Json entry_json(const Page& page, const ExportSite& site);

/// {collection, slug, title, url}
Json reference_json(const Page& target, const ExportSite& site);

/// {id, name, url} of an SPDX identifier; null for "".
Json licence_json(std::string_view spdx);

/// A day, or a time with its offset.
Json moment_json(const std::optional<DateTime>& time, const TimeZone& zone);

/// What stands about a collection in exports and in the API: name, title, summary, url.
Json collection_json(const Collection& collection, const ExportSite& site);

}  // namespace kronika
