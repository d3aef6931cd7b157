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
  for (const Page& page : model.pages) {
    if (page.kind == PageKind::home) {
      model.home = page.id;
    } else if (page.kind == PageKind::section) {
      by_name.at(page.collection)->index_page = page.id;
    } else {
      by_name.at(page.collection)->entries.push_back(page.id);
    }
  }
}

}  // namespace

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
  check_unique(pages, config, diagnostics);
  Visibility visibility = hide(pages, config, options);
  const auto next_state = settle_states(pages, config, data.vocabularies, options.now, diagnostics);

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
