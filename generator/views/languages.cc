// Readers are led to their own language where it is there, and told where it is not.
#include "generator/views/languages.h"

#include <algorithm>

#include "generator/config/language_tag.h"
#include "generator/views/declaration.h"

namespace kronika {
namespace {

/// The collection whose list has the address.
std::optional<std::size_t> list_at(const Route& route, const Views& views) {
  for (std::size_t c = 0; c < views.routes.lists.size(); ++c) {
    if (views.routes.lists[c].pages[0] == route) return c;
  }
  return std::nullopt;
}

std::string search_url(std::string_view language, const Views& views) {
  const std::string url = views.url(views.routes.search);
  return views.config.is_other_language(language) ? url + "?lang=" + std::string(language) : url;
}

const PageVersion* version_in(const Head& head, std::string_view language) {
  const auto found =
      std::find_if(head.versions.begin(), head.versions.end(), [&](const auto& v) { return v.language == language; });
  return found == head.versions.end() ? nullptr : &*found;
}

TemplateData language_link(const std::string& language, const Head& head, const Views& views) {
  const bool current = language == head.language;
  const PageVersion* version = version_in(head, language);
  const Route& route = current ? head.route : version ? version->route : views.routes.home(language);
  const bool exists = current || version;
  TemplateData out;
  set_text(out, "language", language);
  set_text(out, "name", language_name(language, language));
  set_text(out, "url", route == views.routes.search ? search_url(language, views) : views.url(route));
  set_flag(out, "current", current);
  set_flag(out, "exists", exists);
  set_optional(out, "note", exists ? "" : views.theme.text(language, "not_translated"));
  return out;
}

TemplateData hreflang(std::string_view language, const Route& route, const Views& views) {
  TemplateData out;
  set_text(out, "language", language);
  set_text(out, "url", views.config.base_url.absolute(route));
  return out;
}

}  // namespace

LocalAddress localized(const std::string& url, std::string_view language, const Views& views) {
  const auto route = url.starts_with("//") ? std::nullopt : Route::parse(url);
  if (!route) return {url, ""};
  if (*route == Route{}) return {views.url(views.routes.home(language)), std::string(language)};
  if (*route == views.routes.search) return {search_url(language, views), std::string(language)};
  if (const auto declaration = declaration_route(views, views.config.language); declaration == route) {
    return {views.url(*declaration_route(views, language)), std::string(language)};
  }
  if (const auto list = list_at(*route, views)) {
    const ListRoutes* translated = views.routes.list(*list, language);
    if (translated) return {views.url(translated->pages[0]), std::string(language)};
    return {views.url(*route), views.config.language};
  }
  const Page* page = views.links.page_at(*route);
  if (!page) return {views.url(*route), route->path().ends_with('/') ? views.config.language : ""};
  const bool own = page->language == views.config.language;
  const Page& version = own ? views.model.in_language(*page, language) : *page;
  return {version.id == page->id ? views.url(*route) : views.url(version), version.language};
}

void set_foreign(TemplateData& data, std::string_view language, std::string_view reader) {
  const bool foreign = !language.empty() && language != reader;
  set_text(data, "language", foreign ? language : reader);
  set_flag(data, "is_foreign", foreign);
  set_text(data, "language_name", foreign ? language_name(language, reader) : "");
}

void fill_languages(TemplateData& data, const Head& head, const Views& views) {
  std::vector<TemplateData> languages, hreflangs;
  if (views.config.languages.size() > 1) {
    for (const std::string& each : views.config.languages) languages.push_back(language_link(each, head, views));
  }
  if (head.has_canonical && head.versions.size() > 1) {
    for (const PageVersion& each : head.versions) hreflangs.push_back(hreflang(each.language, each.route, views));
    hreflangs.push_back(hreflang("x-default", head.versions.front().route, views));
  }
  set_list(data, "languages", languages);
  set_list(data, "hreflangs", hreflangs);
}

}  // namespace kronika
