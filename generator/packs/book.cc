// Dates and licences of packs follow from their entries, never from the clock, so that a pack changes with its content
// alone.
#include "generator/packs/book.h"

#include <algorithm>

#include "generator/views/packs.h"

namespace kronika {
namespace {

constexpr Date first_zip_day{std::chrono::year{1980}, std::chrono::month{1}, std::chrono::day{1}};

std::optional<DateTime> changed(const Page& page) {
  return page.updated ? page.updated : page.date;
}

/// The first field of the type licence.
std::string licence_of(const Page& page, const CollectionConfig& collection) {
  for (std::size_t i = 0; i < page.fields.size(); ++i) {
    const auto* text = page.fields[i].as<std::string>();
    if (text && collection.schema.fields[i].type == FieldType::licence) return *text;
  }
  return "";
}

void set_licence(About& about, const std::string& text) {
  const Licence* known = text.empty() ? nullptr : find_licence(text);
  about.licence = known ? std::string(known->name) : text;
  about.licence_url = known ? std::string(known->url) : "";
}

}  // namespace

const Chapter* Book::chapter_at(std::string_view url) const {
  const SiteTarget target = url.starts_with("http") ? SiteTarget{} : addresses.target(url);
  if (!target.page) return nullptr;
  const auto found =
      std::find_if(chapters.begin(), chapters.end(), [&](const Chapter& c) { return c.page->id == *target.page; });
  return found == chapters.end() ? nullptr : &*found;
}

Date Book::day() const {
  return about.changed ? about.changed->date : first_zip_day;
}

About about_entry(const Page& page, const PackRoute& pack, const Views& views) {
  const BaseUrl& base = views.config.base_url;
  About out{page.title,
            summary_of(page, views),
            page.language,
            base.absolute(page.route),
            base.absolute(pack.route),
            "",
            "",
            page.date,
            changed(page)};
  set_licence(out, licence_of(page, views.config.collections[pack.collection]));
  return out;
}

About about_collection(const Collection& collection, const PackRoute& pack, const Views& views) {
  const BaseUrl& base = views.config.base_url;
  About out{list_title(collection, views.config.language, views),
            list_summary(collection, views.config.language, views),
            views.config.language,
            base.absolute(views.routes.lists[pack.collection].pages[0]),
            base.absolute(pack.route),
            "",
            ""};
  std::optional<std::string> licence;
  for (const PageId id : collection.entries) {
    const Page& page = views.model.page(id);
    const auto when = changed(page);
    const bool newer = when && (!out.changed || views.zone.to_instant(*when) > views.zone.to_instant(*out.changed));
    if (newer) out.changed = when;
    const std::string own = licence_of(page, *collection.config);
    licence = !licence || *licence == own ? own : "";
  }
  set_licence(out, licence.value_or(""));
  return out;
}

std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace kronika
