// The catalogue's page, for people and for search engines.
#pragma once

#include <vector>

#include "generator/catalogue/dataset.h"

namespace kronika {

TemplateData catalogue_view(const std::vector<Dataset>& datasets, const Views& views);

}  // namespace kronika
