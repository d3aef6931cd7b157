// The catalogue in the words of DCAT-AP 3, as JSON-LD.
#pragma once

#include <string>
#include <vector>

#include "generator/catalogue/dataset.h"

namespace kronika {

/// One tree under the catalogue, with its own context: nothing needs to be fetched to read it.
std::string dcat_json_ld(const std::vector<Dataset>& datasets, const Views& views);

}  // namespace kronika
