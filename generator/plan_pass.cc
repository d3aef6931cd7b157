// Everything below public/ is planned before anything is written, so that two files with one address are found while
// nothing is lost.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "generator/catalogue/catalogue_view.h"
#include "generator/catalogue/dcat.h"
#include "generator/catalogue/harvester.h"
#include "generator/core/digest.h"
#include "generator/exports/from_entries.h"
#include "generator/output/content_type.h"
#include "generator/output/search_description.h"
#include "generator/output/sitemap.h"
#include "generator/output/table_csv.h"
#include "generator/passes.h"
#include "generator/views/declaration.h"
#include "generator/views/packs.h"
#include "generator/views/pages.h"

namespace kronika {
namespace {

using SharedData = std::map<std::string, TemplateData>;

ExportSite export_site(const Views& views) {
  return {views.model, views.theme, views.links, views.routes, views.source, views.contents, views.zone};
}

/// The search in the site's own language looks through the pages of all.
SearchDescription description_of_search(const std::string& language, const Route& self, const Views& views) {
  const Config& config = views.config;
  SearchDescription out;
  out.short_name = config.search_name.in(language);
  out.title = config.title.in(language);
  out.description = config.description.in(language);
  out.language = language;
  out.url = config.base_url.absolute(self);
  out.search_url = config.base_url.absolute(views.routes.search);
  if (language != config.language) out.parameters = "lang=" + language;
  for (const char* name : {"favicon.svg", "favicon.png", "favicon.ico"})
    for (const PublishedAsset& asset : views.assets) {
      if (asset.path != name || !out.image_url.empty()) continue;
      out.image_url = config.base_url.absolute(asset.route);
      out.image_type = content_type(asset.path);
    }
  return out;
}

/// Addresses of one page in several languages; none for a page that is there in one alone.
std::vector<SitemapVersion> sitemap_versions(const std::vector<std::pair<std::string, Route>>& all,
                                             const Views& views) {
  std::vector<SitemapVersion> out;
  for (const auto& [language, route] : all) out.push_back({language, views.config.base_url.absolute(route)});
  if (out.size() < 2) out.clear();
  return out;
}

void add_homes_and_lists(std::vector<SitemapEntry>& out, const Views& views) {
  const auto& languages = views.config.languages;
  std::vector<std::pair<std::string, Route>> homes;
  for (const std::string& language : languages) homes.emplace_back(language, views.routes.home(language));
  for (const auto& [language, route] : homes)
    out.push_back({views.config.base_url.absolute(route), "", sitemap_versions(homes, views)});
  for (std::size_t c = 0; c < views.routes.lists.size(); ++c) {
    std::vector<std::pair<std::string, Route>> firsts;
    for (const std::string& language : languages)
      if (const ListRoutes* list = views.routes.list(c, language)) firsts.emplace_back(language, list->pages[0]);
    for (const auto& [language, first] : firsts) {
      const ListRoutes& list = *views.routes.list(c, language);
      for (const Route& route : list.pages) {
        out.push_back({views.config.base_url.absolute(route), "",
                       route == first ? sitemap_versions(firsts, views) : std::vector<SitemapVersion>{}});
      }
    }
  }
}

std::vector<SitemapVersion> versions_of(const Page& page, const Views& views) {
  std::vector<std::pair<std::string, Route>> all;
  for (const PageId id : views.model.versions[index(page.id)])
    all.emplace_back(views.model.page(id).language, views.model.page(id).route);
  return sitemap_versions(all, views);
}

std::vector<SitemapEntry> sitemap_entries(const Views& views) {
  std::vector<SitemapEntry> out;
  add_homes_and_lists(out, views);
  const auto add = [&](const Route& route) { out.push_back({views.config.base_url.absolute(route), "", {}}); };
  for (const auto& vocabulary : views.routes.vocabularies) {
    if (vocabulary) add(*vocabulary);
  }
  std::for_each(views.routes.terms.begin(), views.routes.terms.end(), add);
  if (views.routes.catalogue) add(views.routes.catalogue->page);
  std::for_each(views.routes.declarations.begin(), views.routes.declarations.end(), add);
  for (const Page& each : views.model.pages) {
    if (each.kind != PageKind::entry) continue;
    const auto& changed = each.updated ? each.updated : each.date;
    out.push_back(
        {views.config.base_url.absolute(each.route), changed ? iso(changed->date) : "", versions_of(each, views)});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.url < b.url; });
  return out;
}

/// What it plans borrows the views, not the planner.
class Planner {
 public:
  Planner(const Views& views, const SharedData& shared, std::vector<std::string>& packs)
      : views_(views), shared_(shared), packs_(packs) {}

  std::vector<PlannedFile> plan() {
    pages();
    lists();
    terms();
    plain_pages();
    redirects();
    data();
    catalogue();
    declaration();
    site_feeds();
    tables();
    packs();
    search_descriptions();
    for_crawlers();
    assets();
    attachments();
    return std::move(files_);
  }

 private:
  /// A page made by a template.
  void page(const Route& route, std::string owner, Place place, std::string kind, std::string variant,
            std::string language, std::function<TemplateData()> view) {
    const Template& compiled = views_.theme.find(kind, variant, language);
    const TemplateData& shared = shared_.at(language);
    files_.push_back({route.file(), std::move(owner), std::move(place), std::move(kind),
                      [&compiled, &shared, view = std::move(view)] { return compiled.render(shared, view()); },
                      &compiled, std::move(language)});
  }

  void file(const Route& route, std::string owner, std::function<std::string()> bytes) {
    files_.push_back({route.file(), std::move(owner), site_place(), "", std::move(bytes)});
  }

  static Place site_place(const Span& span = {}) { return {"site.toml", span}; }

  static Place place_of(const Page& page) { return {page.path, {1, 1, 1}}; }

  void pages() {
    for (const Page& each : views_.model.pages) {
      if (each.kind != PageKind::entry) continue;
      page(each.route, each.path, place_of(each), "page", each.collection, each.language,
           [&each, &views = views_] { return page_view(each, views); });
    }
  }

  void lists() {
    for (const std::string& language : views_.config.languages) {
      for (std::size_t c = 0; c < views_.routes.lists.size(); ++c) {
        if (const ListRoutes* list = views_.routes.list(c, language)) list_pages(c, *list, language);
      }
    }
  }

  void list_pages(std::size_t c, const ListRoutes& list, const std::string& language) {
    const CollectionConfig& config = views_.config.collections[c];
    for (std::size_t n = 0; n < list.pages.size(); ++n) {
      page(list.pages[n], "[collections." + config.name + "]", site_place(config.span), "list", config.name, language,
           [&views = views_, c, n, &language] { return list_view(c, n, views, language); });
    }
    if (!list.feed || language == views_.config.language) return;  // that one is among the data
    file(*list.feed, "the feed of [collections." + config.name + "]", [&views = views_, c, &list, &language] {
      const Collection& collection = views.model.collections[c];
      const std::string title = views.config.title.in(language) + " – " + collection.config->title.in(language);
      return feed(title, language, *list.feed, list.pages[0], collection.in(language).entries, export_site(views));
    });
  }

  void terms() {
    for (std::size_t v = 0; v < views_.routes.vocabularies.size(); ++v) {
      const VocabularyConfig& config = views_.config.vocabularies[v];
      if (!views_.routes.vocabularies[v]) continue;
      page(*views_.routes.vocabularies[v], "[vocabularies." + config.name + "]", site_place(config.span), "terms", "",
           views_.config.language, [&views = views_, v] { return terms_view(v, views); });
    }
    for (std::size_t t = 0; t < views_.routes.terms.size(); ++t) {
      const TermEntries& entries = views_.model.terms[t];
      page(views_.routes.terms[t], views_.model.vocabularies[entries.vocabulary].file, site_place(), "term", "",
           views_.config.language, [&views = views_, t] { return term_view(t, views); });
    }
  }

  void plain_pages() {
    const std::string& language = views_.config.language;
    for (const std::string& each : views_.config.languages) {
      page(views_.routes.home(each), "the home page", site_place(), "home", "", each,
           [&views = views_, &each] { return home_view(views, each); });
    }
    page(*Route::parse("/404.html"), "404.html", site_place(), "not_found", "", language,
         [&views = views_, &language] { return not_found_view(views, language); });
  }

  void redirects() {
    for (const Page& each : views_.model.pages) {
      for (const Route& alias : each.aliases) {
        page(alias, each.path, place_of(each), "redirect", "", each.language,
             [&each, &views = views_] { return redirect_view(each, views); });
      }
    }
  }

  /// Files of data, made before; and the site's own feed, which follows the collections with feeds, or all.
  void data() {
    const std::vector<DataRoute>& routes = views_.routes.data.files;
    for (std::size_t i = 0; i < routes.size(); ++i) {
      const DataRoute& each = routes[i];
      const auto bytes = [&views = views_, i] { return views.data[i]; };
      if (each.entry) {
        const Page& page = views_.model.page(*each.entry);
        files_.push_back({each.route.file(), page.path, place_of(page), "", bytes});
      } else {
        file(each.route, "the site's data (exports, api)", bytes);
      }
    }
  }

  void catalogue() {
    if (!views_.routes.catalogue) return;
    const CatalogueRoutes& routes = *views_.routes.catalogue;
    const std::string owner = "[catalogue]";
    page(routes.page, owner, site_place(views_.config.catalogue->span), "catalogue", "", views_.config.language,
         [&views = views_] { return catalogue_view(datasets_of(views), views); });
    file(routes.dcat, owner, [&views = views_] { return dcat_json_ld(datasets_of(views), views); });
    file(routes.harvester, owner, [&views = views_] { return harvester_xml(datasets_of(views), views); });
    file(routes.md5, owner, [&views = views_] { return md5_hex(harvester_xml(datasets_of(views), views)); });
  }

  void declaration() {
    for (std::size_t i = 0; i < views_.routes.declarations.size(); ++i) {
      const std::string& language = views_.config.languages[i];
      page(views_.routes.declarations[i], "[declaration]", site_place(views_.config.declaration->span), "declaration",
           "", language, [&views = views_, &language] { return declaration_view(views, language); });
    }
  }

  void site_feeds() {
    for (const std::string& language : views_.config.languages) {
      if (views_.routes.feed_in(language)) site_feed(language);
    }
  }

  void site_feed(const std::string& language) {
    std::vector<PageId> followed, dated;
    for (const Collection& collection : views_.model.collections) {
      const std::vector<PageId>& entries = collection.in(language).entries;
      dated.insert(dated.end(), entries.begin(), entries.end());
      if (collection.config->has(Export::atom)) followed.insert(followed.end(), entries.begin(), entries.end());
    }
    const Route& route = *views_.routes.feed_in(language);
    file(route, "the site's feed", [&views = views_, &route, &language, ids = followed.empty() ? dated : followed] {
      return feed(views.config.title.in(language), language, route, views.routes.home(language), ids,
                  export_site(views));
    });
  }

  void tables() {
    for (std::size_t t = 0; t < views_.model.tables.size(); ++t) {
      const DataTable& table = views_.model.tables[t];
      const TableRoutes& routes = views_.routes.tables[t];
      const auto add = [&](const Route& route, CsvDialect dialect) {
        files_.push_back({route.file(), "[tables." + table.config->name + "]", site_place(table.config->span), "",
                          [&table, dialect] { return table_csv(table, dialect); }});
      };
      add(routes.csv, CsvDialect::rfc4180);
      add(routes.spreadsheet, CsvDialect::spreadsheet);
    }
  }

  /// A pack's bytes are freed once they are written.
  void packs() {
    for (std::size_t i = 0; i < views_.routes.packs.size(); ++i) {
      const PackRoute& pack = views_.routes.packs[i];
      const CollectionConfig& config = views_.config.collections[pack.collection];
      const std::string owner = "a pack of [collections." + config.name + "]";
      const auto take = [&packs = packs_, i] { return std::exchange(packs[i], {}); };
      if (pack.kind == PackKind::print) {
        page(pack.route, owner, site_place(config.span), "print", config.name, views_.config.language,
             [&views = views_, &pack, take] { return print_view(pack, take(), views); });
      } else {
        file(pack.route, owner, take);
      }
    }
  }

  void search_descriptions() {
    for (const std::string& language : views_.config.languages) {
      const auto route = search_description_route(views_, language);
      if (!route) continue;
      file(*route, "the description of the search", [&views = views_, &language, route = *route] {
        return search_description(description_of_search(language, route, views));
      });
    }
  }

  void for_crawlers() {
    for (auto& [name, bytes] : sitemap(sitemap_entries(views_), views_.config.base_url.text())) {
      file(*Route::parse("/" + name), name, [bytes = bytes] { return bytes; });
    }
    file(*Route::parse("/robots.txt"), "robots.txt", [&views = views_] {
      std::vector<std::string> disallow = {views.url(views.routes.search)};
      const std::string& base = views.config.base_url.path();
      for (const std::string& path : views.config.robots_disallow) disallow.push_back(base + path.substr(1));
      return robots(disallow, views.config.base_url.text() + "sitemap.xml");
    });
  }

  void assets() {
    for (const PublishedAsset& asset : views_.assets) {
      file(asset.route, "the theme's assets/" + asset.path, [&asset] { return asset.bytes; });
    }
  }

  /// Is the file part of a bundle that is not published now?
  bool is_hidden(const std::string& path) const {
    return std::any_of(views_.model.hidden.begin(), views_.model.hidden.end(), [&](const HiddenPage& page) {
      return page.path.ends_with("/index.md") && path.starts_with(page.path.substr(0, page.path.size() - 8));
    });
  }

  void attachments() {
    for (const SourceFile& each : views_.source.files()) {
      const bool content = each.path.starts_with("content/") && !each.path.starts_with("content/_data/");
      if (!content || each.path.ends_with(".md") || each.kind != FileKind::regular || is_hidden(each.path)) continue;
      files_.push_back({views_.links.attachment_route(each.path).file(),
                        each.path,
                        {each.path, {}},
                        "",
                        [&source = views_.source, &each] { return source.read(each.path); }});
    }
  }

  const Views& views_;
  const SharedData& shared_;
  std::vector<std::string>& packs_;
  std::vector<PlannedFile> files_;
};

}  // namespace

std::vector<PlannedFile> plan_files(const Views& views, const SharedData& shared, std::vector<std::string>& packs) {
  return Planner(views, shared, packs).plan();
}

void check_addresses(std::span<const PlannedFile> files, Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, const PlannedFile*> taken;
  for (const PlannedFile& file : files) {
    const auto [other, is_new] = taken.emplace(file.path, &file);
    if (is_new) continue;
    const bool blame_other = file.place.file == "site.toml" && other->second->place.file != "site.toml";
    const PlannedFile& blamed = blame_other ? *other->second : file;
    const PlannedFile& owner = blame_other ? file : *other->second;
    diagnostics.report(Code::same_route, blamed.place, {"/" + file.path, owner.owner});
  }
}

std::vector<std::pair<std::string, std::string>> aliases_of(const SiteModel& model) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const Page& page : model.pages) {
    for (const Route& alias : page.aliases) {
      out.emplace_back(model.config->base_url.local(alias), model.config->base_url.local(page.route));
    }
  }
  return out;
}

}  // namespace kronika
