// The answers of api.cc, member by member.
#include "generator/exports/openapi.h"

#include "generator/exports/json_schema.h"
#include "generator/exports/openapi_search.h"

namespace kronika {
namespace {

Json text_schema() {
  return {{"type", "string"}};
}
Json address_schema() {
  return {{"type", "string"}, {"format", "uri"}};
}
Json number_schema() {
  return {{"type", "integer"}, {"minimum", 0}};
}
Json list_of(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}
Json texts_by_name() {
  return {{"type", "object"}, {"additionalProperties", text_schema()}};
}

Json index_schema() {
  const Json links = object_schema({{"collections", address_schema()},
                                    {"vocabularies", address_schema()},
                                    {"openapi", address_schema()},
                                    {"search", nullable(address_schema())}});
  return object_schema({{"version", {{"type", "integer"}, {"const", 1}}},
                        {"title", text_schema()},
                        {"description", text_schema()},
                        {"url", address_schema()},
                        {"language", text_schema()},
                        {"languages", list_of(text_schema())},
                        {"licence", nullable(licence_schema())},
                        {"generated", {{"type", "string"}, {"format", "date-time"}}},
                        {"links", links}});
}

Json about_collection_schema() {
  const Json file = object_schema({{"url", address_schema()}, {"media_type", text_schema()}});
  return object_schema({{"name", text_schema()},
                        {"title", text_schema()},
                        {"summary", text_schema()},
                        {"url", address_schema()},
                        {"total", number_schema()},
                        {"api_url", address_schema()},
                        {"exports", list_of(file)}});
}

Json short_entry_schema() {
  return object_schema({{"id", text_schema()},
                        {"slug", text_schema()},
                        {"title", text_schema()},
                        {"language", text_schema()},
                        {"url", address_schema()},
                        {"api_url", address_schema()},
                        {"date", moment_schema()},
                        {"updated", moment_schema()}});
}

Json reference_to_schema(const char* name) {
  return {{"$ref", std::string("#/components/schemas/") + name}};
}

Json back_references_schema() {
  Json entry = reference_schema();
  entry["properties"]["api_url"] = nullable(address_schema());
  entry["required"].push_back("api_url");
  return list_of(object_schema({{"name", text_schema()}, {"label", text_schema()}, {"entries", list_of(entry)}}));
}

Json whole_entry_schema(const CollectionConfig& collection, const ExportSite& site) {
  Json properties = entry_schema(collection, site)["properties"];
  properties["collection"] = {{"type", "string"}, {"const", collection.name}};
  properties["back_references"] = back_references_schema();
  properties["text"] = {{"type", "string"}, {"description", "The text without markup, a block a line."}};
  properties["html"] = {{"type", "string"}, {"description", "The text; its addresses are relative to `url`."}};
  return object_schema(std::move(properties));
}

Json about_vocabulary_members() {
  return {{"name", text_schema()},
          {"title", text_schema()},
          {"parent", nullable(text_schema())},
          {"total", number_schema()},
          {"api_url", address_schema()}};
}

Json vocabulary_schema() {
  const Json term = object_schema({{"value", text_schema()},
                                   {"label", text_schema()},
                                   {"labels", texts_by_name()},
                                   {"description", text_schema()},
                                   {"parent", nullable(text_schema())},
                                   {"url", nullable(address_schema())},
                                   {"more", texts_by_name()}});
  Json members = about_vocabulary_members();
  members["terms"] = list_of(term);
  return object_schema(std::move(members));
}

/// GET, answered with a file of JSON.
Json path_of_file(const std::string& operation, const std::string& summary, Json schema) {
  Json answer = {{"description", "The file."}};
  answer["content"]["application/json"]["schema"] = std::move(schema);
  Json get = {{"operationId", operation}, {"summary", summary}};
  get["responses"]["200"] = std::move(answer);
  Json out = Json::object();
  out["get"] = std::move(get);
  return out;
}

Json slug_parameter() {
  return {{"name", "slug"},
          {"in", "path"},
          {"required", true},
          {"description", "The last part of the entry's id; a '/' in it stays as it is."},
          {"schema", text_schema()}};
}

class Description {
 public:
  explicit Description(const ExportSite& site) : site_(site) {}

  std::string bytes() {
    for (const DataRoute& file : site_.routes.data.files) describe(file);
    if (!site_.routes.search_descriptions.empty()) {
      paths_[site_.routes.search.encoded()] = search_path(site_);
      schemas_["search_results"] = search_results_schema();
    }
    const Config& config = site_.config();
    std::string server = config.base_url.text();
    server.pop_back();  // paths begin with '/'
    Json info = {{"title", config.title.in(config.language)}, {"version", "1"}};
    if (!config.description.empty()) info["description"] = config.description.in(config.language);
    Json out = {{"openapi", "3.1.0"}, {"info", std::move(info)}};
    out["servers"] = Json::array({Json{{"url", server}}});
    out["paths"] = std::move(paths_);
    out["components"]["schemas"] = std::move(schemas_);
    return bytes_of(out);
  }

 private:
  void describe(const DataRoute& file) {
    const std::string& path = file.route.path();
    switch (file.kind) {
      case DataKind::api_index:
        return add(path, "index", "The site, and where to go on.", index_schema());
      case DataKind::api_collections:
        schemas_["collection"] = about_collection_schema();
        return add(path, "collections", "All collections.",
                   object_schema({{"collections", list_of(reference_to_schema("collection"))}}));
      case DataKind::api_vocabularies:
        return add(path, "vocabularies", "All vocabularies.",
                   object_schema({{"vocabularies", list_of(object_schema(about_vocabulary_members()))}}));
      case DataKind::api_vocabulary:
        schemas_["vocabulary"] = vocabulary_schema();
        return add(path, "vocabulary-" + site_.model.vocabularies[file.owner].name, "One vocabulary with its terms.",
                   reference_to_schema("vocabulary"));
      case DataKind::api_description:
        return add(path, "openapi", "This description.", {{"type", "object"}});
      case DataKind::api_collection:
        return describe_collection(path, site_.config().collections[file.owner]);
      default:
        return;
    }
  }

  void describe_collection(const std::string& path, const CollectionConfig& collection) {
    const std::string& title = collection.title.in(site_.config().language);
    schemas_["entry"] = short_entry_schema();
    add(path, "entries-" + collection.name, title,
        object_schema(
            {{"collection", reference_to_schema("collection")}, {"entries", list_of(reference_to_schema("entry"))}}));
    const std::string name = "entry-" + collection.name;
    schemas_[name] = whole_entry_schema(collection, site_);
    Json one = path_of_file(name, title + ": one entry.", reference_to_schema(name.c_str()));
    one["get"]["responses"]["404"] = {{"description", "There is no such entry."}};
    one["parameters"] = Json::array({slug_parameter()});
    paths_[path.substr(0, path.rfind(".json")) + "/{slug}.json"] = std::move(one);
  }

  void add(const std::string& path, const std::string& operation, const std::string& summary, Json schema) {
    paths_[path] = path_of_file(operation, summary, std::move(schema));
  }

  const ExportSite& site_;
  Json paths_ = Json::object();
  Json schemas_ = Json::object();
};

}  // namespace

std::string openapi(const ExportSite& site) {
  return Description(site).bytes();
}

}  // namespace kronika
