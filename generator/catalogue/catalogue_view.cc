// The page says what the files for catalogues say, from the same values.
#include "generator/catalogue/catalogue_view.h"

#include "generator/config/licences.h"
#include "generator/content/content.h"
#include "generator/core/json.h"
#include "generator/views/schema_org.h"
#include "generator/views/short_words.h"

namespace kronika {
namespace {

std::string day(Instant instant, const Views& views) {
  return iso(views.zone.to_local(instant).date);
}

Json download_json(const Resource& file, const Views& views) {
  return {{"@type", "DataDownload"},
          {"@id", resource_address(file, views)},
          {"name", text_in(file.title, views.config.language, views.config)},
          {"contentUrl", file.url},
          {"encodingFormat", file.media_type},
          {"contentSize", std::to_string(file.size) + " B"},
          {"sha256", file.sha256}};
}

Json dataset_json(const Dataset& each, const Licence* licence, const Views& views) {
  const Config& config = views.config;
  Json out = {{"@type", "Dataset"}, {"@id", dataset_address(each, views)}, {"identifier", each.config->id}};
  out["name"] = text_in(each.title, config.language, config);
  out["description"] = text_in(each.description, config.language, config);
  out["url"] = each.url;
  Json words = Json::array();
  for (const auto& [language, tags] : each.config->tags)
    for (const std::string& tag : tags) words.push_back(tag);
  out["keywords"] = std::move(words);
  if (licence) out["license"] = licence->url;
  out["creator"] = {{"@id", publisher_id(views)}};
  out["isAccessibleForFree"] = true;
  if (each.first) out["datePublished"] = day(*each.first, views);
  if (each.last) out["dateModified"] = day(*each.last, views);
  Json places = Json::array();
  for (const std::string& code : each.config->regions) {
    places.push_back({{"@type", "AdministrativeArea"},
                      {"identifier", {{"@type", "PropertyValue"}, {"propertyID", "TERYT"}, {"value", code}}}});
  }
  if (!places.empty()) out["spatialCoverage"] = std::move(places);
  Json files = Json::array();
  for (const Resource& file : each.resources) files.push_back(download_json(file, views));
  out["distribution"] = std::move(files);
  return out;
}

std::string catalogue_object(const std::vector<Dataset>& datasets, const Licence* licence, const Views& views) {
  const Config& config = views.config;
  const std::string here = config.base_url.absolute(config.catalogue->url);
  Json all = Json::array();
  for (const Dataset& each : datasets) all.push_back(dataset_json(each, licence, views));
  const Json out = {{"@type", "DataCatalog"},
                    {"@id", here},
                    {"name", config.catalogue->title.in(config.language)},
                    {"description", config.catalogue->description.in(config.language)},
                    {"url", here},
                    {"publisher", {{"@id", publisher_id(views)}}},
                    {"dataset", std::move(all)}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

TemplateData file_item(const Resource& file, const Views& views) {
  TemplateData out;
  set_text(out, "id", "file-" + file.id);
  set_text(out, "label", file.label);
  set_text(out, "description", text_in(file.description, views.config.language, views.config));
  set_text(out, "url", file.url);
  set_text(out, "type", file.media_type);
  set_text(out, "note", file.note);
  set_optional(out, "schema_url", file.schema_url);
  return out;
}

TemplateData dataset_item(const Dataset& each, const Views& views) {
  const std::string& language = views.config.language;
  TemplateData out;
  set_text(out, "id", "dataset-" + each.config->id);
  set_text(out, "title", bind_short_words(std::string(text_in(each.title, language, views.config)), language));
  set_text(out, "description",
           bind_short_words(std::string(text_in(each.description, language, views.config)), language));
  set_text(out, "url", each.url);
  set_text(out, "frequency", views.theme.text(language, each.config->frequency->text_key));
  const auto changed = each.last ? std::optional(views.zone.to_local(*each.last).date) : std::nullopt;
  set_optional(out, "updated", changed ? long_date(*changed, language) : "");
  set_text(out, "updated_iso", changed ? iso(*changed) : "");
  std::vector<TemplateData> files;
  for (const Resource& file : each.resources) files.push_back(file_item(file, views));
  set_list(out, "files", files);
  return out;
}

}  // namespace

TemplateData catalogue_view(const std::vector<Dataset>& datasets, const Views& views) {
  const Config& config = views.config;
  const CatalogueConfig& about = *config.catalogue;
  const Licence* licence = find_licence(about.licence);
  TemplateData data;
  Head head{about.title.in(config.language), about.description.in(config.language), about.url, config.language};
  head.breadcrumbs = {{head.title, ""}};
  head.objects = {catalogue_object(datasets, licence, views)};
  const CatalogueRoutes& routes = *views.routes.catalogue;
  head.alternates = {{views.url(routes.dcat), "application/ld+json", "DCAT-AP"}};
  fill_head(data, head, views);
  set_text(data, "summary", bind_short_words(head.description, head.language));
  set_text(data, "licence", licence ? licence->name : "");
  set_text(data, "licence_url", licence ? licence->url : "");
  set_text(data, "publisher", config.publisher->name.in(config.language));
  set_text(data, "dcat_url", views.url(routes.dcat));
  set_text(data, "harvester_url", views.url(routes.harvester));
  std::vector<TemplateData> items;
  for (const Dataset& each : datasets) items.push_back(dataset_item(each, views));
  set_number(data, "total", static_cast<std::int64_t>(items.size()), config.language);
  set_list(data, "datasets", items);
  return data;
}

}  // namespace kronika
