// Addresses are planned before any text is rendered, so that links to lists and terms can be checked.
#include "generator/views/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "generator/content/page_address.h"
#include "generator/output/csv.h"

namespace kronika {
namespace {

Route must_parse(const std::string& path) {
  auto route = Route::parse(path);
  if (!route) throw std::logic_error("an address made by the program is none: " + path);
  return *route;
}

std::string with_slash(const Route& route) {
  std::string path = route.path();
  if (path.back() != '/') path += '/';
  return path;
}

ListRoutes list_routes(const CollectionConfig& config, const CollectionEntries& list, const Route& route,
                       const std::string& page_word) {
  ListRoutes out;
  const std::string base = with_slash(route);
  out.pages.push_back(must_parse(base));
  const auto size = static_cast<std::size_t>(config.page_size);
  for (std::size_t page = 2; (page - 1) * size < list.entries.size(); ++page) {
    out.pages.push_back(must_parse(fmt::format("{}{}-{}/", base, page_word, page)));
  }
  if (config.has(Export::atom)) out.feed = must_parse(base + "atom.xml");
  return out;
}

/// "praktyki" of "/praktyki/".
std::string last_part(const Route& route) {
  std::string path = with_slash(route);
  path.pop_back();
  return path.substr(path.rfind('/') + 1);
}

std::string ending(PackKind kind) {
  return "." + std::string(name_of(kind));
}

/// Beside the page for "/lekcje/x/"; "/lekcje/x.zip" where the page is "/lekcje/x.html".
Route entry_pack_route(const Page& page, PackKind kind) {
  const std::string& path = page.route.path();
  if (path.ends_with('/')) return must_parse(path + page.slug + ending(kind));
  const auto dot = path.find('.', path.rfind('/'));
  return must_parse(path.substr(0, dot) + ending(kind));
}

void add_packs(std::vector<PackRoute>& out, std::size_t number, const SiteModel& model, const std::string& print_word) {
  const Collection& collection = model.collections[number];
  const CollectionConfig& config = *collection.config;
  if (collection.entries.empty()) return;
  const std::string base = with_slash(config.list_route);
  for (const PackKind kind : config.packs) {
    const std::string name = kind == PackKind::print ? print_word + "/" : last_part(config.list_route) + ending(kind);
    out.push_back({number, std::nullopt, kind, must_parse(base + name)});
  }
  for (const PageId id : collection.entries) {
    for (const PackKind kind : config.entry_packs) {
      out.push_back({number, id, kind, entry_pack_route(model.page(id), kind)});
    }
  }
}

bool wants_feed(const SiteModel& model, std::string_view language) {
  return std::any_of(model.pages.begin(), model.pages.end(), [&](const Page& page) {
    return page.kind == PageKind::entry && page.date && page.language == language;
  });
}

std::string page_word(const Theme& theme, std::string_view language) {
  const std::string& word = theme.text(language, "page_path");
  return word.empty() ? "page" : word;
}

LanguageRoutes language_routes(const SiteModel& model, const std::string& language, const Theme& theme) {
  LanguageRoutes out{in_language(Route{}, language, *model.config), {}, {}};
  const std::string word = page_word(theme, language);
  for (const Collection& collection : model.collections) {
    const CollectionEntries& list = collection.in(language);
    const Route route = in_language(collection.config->list_route, language, *model.config);
    out.lists.push_back(list.has_list() ? std::optional(list_routes(*collection.config, list, route, word))
                                        : std::nullopt);
  }
  if (wants_feed(model, language)) out.feed = must_parse(out.home.path() + "atom.xml");
  return out;
}

void add(std::vector<Route>& out, const ListRoutes& list) {
  out.insert(out.end(), list.pages.begin(), list.pages.end());
  if (list.feed) out.push_back(*list.feed);
}

}  // namespace

Route SiteRoutes::home(std::string_view language) const {
  const auto found = translated.find(language);
  return found == translated.end() ? Route{} : found->second.home;
}

const ListRoutes* SiteRoutes::list(std::size_t collection, std::string_view language) const {
  const auto found = translated.find(language);
  if (found == translated.end()) return &lists[collection];
  const auto& list = found->second.lists[collection];
  return list ? &*list : nullptr;
}

const std::optional<Route>& SiteRoutes::feed_in(std::string_view language) const {
  const auto found = translated.find(language);
  return found == translated.end() ? feed : found->second.feed;
}

std::vector<Route> SiteRoutes::all() const {
  std::vector<Route> out;
  for (const ListRoutes& list : lists) add(out, list);
  for (const auto& [language, routes] : translated) {
    out.push_back(routes.home);
    for (const auto& list : routes.lists) {
      if (list) add(out, *list);
    }
    if (routes.feed) out.push_back(*routes.feed);
  }
  out.insert(out.end(), terms.begin(), terms.end());
  for (const auto& vocabulary : vocabularies) {
    if (vocabulary) out.push_back(*vocabulary);
  }
  for (const TableRoutes& table : tables) {
    out.push_back(table.csv);
    out.push_back(table.spreadsheet);
  }
  if (feed) out.push_back(*feed);
  for (const PackRoute& pack : packs) out.push_back(pack.route);
  out.push_back(search);
  out.insert(out.end(), search_descriptions.begin(), search_descriptions.end());
  for (const DataRoute& file : data.files) out.push_back(file.route);
  if (catalogue) out.insert(out.end(), {catalogue->page, catalogue->dcat, catalogue->harvester, catalogue->md5});
  out.insert(out.end(), declarations.begin(), declarations.end());
  return out;
}

std::optional<Route> term_route(const SiteModel& model, std::string_view vocabulary, std::string_view value) {
  for (std::size_t v = 0; v < model.vocabularies.size(); ++v) {
    const Vocabulary& words = model.vocabularies[v];
    const auto& pages = model.config->vocabularies[v].pages;
    if (words.name != vocabulary || !pages) continue;
    for (const TermEntries& entries : model.terms) {
      if (entries.vocabulary == v && words.terms[entries.term].value == value) {
        return must_parse(with_slash(*pages) + words.terms[entries.term].slug + "/");
      }
    }
  }
  return std::nullopt;
}

TableRoutes table_routes(const Config& config, const TableConfig& table) {
  const std::string file = table.name + ".csv";
  const std::string folder = with_slash(config.data_path);
  return {must_parse(folder + file), must_parse(folder + spreadsheet_name(file))};
}

SiteRoutes plan_routes(const SiteModel& model, const Theme& theme) {
  SiteRoutes out;
  const std::string word = page_word(theme, model.config->language);
  for (const Collection& collection : model.collections) {
    out.lists.push_back(list_routes(*collection.config, collection, collection.config->list_route, word));
  }
  for (const std::string& language : model.config->languages) {
    if (model.config->is_other_language(language))
      out.translated.emplace(language, language_routes(model, language, theme));
  }
  for (const TermEntries& entries : model.terms) {
    const Vocabulary& words = model.vocabularies[entries.vocabulary];
    const Route& pages = *model.config->vocabularies[entries.vocabulary].pages;
    out.terms.push_back(must_parse(with_slash(pages) + words.terms[entries.term].slug + "/"));
  }
  for (std::size_t v = 0; v < model.vocabularies.size(); ++v) {
    const bool used = std::any_of(model.terms.begin(), model.terms.end(),
                                  [&](const TermEntries& entries) { return entries.vocabulary == v; });
    const auto& pages = model.config->vocabularies[v].pages;
    out.vocabularies.push_back(used && pages ? std::optional(must_parse(with_slash(*pages))) : std::nullopt);
  }
  for (const TableConfig& table : model.config->tables) out.tables.push_back(table_routes(*model.config, table));
  const std::string& print_word = theme.text(model.config->language, "print_path");
  for (std::size_t c = 0; c < model.collections.size(); ++c) {
    add_packs(out.packs, c, model, print_word.empty() ? "print" : print_word);
  }
  if (wants_feed(model, model.config->language)) out.feed = must_parse("/atom.xml");
  out.search = model.config->search_path;
  for (const std::string& language : model.config->languages) {
    const bool own = language == model.config->language;
    out.search_descriptions.push_back(must_parse("/opensearch." + (own ? "" : language + ".") + "xml"));
  }
  out.data = plan_data_routes(model, theme);
  if (model.config->catalogue) {
    const Route& page = model.config->catalogue->url;
    out.catalogue = {page, must_parse(page.path() + "catalog.jsonld"), must_parse(page.path() + "harvester.xml"),
                     must_parse(page.path() + "harvester.xml.md5")};
  }
  if (model.config->declaration) {
    for (const std::string& language : model.config->languages) {
      const bool own = language == model.config->language;
      out.declarations.push_back(must_parse((own ? "" : "/" + language) + model.config->declaration->url.path()));
    }
  }
  return out;
}

}  // namespace kronika
