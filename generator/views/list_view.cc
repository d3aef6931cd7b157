// Lists of entries: a collection's pages, a vocabulary's terms, the home page, and the pages without content.
#include <algorithm>

#include "generator/views/cards.h"
#include "generator/views/downloads.h"
#include "generator/views/languages.h"
#include "generator/views/maps.h"
#include "generator/views/packs.h"
#include "generator/views/pages.h"
#include "generator/views/record.h"
#include "generator/views/search_form.h"
#include "generator/views/short_words.h"

namespace kronika {
namespace {

constexpr std::size_t pages_around = 2;  // shown on each side of the current page

std::vector<PageId> slice(const std::vector<PageId>& all, std::size_t from, std::size_t count) {
  const std::size_t begin = std::min(from, all.size());
  const std::size_t end = std::min(all.size(), begin + count);
  return {all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end)};
}

TemplateData page_link(std::size_t number, std::size_t current, const std::vector<Route>& pages, const Views& views) {
  TemplateData out;
  set_text(out, "number", std::to_string(number + 1));
  set_text(out, "url", views.url(pages[number]));
  set_flag(out, "current", number == current);
  set_flag(out, "gap", false);
  return out;
}

TemplateData gap() {
  TemplateData out;
  set_text(out, "number", "…");
  set_text(out, "url", "");
  set_flag(out, "current", false);
  set_flag(out, "gap", true);
  return out;
}

void fill_pagination(TemplateData& data, std::size_t current, const std::vector<Route>& pages,
                     std::string_view language, const Views& views) {
  std::vector<TemplateData> links;
  bool skipped = false;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool near = i + pages_around >= current && i <= current + pages_around;
    if (i == 0 || i + 1 == pages.size() || near) {
      links.push_back(page_link(i, current, pages, views));
      skipped = false;
    } else if (!skipped) {
      links.push_back(gap());
      skipped = true;
    }
  }
  TemplateData out;
  set_list(out, "pages", links);
  set_optional(out, "previous_url", current > 0 ? views.url(pages[current - 1]) : "");
  set_flag(out, "has_previous", current > 0);
  set_optional(out, "next_url", current + 1 < pages.size() ? views.url(pages[current + 1]) : "");
  set_flag(out, "has_next", current + 1 < pages.size());
  set_number(out, "current", static_cast<std::int64_t>(current + 1), language);
  set_number(out, "last", static_cast<std::int64_t>(pages.size()), language);
  set_node(data, "pagination", std::move(out));
  set_flag(data, "has_pagination", pages.size() > 1);
}

/// Term pages that hold entries of one collection, by vocabulary.
void fill_term_groups(TemplateData& data, std::string_view collection, std::string_view language, const Views& views) {
  std::vector<TemplateData> groups;
  for (std::size_t v = 0; v < views.model.vocabularies.size(); ++v) {
    std::vector<TemplateData> items;
    for (std::size_t t = 0; t < views.model.terms.size(); ++t) {
      const TermEntries& entries = views.model.terms[t];
      if (entries.vocabulary != v) continue;
      const auto count = std::count_if(entries.pages.begin(), entries.pages.end(),
                                       [&](PageId id) { return views.model.page(id).collection == collection; });
      if (count == 0) continue;
      TemplateData item;
      set_text(item, "label", views.model.vocabularies[v].terms[entries.term].label.in(language));
      set_text(item, "url", views.url(views.routes.terms[t]));
      set_number(item, "count", count, language);
      items.push_back(std::move(item));
    }
    if (items.empty()) continue;
    TemplateData group;
    set_text(group, "label", views.config.vocabularies[v].title.in(language));
    set_list(group, "items", items);
    groups.push_back(std::move(group));
  }
  set_list(data, "term_groups", groups);
}

std::string with_page_number(const std::string& title, std::size_t number, std::string_view language,
                             const Views& views) {
  return number == 0 ? title
                     : title + " – " + views.theme.text(language, "page_word") + " " + std::to_string(number + 1);
}

/// The collections that stand on the home page, as [site] home orders them.
std::vector<std::size_t> home_sections(const Views& views) {
  std::vector<std::size_t> out;
  const std::vector<std::string>& order = views.config.home;
  const auto rank = [&](std::size_t c) {
    return std::find(order.begin(), order.end(), views.config.collections[c].name) - order.begin();
  };
  for (std::size_t c = 0; c < views.model.collections.size(); ++c) {
    const bool wanted = order.empty() || rank(c) < std::ssize(order);
    if (wanted && views.config.collections[c].home_cards > 0) out.push_back(c);
  }
  if (!order.empty()) std::sort(out.begin(), out.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
  return out;
}

std::vector<PageVersion> list_versions(std::size_t collection, const Views& views) {
  std::vector<PageVersion> out;
  for (const std::string& language : views.config.languages) {
    if (const ListRoutes* list = views.routes.list(collection, language)) out.push_back({language, list->pages[0]});
  }
  return out;
}

const Page* home_intro(const std::string& language, const Views& views) {
  const SiteModel& model = views.model;
  if (!views.config.is_other_language(language)) return model.home ? &model.page(*model.home) : nullptr;
  const auto found = model.translated_homes.find(language);
  return found == model.translated_homes.end() ? nullptr : &model.page(found->second);
}

TemplateData home_section(std::size_t which, const std::string& language, const Views& views) {
  const Collection& collection = views.model.collections[which];
  const CollectionConfig& config = *collection.config;
  const std::vector<PageId>& entries = collection.in(language).entries;
  TemplateData out;
  set_text(out, "name", config.name);
  set_text(out, "title", config.title.in(language));
  set_optional(out, "summary", bind_short_words(config.summary.in(language), language));
  set_text(out, "url", views.url(views.routes.list(which, language)->pages[0]));
  set_number(out, "total", static_cast<std::int64_t>(entries.size()), language);
  set_list(out, "cards", cards(slice(entries, 0, static_cast<std::size_t>(config.home_cards)), language, views));
  return out;
}

/// A collection that readers of the language find in the site's own alone.
TemplateData other_section(std::size_t which, const std::string& language, const Views& views) {
  const Collection& collection = views.model.collections[which];
  TemplateData out;
  set_text(out, "title", collection.config->title.in(language));
  set_text(out, "url", views.url(views.routes.lists[which].pages[0]));
  set_number(out, "total", static_cast<std::int64_t>(collection.entries.size()), language);
  set_foreign(out, views.config.language, language);
  return out;
}

}  // namespace

TemplateData list_view(std::size_t which, std::size_t number, const Views& views, std::string_view in) {
  const Collection& collection = views.model.collections[which];
  const CollectionConfig& config = *collection.config;
  const std::string language = in.empty() ? views.config.language : std::string(in);
  const bool own = language == views.config.language;
  const ListRoutes& routes = *views.routes.list(which, language);
  const CollectionEntries& list = collection.in(language);
  const Page* intro = list.index_page ? &views.model.page(*list.index_page) : nullptr;
  const std::string title = list_title(collection, language, views);
  const std::string summary = list_summary(collection, language, views);

  TemplateData data;
  Head head{with_page_number(title, number, language, views), summary, routes.pages[number], language};
  head.breadcrumbs.push_back({title, number == 0 ? "" : views.url(routes.pages[0])});
  if (number > 0)
    head.breadcrumbs.push_back({views.theme.text(language, "page_word") + " " + std::to_string(number + 1), ""});
  if (number == 0) head.versions = list_versions(which, views);
  // Data, packs and term pages are of the entries in the site's own language, and so offered by their list.
  const std::vector<Download> downloads = own ? downloads_of_collection(which, views) : std::vector<Download>{};
  head.alternates = alternates(downloads);
  fill_head(data, head, views);
  fill_downloads(data, downloads);
  set_text(data, "title", bind_short_words(title, language));
  set_optional(data, "summary", number == 0 ? bind_short_words(summary, language) : "");
  set_optional(data, "intro", intro && number == 0 ? views.contents[index(intro->id)].body.html : "");
  TemplateData about;
  set_text(about, "name", config.name);
  set_text(about, "title", config.title.in(language));
  set_text(about, "url", views.url(routes.pages[0]));
  set_node(data, "collection", std::move(about));
  const auto size = static_cast<std::size_t>(config.page_size);
  set_list(data, "cards", cards(slice(list.entries, number * size, size), language, views));
  fill_card_columns(data, config, language, views);
  set_flag(data, "is_table", config.list_look == ListLook::table);
  set_number(data, "total", static_cast<std::int64_t>(list.entries.size()), language);
  fill_pagination(data, number, routes.pages, language, views);
  fill_term_groups(data, own ? config.name : "", language, views);
  const bool searched = !views.routes.search_descriptions.empty();
  const bool filtered = own && number == 0 && !config.filters.empty() && searched;
  std::vector<TemplateData> forms;
  if (filtered) forms.push_back(filter_form(collection, config.filters, language, views.model));
  set_list(data, "form", forms);
  set_optional(data, "map", own && number == 0 ? collection_map(collection, views) : "");
  set_optional(data, "feed_url", routes.feed ? views.url(*routes.feed) : "");
  set_flag(data, "has_feed", routes.feed.has_value());
  fill_packs(data, own ? &config : nullptr, std::nullopt, language, views);
  fill_record(data, number == 0 ? intro : nullptr);
  return data;
}

TemplateData home_view(const Views& views, std::string_view in) {
  const std::string language = in.empty() ? views.config.language : std::string(in);
  const Page* intro = home_intro(language, views);
  TemplateData data;
  Head head{intro && !intro->title.empty() ? intro->title : views.config.title.in(language),
            intro && !intro->summary.empty() ? intro->summary : views.config.description.in(language),
            views.routes.home(language), language};
  for (const std::string& each : views.config.languages) head.versions.push_back({each, views.routes.home(each)});
  fill_head(data, head, views);
  set_optional(data, "intro", intro ? views.contents[index(intro->id)].body.html : "");
  std::vector<TemplateData> sections, others;
  for (const std::size_t c : home_sections(views)) {
    const Collection& collection = views.model.collections[c];
    if (!collection.in(language).entries.empty()) {
      sections.push_back(home_section(c, language, views));
    } else if (!collection.entries.empty()) {
      others.push_back(other_section(c, language, views));
    }
  }
  set_list(data, "sections", sections);
  set_list(data, "other_sections", others);
  fill_record(data, intro);
  return data;
}

TemplateData not_found_view(const Views& views, std::string_view language) {
  TemplateData data;
  Head head{views.theme.text(language, "not_found_title"), "", *Route::parse("/404.html"), std::string(language)};
  head.noindex = true;
  head.has_canonical = false;
  fill_head(data, head, views);
  return data;
}

TemplateData search_view(const Views& views, std::string_view language) {
  TemplateData data;
  Head head{views.theme.text(language, "search_title"), views.config.description.in(language), views.routes.search,
            std::string(language)};
  for (const std::string& each : views.config.languages) head.versions.push_back({each, views.routes.search});
  head.noindex = true;
  head.has_canonical = false;
  head.breadcrumbs = {{head.title, ""}};
  fill_head(data, head, views);
  set_text(data, "page_title", "<!--kronika:title-->");
  set_text(data, "results", "<!--kronika:results-->");
  return data;
}

}  // namespace kronika
