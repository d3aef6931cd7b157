// Head, menus and breadcrumbs: the same on every kind of page, so filled in one place.
#include "generator/views/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "generator/core/image_size.h"
#include "generator/views/declaration.h"
#include "generator/views/funding.h"
#include "generator/views/json_ld.h"
#include "generator/views/languages.h"
#include "generator/views/short_words.h"
#include "generator/views/values.h"
#include "search/text/plural.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t longest_summary = 240;  // bytes of a summary that is taken from the text

bool is_local(std::string_view url) {
  return url.starts_with('/') && !url.starts_with("//");
}

void fill_menu(TemplateData& data, const std::string& name, std::string_view key, const Head& head,
               const Views& views) {
  std::vector<TemplateData> items;
  const auto found = views.config.menus.find(std::string(key));
  if (found != views.config.menus.end()) {
    const std::string here = views.url(head.route), home = views.url(views.routes.home(head.language));
    for (const MenuItem& item : found->second) {
      TemplateData entry;
      const auto [url, language] = localized(item.url, head.language, views);
      set_text(entry, "label", item.label.in(head.language));
      set_text(entry, "url", url);
      set_foreign(entry, language, head.language);
      set_flag(entry, "current", url == here);
      set_flag(entry, "active",
               url != here && is_local(url) && url != home && url.ends_with('/') && here.starts_with(url));
      items.push_back(std::move(entry));
    }
  }
  set_list(data, name, items);
}

void fill_breadcrumbs(TemplateData& data, const Head& head, const Views& views) {
  std::vector<TemplateData> items;
  const auto add = [&](std::string_view label, std::string_view url) {
    TemplateData item;
    set_text(item, "label", label);
    set_optional(item, "url", url);
    items.push_back(std::move(item));
  };
  if (!head.breadcrumbs.empty()) {
    add(views.theme.text(head.language, "home"), views.url(views.routes.home(head.language)));
    for (const Breadcrumb& crumb : head.breadcrumbs) add(crumb.label, crumb.url);
  }
  set_list(data, "breadcrumbs", items);
}

TemplateData link(std::string_view title, std::string_view url) {
  TemplateData out;
  set_text(out, "title", title);
  set_text(out, "url", url);
  return out;
}

void fill_alternates(TemplateData& data, const Head& head) {
  std::vector<TemplateData> items;
  for (const Alternate& each : head.alternates) {
    TemplateData item = link(each.title, each.url);
    set_text(item, "type", each.type);
    items.push_back(std::move(item));
  }
  set_list(data, "alternates", items);
}

void fill_feeds(TemplateData& data, const Head& head, const Views& views) {
  TemplateData feeds(kainjow::mustache::data::type::list);
  const auto& feed = views.routes.feed_in(head.language);
  if (feed) feeds.push_back(link(views.config.title.in(head.language), views.url(*feed)));
  for (std::size_t i = 0; i < views.routes.lists.size(); ++i) {
    const ListRoutes* list = views.routes.list(i, head.language);
    if (list && list->feed)
      feeds.push_back(link(views.config.collections[i].title.in(head.language), views.url(*list->feed)));
  }
  set_node(data, "feeds", std::move(feeds));
}

std::string upper_ending(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return "";
  std::string ending(path.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return ending;
}

std::string one_line(const PublisherAddress& address) {
  const std::string town = address.postal_code + (address.postal_code.empty() ? "" : "\u00A0") + address.locality;
  return address.street + (address.street.empty() || town.empty() ? "" : ", ") + town;
}

/// Who answers for the site, for mastheads.
void fill_publisher(TemplateData& site, const Views& views, std::string_view language) {
  const Publisher none;
  const Publisher& publisher = views.config.publisher ? *views.config.publisher : none;
  set_optional(site, "publisher_name", publisher.name.in(language));
  set_optional(site, "publisher_address", one_line(publisher.address));
  set_optional(site, "publisher_email", publisher.email);
  set_optional(site, "publisher_phone", publisher.telephone);
  const bool has_phone = !publisher.telephone.empty();
  set_text(site, "publisher_phone_url", has_phone ? contact_address({publisher.telephone, {}}, FieldType::phone) : "");
  set_optional(site, "bip_url", publisher.bip);
}

/// Footers need no link of their own where a menu has it.
void fill_declaration_link(TemplateData& site, const Views& views, std::string_view language) {
  const auto route = declaration_route(views, language);
  const std::string url = route ? views.url(*route) : "";
  set_optional(site, "declaration_url", url);
  const auto menu = views.config.menus.find("footer");
  const bool in_menu = menu != views.config.menus.end() &&
                       std::any_of(menu->second.begin(), menu->second.end(), [&](const MenuItem& item) {
                         return localized(item.url, language, views).url == url;
                       });
  set_flag(site, "declaration_in_footer_menu", route && in_menu);
}

}  // namespace

std::optional<Route> search_description_route(const Views& views, std::string_view language) {
  const std::vector<Route>& routes = views.routes.search_descriptions;
  const auto& languages = views.config.languages;
  const auto at = static_cast<std::size_t>(std::find(languages.begin(), languages.end(), language) - languages.begin());
  return at < routes.size() ? std::optional(routes[at]) : std::nullopt;
}

TemplateData shared_data(const Views& views, std::string_view language) {
  TemplateData site;
  set_text(site, "title", views.config.title.in(language));
  set_optional(site, "description", views.config.description.in(language));
  set_optional(site, "footer", views.config.footer.in(language));
  set_text(site, "home_url", views.url(views.routes.home(language)));
  set_text(site, "search_url", views.url(views.routes.search));
  set_optional(site, "search_language", views.config.is_other_language(language) ? language : "");
  const auto description = search_description_route(views, language);
  set_optional(site, "search_description_url", description ? views.url(*description) : "");
  set_text(site, "search_name", views.config.search_name.in(language));
  const auto& feed = views.routes.feed_in(language);
  set_optional(site, "feed_url", feed ? views.url(*feed) : "");
  set_flag(site, "has_feed", feed.has_value());
  set_text(site, "language", language);
  set_text(site, "base_url", views.config.base_url.text());
  fill_publisher(site, views, language);
  fill_declaration_link(site, views, language);
  TemplateData assets;
  for (const PublishedAsset& asset : views.assets) {
    TemplateData one;
    set_text(one, "url", views.url(asset.route));
    set_text(one, "integrity", asset.integrity);
    set_node(assets, asset_name(asset.path), std::move(one));
  }
  TemplateData data;
  set_node(data, "site", std::move(site));
  set_node(data, "assets", std::move(assets));
  return data;
}

void fill_head(TemplateData& data, const Head& head, const Views& views) {
  const bool home = head.route == views.routes.home(head.language);
  const std::string& site_title = views.config.title.in(head.language);
  set_text(data, "language", head.language);
  set_text(data, "title", bind_short_words(head.title, head.language));
  const std::string section = head.section.empty() ? "" : " – " + head.section;
  set_text(data, "page_title",
           home || head.title == site_title ? site_title : head.title + section + " – " + site_title);
  set_optional(data, "description", head.description);
  set_optional(data, "canonical", head.has_canonical ? views.config.base_url.absolute(head.route) : "");
  set_text(data, "og_type", head.og_type);
  set_optional(data, "og_image", head.og_image);
  set_flag(data, "noindex", head.noindex);
  set_flag(data, "is_home", home);
  fill_menu(data, "main_menu", "main", head, views);
  fill_menu(data, "footer_menu", "footer", head, views);
  fill_breadcrumbs(data, head, views);
  fill_feeds(data, head, views);
  fill_alternates(data, head);
  fill_funding(data, head.project, head.language, views);
  fill_languages(data, head, views);
  set_optional(data, "json_ld", json_ld(head, views));
}

std::string summary_of(const Page& page, const Views& views) {
  return summary_of(page, views.contents[index(page.id)]);
}

std::string summary_of(const Page& page, const PageContent& content) {
  if (!page.summary.empty()) return page.summary;
  const std::string& text = content.body.first_paragraph;
  if (text.size() <= longest_summary) return text;
  std::string_view clipped = clip_utf8(text, longest_summary);
  const auto space = clipped.rfind(' ');
  if (space != std::string_view::npos) clipped = clipped.substr(0, space);
  return std::string(clipped) + "…";
}

std::string share_image(const Page& page, const Views& views) {
  const CollectionConfig* collection = views.config.collection(page.collection);
  for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
    const auto* file = page.fields[i].as<FilePath>();
    if (file && collection->schema.fields[i].role == Role::image) {
      return views.config.base_url.absolute(views.links.attachment_route(file->source_path));
    }
  }
  return "";
}

void fill_size(TemplateData& data, std::string_view source_path, const Source& source) {
  const auto size = image_size(source.read(std::string(source_path)));
  set_flag(data, "has_size", size.has_value());
  set_text(data, "width", size ? std::to_string(size->width) : "");
  set_text(data, "height", size ? std::to_string(size->height) : "");
}

std::string size_note(std::uint64_t bytes, std::string_view language) {
  if (bytes < 1000) return fmt::format("{}\u00A0B", bytes);
  if (bytes < 1000000) return fmt::format("{}\u00A0kB", (bytes + 500) / 1000);
  const auto tenths = static_cast<std::int64_t>((bytes + 50000) / 100000);
  return fmt::format("{}{}{}\u00A0MB", format_number(tenths / 10, language), language == "en" ? "." : ",", tenths % 10);
}

std::string file_note(std::string_view source_path, const Source& source, std::string_view language) {
  const SourceFile* file = source.find(source_path);
  return file ? file_note(source_path, file->size, language) : upper_ending(source_path);
}

std::string file_note(std::string_view path, std::uint64_t bytes, std::string_view language) {
  const std::string kind = upper_ending(path);
  const std::string size = size_note(bytes, language);
  return kind.empty() ? size : kind + ", " + size;
}

}  // namespace kronika
