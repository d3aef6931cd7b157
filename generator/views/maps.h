// Maps of tiles: of a vocabulary whose terms say where their tiles stand.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "generator/charts/charts.h"
#include "generator/views/values.h"
#include "generator/views/view.h"

namespace kronika {

/// What charts say by themselves, from the theme.
ChartWords chart_words(const Theme& theme, std::string_view language);

/// Everything but id, title and description: a tile for each term that has a place, which links to the term's page.
TileMap map_of(const Vocabulary& vocabulary, const ValueContext& context,
               const std::function<std::optional<double>(const Term&)>& value);

/// The map above a list of terms, with the number of entries of each; "" where the vocabulary has no tiles.
std::string terms_map(std::size_t vocabulary, const Views& views);

/// The map above a collection's list ([collections.NAME] map), with the number of its entries; "" where it has none.
std::string collection_map(const Collection& collection, const Views& views);

}  // namespace kronika
