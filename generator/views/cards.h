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

/// Fills `columns`, in which the `cells` of a collection's cards stand, with the `label` of each, and what is `widest`
/// in it beside that; `title_widest` is that of the cards' titles.
void fill_card_columns(TemplateData& data, const CollectionConfig& collection, std::string_view language,
                       const Views& views);

}  // namespace kronika
