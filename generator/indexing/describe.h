// Pages → what the search index is told of them.
#pragma once

#include <string>
#include <vector>

#include "generator/content/content.h"
#include "generator/markdown/markdown.h"
#include "search/index/config.h"
#include "search/index/document.h"

namespace kronika {

/// Entries that are not kept out of the search. Lists and the home page only lead to entries, so they are not found
/// themselves and the counts of facets are counts of entries.
bool is_searchable(const Page& page);

/// The texts of one language that the search program needs from the theme.
struct SearchTexts {
  std::string language;
  std::string search_title;      // of the search page
  std::string collection_label;  // of the facet by collection
  std::string date_label;        // of the facet by date
};

/// Facets with the values that searchable pages use, in the order of the vocabularies, of numbers or by collation, and
/// a value's lower level right behind it; the facet `collection` first, that by date last. Fields of the same name in
/// several collections are one facet. The files of the languages are named shell.LANG.html and results.LANG.mustache.
/// Lists are those of collections with searchable pages, by their number. `texts` has one element a language of the
/// site, in its order.
SearchConfig describe_site(const SiteModel& model, const std::vector<SearchTexts>& texts);

/// `collation` is that of the site's language, `zone` that of its dates. Facets hold only values that describe_site
/// gives.
SearchDocument describe(const Page& page, const RenderedPage& rendered, const SiteModel& model,
                        const Collation& collation, const TimeZone& zone);

}  // namespace kronika
