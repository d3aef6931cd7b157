// What every export draws from: the site once its texts are rendered, before its pages are made.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "generator/content/content.h"
#include "generator/links/links.h"
#include "generator/theme/theme.h"
#include "generator/views/view.h"

namespace kronika {

/// Borrows everything.
struct ExportSite {
  const SiteModel& model;
  const Theme& theme;  // names of feeds and calendars
  const LinkTable& links;
  const SiteRoutes& routes;
  const Source& source;                   // sizes of files
  std::span<const PageContent> contents;  // parallel to model.pages
  const TimeZone& zone;

  const Config& config() const { return *model.config; }
  const PageContent& content(const Page& page) const { return contents[index(page.id)]; }
  std::string url(const Route& route) const { return config().base_url.absolute(route); }
  const CollectionConfig& collection_of(const Page& page) const { return *config().collection(page.collection); }
};

/// "rejestr/pralnia": names an entry for ever.
std::string id_of(const Page& page);

/// When the page was last changed, as far as it says so: `updated`, else `date`.
std::optional<Instant> changed(const Page& page, const TimeZone& zone);

/// The value of the page's field of a role; null where it has none.
const FieldValue* value_of(const Page& page, Role role, const ExportSite& site);

/// Calls `visit` with each single value of a type that the page's fields hold, in the order of the schema.
void visit_type(const Page& page, FieldType type, const ExportSite& site,
                const std::function<void(const FieldValue&)>& visit);

/// The first position among the page's fields.
std::optional<GeoPosition> position_of(const Page& page, const ExportSite& site);

}  // namespace kronika
