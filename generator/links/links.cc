// Links are written as file paths, so that they work on a git host and in an editor; readers get addresses. The lookups
// are made once from the routes and the list of files, both plain values.
#include "generator/links/links.h"

#include <algorithm>
#include <cassert>

#include "generator/content/page_address.h"
#include "generator/core/raw.h"
#include "generator/links/destination.h"
#include "search/text/escape.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::string_view content_folder = "content";
constexpr std::string_view external_schemes[] = {"http", "https", "mailto", "tel"};

bool is_below_content(std::string_view path) {
  return path == content_folder || path.starts_with("content/");
}

bool is_index(std::string_view path) {
  return path.ends_with("/index.md") || path.ends_with("/_index.md");
}

std::string decoded(std::string_view text) {
  return to_nfc(percent_decode(text));
}

std::string reason(Hidden why) {
  switch (why) {
    case Hidden::draft:
      return both("a draft", "szkic");
    case Hidden::future:
      return both("its date is to come", "ma datę w przyszłości");
    case Hidden::expired:
      return both("it has expired", "wygasło");
  }
  return {};
}

}  // namespace

/// One call of resolve: what was asked, and where to complain.
struct LinkTable::Request {
  const Page& from;
  std::string_view written;
  Destination parts;
  const Place& place;
  Diagnostics& diagnostics;
};

LinkTable::LinkTable(const SiteModel& model, const Source& source) : model_(model), source_(source) {
  for (const bool own : {true, false}) {  // a folder is that of the page in the site's own language
    for (const Page& page : model.pages) {
      if ((page.language == model.config->language) == own) add_page(page);
    }
  }
  for (const Page& page : model.pages) {
    for (const Route& alias : page.aliases) by_route_.emplace(alias.path(), page.id);
  }
  for (const Collection& collection : model.collections) {
    lists_.emplace("content/" + collection.config->name, collection.config->list_route);
  }
  lists_.emplace(content_folder, Route());
  add_route(Route());
  for (const HiddenPage& page : model.hidden) add_hidden(page);
}

void LinkTable::add_page(const Page& page) {
  by_path_.emplace(page.path, page.id);
  by_route_.emplace(page.route.path(), page.id);
  const bool has_folder = is_index(page.path) || page.bundle || page.kind != PageKind::entry;
  if (has_folder) by_path_.emplace(page.folder, page.id);
  if (page.bundle) bundles_.emplace(page.folder, page.id);
}

const Page* LinkTable::page_at(const Route& route) const {
  const auto found = by_route_.find(route.path());
  return found == by_route_.end() ? nullptr : &model_.page(found->second);
}

void LinkTable::add_route(const Route& route) {
  other_routes_.insert(route.path());
}

void LinkTable::add_hidden(const HiddenPage& page) {
  hidden_.emplace(page.path, &page);
  if (is_index(page.path)) hidden_.emplace(folder_of(page.path), &page);
  const CollectionConfig* collection = model_.config->collection(page.collection);
  if (!collection) return;
  std::string route = collection->url;
  const auto slot = route.find("{slug}");
  if (slot == std::string::npos) return;
  route.replace(slot, std::string_view("{slug}").size(), page.slug);
  if (route.find('{') == std::string::npos) hidden_.emplace(route, &page);
}

ResolvedLink LinkTable::resolve(const Page& from, std::string_view destination, const Place& place,
                                Diagnostics& diagnostics) const {
  const Request request{from, destination, split_destination(destination), place, diagnostics};
  const std::string_view path = request.parts.path;
  if (!request.parts.scheme.empty()) return resolve_external(request);
  if (path.starts_with("//")) return broken(request, "https:" + std::string(path));
  if (path.starts_with('/')) return resolve_route(request);
  if (!path.empty()) return resolve_file(request, from.folder, path);
  if (!request.parts.fragment) return broken(request, {});
  ResolvedLink own = to_page(request, from.id);
  own.url = own.url.substr(own.url.find('#'));
  return own;
}

ResolvedLink LinkTable::resolve_external(const Request& request) const {
  const std::string scheme = lower(request.parts.scheme);
  if (std::find(std::begin(external_schemes), std::end(external_schemes), scheme) == std::end(external_schemes)) {
    request.diagnostics.report(Code::unsafe_link, request.place, {std::string(request.parts.scheme)});
    return {};
  }
  std::string_view rest = request.parts.path;
  if (scheme.starts_with("http")) {
    if (!rest.starts_with("//")) return broken(request, {});
    rest.remove_prefix(2);
    if (rest.empty() || std::string_view("/?#:").find(rest.front()) != std::string_view::npos)
      return broken(request, {});
  }
  if (rest.empty()) return broken(request, {});
  ResolvedLink link;
  link.kind = LinkKind::external;
  link.url = scheme + ":" + std::string(request.parts.path);
  return link;
}

ResolvedLink LinkTable::resolve_route(const Request& request) const {
  const auto joined = join_path("", decoded(request.parts.path));
  if (!joined) {
    request.diagnostics.report(Code::escaping_link, request.place, {std::string(request.written)});
    return {};
  }
  if (is_below_content(*joined) && by_path_.contains(*joined)) return resolve_file(request, "", *joined);
  std::string path = "/" + *joined;
  if (path.ends_with("/index.html")) path.resize(path.size() - std::string_view("index.html").size());
  for (const std::string& candidate : {path + "/", path}) {
    if (const auto page = by_route_.find(candidate); page != by_route_.end()) return to_page(request, page->second);
    if (other_routes_.contains(candidate)) return to_route(request, *Route::parse(candidate));
    if (const auto page = hidden_.find(candidate); page != hidden_.end()) return hidden(request, *page->second);
  }
  if (auto attachment = attachment_at(path)) return to_attachment(request, std::move(*attachment));
  return broken(request, nearest_route(path));
}

ResolvedLink LinkTable::resolve_file(const Request& request, std::string_view folder, std::string_view path) const {
  const auto joined = join_path(folder, decoded(path));
  if (!joined || !is_below_content(*joined)) {
    request.diagnostics.report(Code::escaping_link, request.place, {std::string(request.written)});
    return {};
  }
  if (const auto page = by_path_.find(*joined); page != by_path_.end()) return to_file(request, page->second);
  if (const auto page = hidden_.find(*joined); page != hidden_.end()) return hidden(request, *page->second);
  if (const auto list = lists_.find(*joined); list != lists_.end()) {
    return to_route(request, list_for(request.from, list->second));
  }
  if (is_attachment(*joined)) return to_attachment(request, *joined);
  return broken(request, nearest_file(request.from.folder, *joined));
}

ResolvedLink LinkTable::broken(const Request& request, std::string suggestion) const {
  if (!suggestion.empty() && request.parts.fragment) suggestion += "#" + std::string(*request.parts.fragment);
  request.diagnostics.report(Code::dangling_link, request.place, {std::string(request.written)}, std::move(suggestion));
  return {};
}

ResolvedLink LinkTable::hidden(const Request& request, const HiddenPage& page) const {
  request.diagnostics.report(Code::hidden_link, request.place, {std::string(request.written), reason(page.why)});
  ResolvedLink link;
  link.kind = LinkKind::hidden;
  return link;
}

/// The list in the reader's language, where that has one.
Route LinkTable::list_for(const Page& from, const Route& list) const {
  const Route translated = in_language(list, from.language, *model_.config);
  return other_routes_.contains(translated.path()) ? translated : list;
}

ResolvedLink LinkTable::to_file(const Request& request, PageId target) const {
  const Page& page = model_.page(target);
  if (page.language != model_.config->language) return to_page(request, target);
  const Page& version = model_.in_language(page, request.from.language);
  if (page.kind == PageKind::entry || version.language == request.from.language) return to_page(request, version.id);
  const Route list = list_for(request.from, page.route);
  return list == page.route ? to_page(request, target) : to_route(request, list);
}

ResolvedLink LinkTable::to_page(const Request& request, PageId target) const {
  ResolvedLink link;
  link.kind = LinkKind::page;
  link.target = target;
  link.url = model_.config->base_url.local(model_.page(target).route);
  if (request.parts.query) link.url += "?" + std::string(*request.parts.query);
  if (request.parts.fragment) {
    const std::string anchor = slugify(decoded(*request.parts.fragment));
    link.url += "#" + anchor;
    // "#" and "#top" lead to the top of any page (HTML, 7.4.6.4).
    if (!anchor.empty() && anchor != "top") {
      link.anchor = AnchorLink{target, anchor, decoded(*request.parts.fragment), request.place};
    }
  }
  return link;
}

ResolvedLink LinkTable::to_route(const Request& request, const Route& route) const {
  ResolvedLink link;
  link.kind = LinkKind::page;
  link.url = model_.config->base_url.local(route);
  if (request.parts.query) link.url += "?" + std::string(*request.parts.query);
  if (request.parts.fragment) link.url += "#" + std::string(*request.parts.fragment);
  return link;
}

ResolvedLink LinkTable::to_attachment(const Request& request, std::string path) const {
  ResolvedLink link;
  link.kind = LinkKind::attachment;
  link.url = attachment_url(path);
  if (request.parts.fragment) link.url += "#" + std::string(*request.parts.fragment);
  link.attachment = std::move(path);
  return link;
}

}  // namespace kronika
