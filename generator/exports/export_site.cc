// Writers ask for what a field means, by role or type; its name is the site's own affair.
#include "generator/exports/export_site.h"

namespace kronika {

std::string id_of(const Page& page) {
  return page.collection + "/" + page.slug;
}

std::optional<Instant> changed(const Page& page, const TimeZone& zone) {
  const auto& time = page.updated ? page.updated : page.date;
  return time ? std::optional(zone.to_instant(*time)) : std::nullopt;
}

const FieldValue* value_of(const Page& page, Role role, const ExportSite& site) {
  const auto at = site.collection_of(page).schema.index_of(role);
  return at && !page.fields[*at].empty() ? &page.fields[*at] : nullptr;
}

void visit_type(const Page& page, FieldType type, const ExportSite& site,
                const std::function<void(const FieldValue&)>& visit) {
  const std::vector<Field>& fields = site.collection_of(page).schema.fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].value_type() != type || page.fields[i].empty()) continue;
    const auto* list = page.fields[i].as<ValueList>();
    if (!list) {
      visit(page.fields[i]);
      continue;
    }
    for (const FieldValue& each : *list)
      if (!each.empty()) visit(each);
  }
}

std::optional<GeoPosition> position_of(const Page& page, const ExportSite& site) {
  std::optional<GeoPosition> out;
  visit_type(page, FieldType::position, site, [&](const FieldValue& value) {
    if (!out) out = *value.as<GeoPosition>();
  });
  return out;
}

}  // namespace kronika
