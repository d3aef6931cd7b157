// An entry seen from elsewhere: on lists, on the home page, beside a related one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/views/view.h"

namespace kronika {

/// For readers of a language: a page in another one says so.
TemplateData card(const Page& page, std::string_view reader, const Views& views);
std::vector<TemplateData> cards(std::span<const PageId> pages, std::string_view reader, const Views& views);
/// Likewise, of pages that have a version in the reader's language that one.
std::vector<TemplateData> translated_cards(std::span<const PageId> pages, std::string_view reader, const Views& views);

/// Labels of the columns that the `cells` of a collection's cards stand in: `label` of each.
std::vector<TemplateData> card_columns(const CollectionConfig& collection, std::string_view language,
                                       const Views& views);

}  // namespace kronika
