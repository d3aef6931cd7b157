// The static API: files of JSON below /api/v1/. What stands in them is a contract, described by openapi.cc; a change
// that takes something away is a new version beside the old.
#pragma once

#include <string>

#include "generator/exports/export_site.h"

namespace kronika {

/// index.json: the site, the build's clock, and where to go on.
std::string api_index(const ExportSite& site);

/// collections.json: each collection with the number of its entries and its exports.
std::string api_collections(const ExportSite& site);

/// collections/NAME.json: the entries of one, in short.
std::string api_collection(std::size_t collection, const ExportSite& site);

/// collections/NAME/SLUG.json: the whole entry, with what refers to it, its text plain and as HTML.
std::string api_entry(const Page& page, const ExportSite& site);

/// vocabularies.json, and vocabularies/NAME.json with the terms of one.
std::string api_vocabularies(const ExportSite& site);
std::string api_vocabulary(std::size_t vocabulary, const ExportSite& site);

}  // namespace kronika
