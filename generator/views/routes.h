// The addresses that no Markdown file has: lists, their further pages, term pages, feeds.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/content/page.h"
#include "generator/theme/theme.h"
#include "generator/views/data_routes.h"

namespace kronika {

struct ListRoutes {
  std::vector<Route> pages;  // at least one; pages[0] is the collection's own address
  std::optional<Route> feed;
};

/// The page of [catalogue], and the files beside it.
struct CatalogueRoutes {
  Route page, dcat, harvester, md5;
};

/// A table of content/_data/ as CSV, in both dialects.
struct TableRoutes {
  Route csv, spreadsheet;
};

/// The address of a download made of several things, or of the page to print.
struct PackRoute {
  std::size_t collection = 0;   // index into the model's collections
  std::optional<PageId> entry;  // nothing: it is of the whole collection
  PackKind kind{};
  Route route;
};

/// The lists and feeds of a language besides the site's own.
struct LanguageRoutes {
  Route home;
  std::vector<std::optional<ListRoutes>> lists;  // parallel to the model's collections; of those with a list in it
  std::optional<Route> feed;
};

struct SiteRoutes {
  std::vector<ListRoutes> lists;                   // parallel to the model's collections
  std::vector<Route> terms;                        // parallel to SiteModel::terms
  std::vector<std::optional<Route>> vocabularies;  // parallel to the model's vocabularies
  std::optional<Route> feed;                       // of the site, when it has dated entries or a collection with a feed
  std::map<std::string, LanguageRoutes, std::less<>> translated;  // by each other language of the site
  std::vector<TableRoutes> tables;                                // parallel to the model's tables
  Route search;
  std::vector<PackRoute> packs;            // by collection: of the whole, then of its entries in their order
  std::vector<Route> search_descriptions;  // parallel to the site's languages; none where the search is left out
  DataRoutes data;
  std::optional<CatalogueRoutes> catalogue;
  std::vector<Route> declarations;  // of accessibility, parallel to the site's languages; none without [declaration]

  Route home(std::string_view language) const;
  /// Null where the collection has no list in the language.
  const ListRoutes* list(std::size_t collection, std::string_view language) const;
  const std::optional<Route>& feed_in(std::string_view language) const;

  /// Every address above, for the link table.
  std::vector<Route> all() const;
};

/// The address of one term's page, when its vocabulary has pages and the term has entries.
std::optional<Route> term_route(const SiteModel& model, std::string_view vocabulary, std::string_view value);

TableRoutes table_routes(const Config& config, const TableConfig& table);

SiteRoutes plan_routes(const SiteModel& model, const Theme& theme);

}  // namespace kronika
