// The data of packs is thinner than a page's: no menus, no neighbours, nothing that leads around the site.
#include <algorithm>
#include <set>

#include "generator/views/fields.h"
#include "generator/views/packs.h"
#include "generator/views/short_words.h"

namespace kronika {
namespace {

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

TemplateData pack_data(std::size_t number, std::string_view language, const Views& views) {
  const PackRoute& pack = views.routes.packs[number];
  TemplateData out;
  set_text(out, "url", views.url(pack.route));
  for (const PackKind kind : {PackKind::zip, PackKind::epub, PackKind::print, PackKind::imscc}) {
    set_flag(out, "is_" + std::string(name_of(kind)), kind == pack.kind);
  }
  std::string note;
  if (pack.kind != PackKind::print) {
    note = upper(name_of(pack.kind));
    if (number < views.pack_sizes.size()) note += ", " + size_note(views.pack_sizes[number], language);
  }
  set_optional(out, "note", note);
  return out;
}

const Page* intro_of(const CollectionEntries& list, const Views& views) {
  return list.index_page ? &views.model.page(*list.index_page) : nullptr;
}

}  // namespace

void fill_packs(TemplateData& data, const CollectionConfig* collection, std::optional<PageId> entry,
                std::string_view language, const Views& views) {
  std::vector<TemplateData> items;
  const bool has_some = collection && !(entry ? collection->entry_packs : collection->packs).empty();
  for (std::size_t i = 0; has_some && i < views.routes.packs.size(); ++i) {
    const PackRoute& pack = views.routes.packs[i];
    if (&views.config.collections[pack.collection] != collection || pack.entry != entry) continue;
    items.push_back(pack_data(i, language, views));
  }
  set_list(data, "packs", items);
}

TemplateData pack_view(const Page& page, const Views& views) {
  TemplateData data;
  set_text(data, "language", page.language);
  set_text(data, "title", bind_short_words(page.title, page.language));
  set_text(data, "url", views.config.base_url.absolute(page.route));
  set_optional(data, "summary", bind_short_words(page.summary, page.language));
  set_optional(data, "content", views.contents[index(page.id)].body.html);
  fill_dates(data, page);
  set_flag(data, "example", page.example);
  fill_fields(data, page, views);
  fill_page_tables(data, page, views);
  fill_attachments(data, page, views);
  return data;
}

std::string list_title(const Collection& collection, std::string_view language, const Views& views) {
  const Page* intro = intro_of(collection.in(language), views);
  return intro && !intro->title.empty() ? intro->title : collection.config->title.in(language);
}

std::string list_summary(const Collection& collection, std::string_view language, const Views& views) {
  const Page* intro = intro_of(collection.in(language), views);
  return intro && !intro->summary.empty() ? intro->summary : collection.config->summary.in(language);
}

std::vector<PackPart> pack_parts(const Collection& collection, const SiteModel& model) {
  std::vector<PackPart> out;
  std::set<std::string> taken;
  for (const PageId id : collection.entries) {
    const Page& page = model.page(id);
    std::string name = page.slug;
    for (int n = 2; !taken.insert(name).second; ++n) name = page.slug + "-" + std::to_string(n);
    out.push_back({std::move(name), page.title});
  }
  return out;
}

TemplateData print_view(const PackRoute& pack, std::string_view content, const Views& views) {
  const Collection& collection = views.model.collections[pack.collection];
  const std::string& language = views.config.language;
  const std::string title = list_title(collection, language, views);
  const std::string summary = list_summary(collection, language, views);
  TemplateData data;
  Head head{title, summary, pack.route, language};
  head.noindex = true;
  head.section = views.theme.text(language, "print_title");
  head.breadcrumbs = {{title, views.url(views.routes.lists[pack.collection].pages[0])},
                      {views.theme.text(language, "print_title"), ""}};
  fill_head(data, head, views);
  set_optional(data, "summary", bind_short_words(summary, language));
  set_text(data, "url", views.config.base_url.absolute(views.routes.lists[pack.collection].pages[0]));
  std::vector<TemplateData> parts;
  for (const PackPart& part : pack_parts(collection, views.model)) {
    TemplateData item;
    set_text(item, "title", bind_short_words(part.title, language));
    set_text(item, "anchor", part.name);
    parts.push_back(std::move(item));
  }
  set_list(data, "parts", parts);
  set_text(data, "content", content);
  return data;
}

}  // namespace kronika
