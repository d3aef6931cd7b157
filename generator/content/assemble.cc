// From checked pages to the site's model: the steps in their order. What is not published now never enters the model.
#include <algorithm>
#include <map>

#include "generator/content/assembly.h"

namespace kronika {
namespace {

void fill_collections(SiteModel& model) {
  std::map<std::string_view, Collection*> by_name;
  model.collections.resize(model.config->collections.size());
  for (std::size_t i = 0; i < model.collections.size(); ++i) {
    model.collections[i].config = &model.config->collections[i];
    by_name[model.config->collections[i].name] = &model.collections[i];
  }
  for (const std::string& language : model.config->languages) {
    if (!model.config->is_other_language(language)) continue;
    for (Collection& collection : model.collections) collection.translated[language];
  }
  for (const Page& page : model.pages) {
    const bool own = page.language == model.config->language;
    if (page.kind == PageKind::home) {
      if (own) model.home = page.id;
      if (!own) model.translated_homes.emplace(page.language, page.id);
      continue;
    }
    Collection& collection = *by_name.at(page.collection);
    CollectionEntries& list = own ? collection : collection.translated.at(page.language);
    if (page.kind == PageKind::section) {
      list.index_page = page.id;
    } else {
      list.entries.push_back(page.id);
    }
  }
}

/// What link_translations found, by number.
void fill_versions(SiteModel& model) {
  std::map<std::string_view, PageId> by_path;
  std::map<std::string_view, std::vector<PageId>> by_key;
  for (const Page& page : model.pages) {
    by_path.emplace(page.path, page.id);
    if (!page.translation_key.empty()) by_key[page.translation_key].push_back(page.id);
  }
  const auto& languages = model.config->languages;
  const auto place = [&](PageId id) { return std::find(languages.begin(), languages.end(), model.page(id).language); };
  for (auto& [key, pages] : by_key) {
    std::sort(pages.begin(), pages.end(), [&](PageId a, PageId b) { return place(a) < place(b); });
  }
  for (const Page& page : model.pages) {
    const auto original = by_path.find(page.original);
    model.originals.push_back(original == by_path.end() ? page.id : original->second);
    model.versions.push_back(page.translation_key.empty() ? std::vector{page.id} : by_key.at(page.translation_key));
  }
}

}  // namespace

const CollectionEntries& Collection::in(std::string_view language) const {
  const auto found = translated.find(language);
  return found == translated.end() ? *this : found->second;
}

const Page& SiteModel::in_language(const Page& page, std::string_view language) const {
  for (const PageId id : versions.empty() ? std::vector{page.id} : versions[index(page.id)]) {
    if (this->page(id).language == language) return this->page(id);
  }
  return page;
}

const Collection* SiteModel::collection(std::string_view name) const {
  const auto found =
      std::find_if(collections.begin(), collections.end(), [&](const Collection& c) { return c.config->name == name; });
  return found == collections.end() ? nullptr : &*found;
}

const Vocabulary* SiteModel::vocabulary(std::string_view name) const {
  const auto found =
      std::find_if(vocabularies.begin(), vocabularies.end(), [&](const Vocabulary& v) { return v.name == name; });
  return found == vocabularies.end() ? nullptr : &*found;
}

const DataTable* SiteModel::table(std::string_view name) const {
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const DataTable& t) { return t.config->name == name; });
  return found == tables.end() ? nullptr : &*found;
}

const FundedProject* SiteModel::project(std::string_view name) const {
  const auto found =
      std::find_if(projects.begin(), projects.end(), [&](const FundedProject& p) { return p.name == name; });
  return found == projects.end() ? nullptr : &*found;
}

SiteModel assemble(std::vector<Page> pages, SiteData data, const Config& config, const AssembleOptions& options,
                   Diagnostics& diagnostics) {
  std::sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.path < b.path; });
  link_translations(pages, config, diagnostics);
  check_unique(pages, config, diagnostics);
  Visibility visibility = hide(pages, config, options);
  const auto next_state = settle_states(pages, config, data.vocabularies, options.now, diagnostics);
  inherit_fields(pages, config);

  SiteModel model;
  model.config = &config;
  model.now = options.now;
  model.pages = std::move(pages);
  for (std::size_t i = 0; i < model.pages.size(); ++i) model.pages[i].id = static_cast<PageId>(i);
  model.vocabularies = std::move(data.vocabularies);
  model.tables = std::move(data.tables);
  model.projects = std::move(data.projects);
  model.hidden = std::move(visibility.hidden);
  model.next_change = visibility.next_change;
  if (next_state) model.next_change = std::min(model.next_change.value_or(*next_state), *next_state);
  fill_versions(model);
  fill_collections(model);
  check_routes(model, diagnostics);
  order_collections(model);
  const std::vector<std::size_t> rank = ranks(model);
  resolve_references(model, rank, diagnostics);
  collect_terms(model, rank);
  find_related(model);
  return model;
}

}  // namespace kronika
