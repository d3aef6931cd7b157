// The file that the national open-data catalogue reads (namespace urn:otwarte-dane:harvester:1.13).
#pragma once

#include <string>
#include <vector>

#include "generator/catalogue/dataset.h"

namespace kronika {

/// Elements in the order of its schema; the root alone is in the namespace. Texts are in Polish, and in English where
/// they are written in it. Times are those of entries, so a build without changes gives the same bytes where its files
/// do.
std::string harvester_xml(const std::vector<Dataset>& datasets, const Views& views);

}  // namespace kronika
