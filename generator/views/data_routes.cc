// Files of data lie beside what they are of, named as their collection or entry: whoever keeps one knows what it was.
#include "generator/views/data_routes.h"

#include <algorithm>
#include <stdexcept>

namespace kronika {
namespace {

constexpr std::string_view api = "/api/v1/";

Route must_parse(const std::string& path) {
  auto route = Route::parse(path);
  if (!route) throw std::logic_error("an address made by the program is none: " + path);
  return *route;
}

/// Where files beside the page of this address lie.
std::string folder_of(const Route& route) {
  return route.path().substr(0, route.path().rfind('/') + 1);
}

class Planner {
 public:
  Planner(const SiteModel& model, const Theme& theme) : model_(model), theme_(theme) {
    out_.of_collection.resize(model.collections.size());
    out_.of_page.resize(model.pages.size());
  }

  DataRoutes plan() {
    for (std::size_t c = 0; c < model_.collections.size(); ++c) {
      beside_list(c);
      beside_entries(c);
    }
    calendar();
    if (model_.config->api) api_files();
    return std::move(out_);
  }

 private:
  void add(DataKind kind, const std::string& path, std::size_t owner = 0, std::size_t field = 0) {
    out_.files.push_back({kind, must_parse(path), owner, field, {}});
  }

  void of_collection(std::size_t c, DataKind kind, const std::string& path, std::size_t field = 0) {
    out_.of_collection[c].push_back(out_.files.size());
    add(kind, path, c, field);
  }

  void of_entry(std::size_t c, PageId entry, DataKind kind, const std::string& path) {
    out_.of_page[index(entry)].push_back(out_.files.size());
    add(kind, path, c);
    out_.files.back().entry = entry;
  }

  void beside_list(std::size_t c) {
    const CollectionConfig& config = *model_.collections[c].config;
    const std::string folder = folder_of(config.list_route);
    const std::string base = folder + config.name;
    if (config.has(Export::csv)) tables(c, base);
    if (config.has(Export::json)) {
      of_collection(c, DataKind::json, base + ".json");
      of_collection(c, DataKind::schema, base + ".schema.json");
    }
    if (config.has(Export::atom)) of_collection(c, DataKind::atom, folder + "atom.xml");
    if (config.has(Export::ical)) of_collection(c, DataKind::calendar, base + ".ics");
    if (config.has(Export::vcard)) of_collection(c, DataKind::contacts, base + ".vcf");
    if (config.has(Export::geojson)) of_collection(c, DataKind::map, base + ".geojson");
  }

  void tables(std::size_t c, const std::string& base) {
    of_collection(c, DataKind::table, base + ".csv");
    of_collection(c, DataKind::spreadsheet, base + "-excel.csv");
    const std::vector<Field>& fields = model_.collections[c].config->schema.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].type != FieldType::table || !is_used(c, i)) continue;
      of_collection(c, DataKind::field_table, base + "-" + fields[i].name + ".csv", i);
      of_collection(c, DataKind::field_spreadsheet, base + "-" + fields[i].name + "-excel.csv", i);
    }
  }

  /// A table that no entry fills is no data.
  bool is_used(std::size_t c, std::size_t field) const {
    const auto& entries = model_.collections[c].entries;
    return std::any_of(entries.begin(), entries.end(), [&](PageId id) {
      const auto* rows = model_.page(id).fields[field].as<RecordList>();
      return rows && !rows->rows.empty();
    });
  }

  void beside_entries(std::size_t c) {
    const CollectionConfig& config = *model_.collections[c].config;
    const auto start = config.schema.index_of(Role::start);
    for (const PageId id : model_.collections[c].entries) {
      const Page& page = model_.page(id);
      const std::string base = folder_of(page.route) + page.slug.substr(page.slug.rfind('/') + 1);
      if (config.has(Export::ical) && start && !page.fields[*start].empty())
        of_entry(c, id, DataKind::event, base + ".ics");
      if (config.has(Export::vcard)) of_entry(c, id, DataKind::contact, base + ".vcf");
    }
  }

  void calendar() {
    const auto& collections = model_.config->collections;
    if (std::none_of(collections.begin(), collections.end(), [](const auto& each) { return each.has(Export::ical); }))
      return;
    const std::string& name = theme_.text(model_.config->language, "calendar_path");
    add(DataKind::all_events, "/" + (name.empty() ? "calendar" : name) + ".ics");
  }

  void api_files() {
    const std::string folder(api);
    add(DataKind::api_index, folder + "index.json");
    add(DataKind::api_collections, folder + "collections.json");
    add(DataKind::api_vocabularies, folder + "vocabularies.json");
    add(DataKind::api_description, folder + "openapi.json");
    for (std::size_t v = 0; v < model_.vocabularies.size(); ++v)
      add(DataKind::api_vocabulary, folder + "vocabularies/" + model_.vocabularies[v].name + ".json", v);
    for (std::size_t c = 0; c < model_.collections.size(); ++c) {
      const CollectionConfig& config = *model_.collections[c].config;
      if (config.open) continue;
      const std::string base = folder + "collections/" + config.name;
      of_collection(c, DataKind::api_collection, base + ".json");
      for (const PageId id : model_.collections[c].entries)
        of_entry(c, id, DataKind::api_entry, base + "/" + model_.page(id).slug + ".json");
    }
  }

  const SiteModel& model_;
  const Theme& theme_;
  DataRoutes out_;
};

}  // namespace

const DataRoute* DataRoutes::find(const std::vector<std::size_t>& listed, DataKind kind) const {
  const auto found = std::find_if(listed.begin(), listed.end(), [&](std::size_t i) { return files[i].kind == kind; });
  return found == listed.end() ? nullptr : &files[*found];
}

const DataRoute* DataRoutes::find(DataKind kind) const {
  const auto found = std::find_if(files.begin(), files.end(), [&](const DataRoute& each) { return each.kind == kind; });
  return found == files.end() ? nullptr : &*found;
}

std::string_view media_type(DataKind kind) {
  switch (kind) {
    case DataKind::table:
    case DataKind::spreadsheet:
    case DataKind::field_table:
    case DataKind::field_spreadsheet:
      return "text/csv";
    case DataKind::atom:
      return "application/atom+xml";
    case DataKind::calendar:
    case DataKind::event:
    case DataKind::all_events:
      return "text/calendar";
    case DataKind::contacts:
    case DataKind::contact:
      return "text/vcard";
    case DataKind::map:
      return "application/geo+json";
    default:
      return "application/json";
  }
}

DataRoutes plan_data_routes(const SiteModel& model, const Theme& theme) {
  return Planner(model, theme).plan();
}

}  // namespace kronika
