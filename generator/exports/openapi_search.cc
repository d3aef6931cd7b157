// What README.md says of the search, for this site: its filters are those of its schemas.
#include "generator/exports/openapi_search.h"

#include <algorithm>

#include "generator/content/field_levels.h"
#include "generator/exports/json_schema.h"

namespace kronika {
namespace {

constexpr int most_results = 1000;   // of CSV and GeoJSON
constexpr int longest_query = 1000;  // bytes

Json text_schema() {
  return {{"type", "string"}};
}
Json number_schema(int least) {
  return {{"type", "integer"}, {"minimum", least}};
}
Json list_of(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

Json parameter(const std::string& name, const std::string& description, Json schema) {
  return {{"name", name}, {"in", "query"}, {"description", description}, {"schema", std::move(schema)}};
}

Json one_of(std::initializer_list<const char*> values, const char* usual) {
  Json all = Json::array();
  for (const char* value : values) all.push_back(value);
  return {{"type", "string"}, {"enum", std::move(all)}, {"default", usual}};
}

/// A filter: its name, and the values where they are known; values of further levels are paths, too many to list.
struct Filter {
  std::string name, label;
  Json values = Json::array();
  bool closed = true;
  bool range = false;
};

class Filters {
 public:
  explicit Filters(const ExportSite& site) : site_(site) {
    const Config& config = site.config();
    Filter sections{"collection", "The collection"};
    for (const CollectionConfig& each : config.collections) sections.values.push_back(each.name);
    filters_.push_back(std::move(sections));
    for (const CollectionConfig& each : config.collections)
      for (const Field& field : each.schema.fields)
        if (field.facet) add(each.schema, field);
    if (config.date_facet)
      filters_.push_back({config.front_matter.date, "The year of the page's date", {}, false, true});
  }

  std::vector<Filter> take() { return std::move(filters_); }

 private:
  void add(const Schema& schema, const Field& field) {
    const Field& top = *levels_of(schema, field).front();
    auto found = std::find_if(filters_.begin(), filters_.end(), [&](const Filter& f) { return f.name == top.name; });
    if (found == filters_.end()) {
      filters_.push_back({top.name, top.label.in(site_.config().language)});
      found = filters_.end() - 1;
    }
    const FieldType type = field.value_type();
    found->range = found->range || type == FieldType::integer || type == FieldType::date || type == FieldType::datetime;
    const Vocabulary* vocabulary = type == FieldType::choice ? site_.model.vocabulary(field.vocabulary) : nullptr;
    if (!vocabulary || &top != &field) {
      found->closed = false;
      return;
    }
    for (const Term& term : vocabulary->terms)
      if (std::find(found->values.begin(), found->values.end(), term.value) == found->values.end())
        found->values.push_back(term.value);
  }

  const ExportSite& site_;
  std::vector<Filter> filters_;
};

void append_filters(Json& parameters, const ExportSite& site) {
  for (const Filter& filter : Filters(site).take()) {
    Json value = text_schema();
    if (filter.closed && !filter.values.empty()) value["enum"] = filter.values;
    Json one = parameter(filter.name, filter.label + ". Repeatable: one of the values is enough.", list_of(value));
    one["style"] = "form";
    one["explode"] = true;
    parameters.push_back(std::move(one));
    if (!filter.range) continue;
    parameters.push_back(parameter(filter.name + "-from", filter.label + ": at least.", {{"type", "integer"}}));
    parameters.push_back(parameter(filter.name + "-to", filter.label + ": at most.", {{"type", "integer"}}));
  }
}

Json parameters(const ExportSite& site) {
  Json size = number_schema(1);
  size["maximum"] = most_results;
  Json query = text_schema();
  query["maxLength"] = longest_query;
  Json page = number_schema(1);
  page["default"] = 1;
  Json languages = text_schema();
  languages["enum"] = site.config().languages;
  Json out = Json::array();
  out.push_back(parameter("q", "The words that are looked for; without them all pages.", query));
  out.push_back(parameter("page", "Which page of results.", page));
  out.push_back(parameter("size", "Results a page: at most 100, of CSV and GeoJSON 1000.", size));
  out.push_back(parameter("sort", "The order of results.", one_of({"relevance", "date", "title"}, "relevance")));
  out.push_back(parameter("lang", "Pages in this language alone.", languages));
  out.push_back(parameter("format", "The form of the answer.",
                          one_of({"html", "json", "suggest", "atom", "csv", "geojson"}, "html")));
  append_filters(out, site);
  return out;
}

Json found_page_schema() {
  Json date = nullable(text_schema());
  Json fields = {{"type", "object"}, {"description", "The page's fields by name: a text, or a list of texts."}};
  return object_schema({{"url", text_schema()},
                        {"section_url", text_schema()},
                        {"title", text_schema()},
                        {"collection", text_schema()},
                        {"date", std::move(date)},
                        {"partial", {{"type", "boolean"}}},
                        {"snippet_html", text_schema()},
                        {"fields", std::move(fields)}});
}

Json facet_schema() {
  Json value = object_schema({{"value", text_schema()},
                              {"label", text_schema()},
                              {"count", number_schema(0)},
                              {"selected", {{"type", "boolean"}}}});
  value["properties"]["parent"] = text_schema();  // of values that lie in another
  Json facet = object_schema({{"name", text_schema()}, {"label", text_schema()}, {"values", list_of(value)}});
  facet["properties"]["ranges"] = list_of(text_schema());  // where some are chosen
  return facet;
}

Json answers() {
  const auto form = [](const char* type, Json schema) {
    Json out = Json::object();
    out[type]["schema"] = std::move(schema);
    return out;
  };
  Json content = form("application/json", {{"$ref", "#/components/schemas/search_results"}});
  for (const char* type : {"text/html", "text/csv", "application/atom+xml"}) content.update(form(type, text_schema()));
  content.update(form("application/geo+json", {{"type", "object"}}));
  content.update(form("application/x-suggestions+json", {{"type", "array"}}));
  Json out = Json::object();
  out["200"] = {{"description", "The results, in the form that was asked for."}, {"content", std::move(content)}};
  const std::pair<const char*, const char*> errors[] = {
      {"304", "Not changed since the answer with this ETag."},
      {"400", "The request is out of bounds; the answer says which."},
      {"405", "Only GET and HEAD are answered."},
      {"503", "There is no index, or the answer takes too long."},
  };
  for (const auto& [status, description] : errors) out[status] = {{"description", description}};
  return out;
}

}  // namespace

Json search_path(const ExportSite& site) {
  Json get = {{"operationId", "search"}, {"summary", "Search the pages."}};
  get["parameters"] = parameters(site);
  get["responses"] = answers();
  Json out = Json::object();
  out["get"] = std::move(get);
  return out;
}

Json search_results_schema() {
  return object_schema({{"query", text_schema()},
                        {"total", number_schema(0)},
                        {"total_is_exact", {{"type", "boolean"}}},
                        {"partial_total", number_schema(0)},
                        {"page", number_schema(1)},
                        {"size", number_schema(1)},
                        {"results", list_of(found_page_schema())},
                        {"facets", list_of(facet_schema())},
                        {"suggestion", nullable(text_schema())},
                        {"took_ms", {{"type", "number"}}}});
}

}  // namespace kronika
