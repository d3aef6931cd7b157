// One graph a page, so that its objects can name each other. The context only says where the words come from: readers
// need not fetch schema.org's own, which changes.
#include "generator/views/json_ld.h"

#include "generator/core/json.h"
#include "generator/views/schema_org.h"

namespace kronika {
namespace {

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A local address ("/path/rejestr/") as a whole one.
std::string absolute(const std::string& local, const Views& views) {
  const BaseUrl& base = views.config.base_url;
  return base.text().substr(0, base.text().size() - base.path().size()) + local;
}

std::string breadcrumbs(const Head& head, const Views& views) {
  const std::string here = views.config.base_url.absolute(head.route);
  Json items = Json::array();
  const auto add = [&](const std::string& label, const std::string& url) {
    items.push_back({{"@type", "ListItem"},
                     {"position", items.size() + 1},
                     {"name", label},
                     {"item", url.empty() ? here : absolute(url, views)}});
  };
  add(views.theme.text(head.language, "home"), views.url(views.routes.home(head.language)));
  for (const Breadcrumb& crumb : head.breadcrumbs) add(crumb.label, crumb.url);
  return text_of({{"@type", "BreadcrumbList"}, {"@id", here + "#breadcrumbs"}, {"itemListElement", std::move(items)}});
}

std::string website(const Head& head, const Views& views) {
  const Config& config = views.config;
  const std::string home = config.base_url.absolute(head.route);
  Json out = {
      {"@type", "WebSite"}, {"@id", home + "#website"}, {"url", home}, {"name", config.title.in(head.language)}};
  if (!config.description.empty()) out["description"] = config.description.in(head.language);
  out["inLanguage"] = head.language;
  if (config.publisher) out["publisher"] = {{"@id", publisher_id(views)}};
  if (!views.routes.search_descriptions.empty()) {
    std::string words = config.base_url.absolute(views.routes.search) + "?q={search_term_string}";
    if (config.is_other_language(head.language)) words += "&lang=" + head.language;
    out["potentialAction"] = {{"@type", "SearchAction"}, {"target", {{"@type", "EntryPoint"}, {"urlTemplate", words}}}};
  }
  return text_of(out);
}

bool is_named(const std::string& id, const std::vector<std::string>& objects) {
  for (const std::string& each : objects)
    if (each.find('"' + id + '"') != std::string::npos) return true;
  return false;
}

}  // namespace

std::string json_ld(const Head& head, const Views& views) {
  std::vector<std::string> objects = head.objects;
  if (head.route == views.routes.home(head.language)) objects.push_back(website(head, views));
  if (!head.breadcrumbs.empty()) objects.push_back(breadcrumbs(head, views));
  if (views.config.publisher && is_named(publisher_id(views), objects)) {
    objects.push_back(publisher_object(views, head.language));
  }
  if (objects.empty()) return "";
  std::string out = R"({"@context":{"@vocab":"https://schema.org/"},"@graph":[)";
  for (const std::string& each : objects) out += (out.back() == '[' ? "" : ",\n") + each;
  return inside_script(out + "]}");
}

}  // namespace kronika
