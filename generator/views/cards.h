// An entry seen from elsewhere: on lists, on the home page, beside a related one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/views/view.h"

namespace kronika {

TemplateData card(const Page& page, const Views& views);
std::vector<TemplateData> cards(std::span<const PageId> pages, const Views& views);

/// Labels of the columns that the `cells` of a collection's cards stand in: `label` of each.
std::vector<TemplateData> card_columns(const CollectionConfig& collection, std::string_view language,
                                       const Views& views);

}  // namespace kronika
