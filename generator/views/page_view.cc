// An entry's page: text, fields, and what is connected with it.
#include <fmt/format.h>

#include <algorithm>

#include "generator/views/cards.h"
#include "generator/views/downloads.h"
#include "generator/views/fields.h"
#include "generator/views/funding.h"
#include "generator/views/packs.h"
#include "generator/views/pages.h"
#include "generator/views/record.h"
#include "generator/views/schema_org.h"
#include "generator/views/short_words.h"

namespace kronika {
namespace {

constexpr std::size_t least_headings = 3;  // for a table of contents

void fill_toc(TemplateData& data, const RenderedPage& rendered) {
  std::vector<TemplateData> items;
  for (const Heading& heading : rendered.headings) {
    if (heading.level > 3 || heading.text.empty()) continue;
    TemplateData item;
    set_text(item, "html", heading.html);
    set_text(item, "id", heading.id);
    set_text(item, "level", std::to_string(heading.level));
    set_flag(item, "is_sub", heading.level > 2);
    items.push_back(std::move(item));
  }
  if (items.size() < least_headings) items.clear();
  set_list(data, "toc", items);
}

/// In the page's language, where the collection has a list in it.
std::string list_url(const Page& page, const Views& views) {
  const Collection* collection = views.model.collection(page.collection);
  if (!collection) return "";
  const auto number = static_cast<std::size_t>(collection - views.model.collections.data());
  return views.url(views.routes.list(number, page.language)->pages[0]);
}

void fill_collection(TemplateData& data, const Page& page, const Views& views) {
  TemplateData out;
  const CollectionConfig* collection = views.config.collection(page.collection);
  set_text(out, "name", page.collection);
  set_text(out, "title", collection ? collection->title.in(page.language) : "");
  set_text(out, "url", list_url(page, views));
  set_node(data, "collection", std::move(out));
}

void fill_back_references(TemplateData& data, const Page& page, const Views& views) {
  std::vector<TemplateData> lists;
  for (const BackReference& back : views.model.back_references[index(views.model.original_of(page).id)]) {
    if (back.pages.empty()) continue;
    TemplateData list;
    set_text(list, "name", back.name);
    set_text(list, "label", back.label.in(page.language));
    set_list(list, "cards", translated_cards(back.pages, page.language, views));
    lists.push_back(std::move(list));
  }
  set_list(data, "back_references", lists);
}

void fill_neighbours(TemplateData& data, const Page& page, const Views& views) {
  const Page* previous = nullptr;
  const Page* next = nullptr;
  if (const Collection* collection = views.model.collection(page.collection)) {
    const auto& entries = collection->in(page.language).entries;
    const auto here = std::find(entries.begin(), entries.end(), page.id);
    if (here != entries.end() && here != entries.begin()) previous = &views.model.page(*(here - 1));
    if (here != entries.end() && here + 1 != entries.end()) next = &views.model.page(*(here + 1));
  }
  const auto fill = [&](const std::string& name, const Page* neighbour) {
    set_flag(data, "has_" + name, neighbour != nullptr);
    TemplateData link;
    set_text(link, "title", neighbour ? neighbour->title : "");
    set_text(link, "url", neighbour ? views.url(*neighbour) : "");
    set_node(data, name, std::move(link));
  };
  fill("previous", previous);
  fill("next", next);
}

void fill_extra(TemplateData& data, const RawTable& table);

TemplateData extra_value(const RawValue& value) {
  if (const auto* table = value.as<RawTable>()) {
    TemplateData out;
    fill_extra(out, *table);
    return out;
  }
  if (const auto* list = value.as<RawArray>()) {
    TemplateData out(kainjow::mustache::data::type::list);
    for (const RawValue& each : *list) out.push_back(extra_value(each));
    return out;
  }
  if (const auto* yes = value.as<bool>()) return TemplateData(*yes);
  if (const auto* text = value.as<std::string>()) return TemplateData(*text);
  if (!value.plain.empty()) return TemplateData(value.plain);
  if (const auto* whole = value.as<std::int64_t>()) return TemplateData(std::to_string(*whole));
  if (const auto* decimal = value.as<double>()) return TemplateData(fmt::format("{}", *decimal));
  if (const auto* date = value.as<Date>()) return TemplateData(iso(*date));
  if (const auto* time = value.as<DateTime>()) return TemplateData(iso(*time));
  return TemplateData(false);
}

void fill_extra(TemplateData& data, const RawTable& table) {
  for (const RawEntry& entry : table.entries) set_node(data, entry.key, extra_value(entry.value));
}

std::vector<Breadcrumb> breadcrumbs(const Page& page, const Views& views) {
  const CollectionConfig* collection = views.config.collection(page.collection);
  std::vector<Breadcrumb> out;
  if (collection) out.push_back({collection->title.in(page.language), list_url(page, views)});
  out.push_back({page.title, ""});
  return out;
}

std::vector<PageVersion> versions_of(const Page& page, const Views& views) {
  std::vector<PageVersion> out;
  for (const PageId id : views.model.versions[index(page.id)]) {
    out.push_back({views.model.page(id).language, views.model.page(id).route});
  }
  return out;
}

std::vector<std::string> objects_of(const Page& page, const Views& views) {
  std::string object = entry_object(page, views);
  return object.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::move(object)};
}

}  // namespace

TemplateData page_view(const Page& page, const Views& views) {
  const PageContent& content = views.contents[index(page.id)];
  const std::string summary = summary_of(page, views);
  const std::vector<Download> downloads = downloads_of_page(page, views);
  TemplateData data;
  fill_head(data,
            {page.title, summary, page.route, page.language, "article", share_image(page, views), false, true,
             breadcrumbs(page, views), alternates(downloads), objects_of(page, views), project_of(page, views), "",
             versions_of(page, views)},
            views);
  fill_downloads(data, downloads);
  set_optional(data, "summary", bind_short_words(page.summary, page.language));
  set_optional(data, "content", content.body.html);
  fill_toc(data, content.body);
  fill_dates(data, page);
  set_flag(data, "example", page.example);
  set_flag(data, "archived", page.archived);
  fill_collection(data, page, views);
  fill_fields(data, page, views);
  fill_page_tables(data, page, views);
  const CollectionConfig* collection = views.config.collection(page.collection);
  if (collection && collection->open) {
    TemplateData extra;
    fill_extra(extra, page.extra);
    set_node(data, "extra", std::move(extra));
  }
  fill_attachments(data, page, views);
  fill_packs(data, views.config.collection(page.collection), page.id, page.language, views);
  fill_back_references(data, page, views);
  const auto related = cards(views.model.related[index(page.id)], page.language, views);
  set_list(data, "related", related);
  fill_neighbours(data, page, views);
  fill_record(data, &page);
  set_text(data, "source_path", page.path);
  return data;
}

TemplateData redirect_view(const Page& target, const Views& views) {
  TemplateData data;
  set_text(data, "target", views.config.base_url.absolute(target.route));
  set_text(data, "language", target.language);
  set_text(data, "title", target.title);
  return data;
}

}  // namespace kronika
