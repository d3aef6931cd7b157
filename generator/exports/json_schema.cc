// Every member of an object is required, since typed.cc writes null for what is not given: so `required` never lies,
// and a reader sees from the type alone what may be missing.
#include "generator/exports/json_schema.h"

#include <algorithm>

namespace kronika {
namespace {

constexpr const char* day_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

Json text_schema() {
  return {{"type", "string"}};
}

Json formatted(const char* format) {
  return {{"type", "string"}, {"format", format}};
}

Json matching(const char* pattern) {
  return {{"type", "string"}, {"pattern", pattern}};
}

Json number_schema(const char* type, const Field& field) {
  Json out = {{"type", type}};
  if (field.min) out["minimum"] = *field.min;
  if (field.max) out["maximum"] = *field.max;
  return out;
}

Json money_schema(const Field& field) {
  return object_schema({{"amount", number_schema("number", field)}, {"currency", matching("^[A-Z]{3}$")}});
}

Json degrees_schema(int most) {
  return {{"type", "number"}, {"minimum", -most}, {"maximum", most}};
}

Json choice_schema(const Field& field, const SiteModel& model) {
  Json value = text_schema();
  const Vocabulary* vocabulary = model.vocabulary(field.vocabulary);
  if (vocabulary && !vocabulary->terms.empty()) {
    Json values = Json::array();
    for (const Term& term : vocabulary->terms) values.push_back(term.value);
    value["enum"] = std::move(values);
  }
  return object_schema({{"value", std::move(value)}, {"label", text_schema()}});
}

Json file_schema() {
  return object_schema({{"url", formatted("uri")},
                        {"name", text_schema()},
                        {"size", {{"type", "integer"}, {"minimum", 0}}},
                        {"media_type", text_schema()},
                        {"sha256", {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}}}});
}

Json fields_schema(const Schema& schema, const ExportSite& site);

/// One value, without its label.
Json value_schema(const Field& field, FieldType type, const ExportSite& site) {
  switch (type) {
    case FieldType::integer:
      return number_schema("integer", field);
    case FieldType::decimal:
      return number_schema("number", field);
    case FieldType::money:
      return money_schema(field);
    case FieldType::date:
      return formatted("date");
    case FieldType::datetime:
      return formatted("date-time");
    case FieldType::period:
      return object_schema({{"from", nullable(formatted("date"))}, {"to", nullable(formatted("date"))}});
    case FieldType::boolean:
      return {{"type", "boolean"}};
    case FieldType::choice:
      return choice_schema(field, site.model);
    case FieldType::list:
      return {{"type", "array"}, {"items", value_schema(field, field.value_type(), site)}};
    case FieldType::table:
      return {{"type", "array"}, {"items", fields_schema(field.fields, site)}};
    case FieldType::data:
      return object_schema({{"name", text_schema()}, {"title", text_schema()}});
    case FieldType::reference:
      return reference_schema();
    case FieldType::file:
    case FieldType::image:
      return file_schema();
    case FieldType::url:
      return formatted("uri");
    case FieldType::postal_code:
      return matching("^[0-9]{2}-[0-9]{3}$");
    case FieldType::nip:
    case FieldType::krs:
      return matching("^[0-9]{10}$");
    case FieldType::regon:
      return matching("^([0-9]{9}|[0-9]{14})$");
    case FieldType::teryt:
      return matching("^[0-9]{2}([0-9]{2}([0-9]{3})?)?$");
    case FieldType::position:
      return object_schema({{"latitude", degrees_schema(90)}, {"longitude", degrees_schema(180)}});
    case FieldType::licence:
      return licence_schema();
    default:
      return text_schema();
  }
}

/// Can a field that has to be given still be null? An entry that is referred to may not be published now.
bool can_be_null(const Field& field) {
  return !field.required || field.type == FieldType::reference;
}

Json fields_schema(const Schema& schema, const ExportSite& site) {
  Json properties = Json::object();
  for (const Field& field : schema.fields) {
    Json one = value_schema(field, field.type, site);
    if (can_be_null(field)) one = nullable(std::move(one));
    one["title"] = field.label.in(site.config().language);
    properties[field.name] = std::move(one);
  }
  return object_schema(std::move(properties));
}

}  // namespace

Json object_schema(Json properties) {
  Json required = Json::array();
  for (const auto& [name, schema] : properties.items()) required.push_back(name);
  Json out = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) out["required"] = std::move(required);
  return out;
}

Json nullable(Json schema) {
  const auto type = schema.find("type");
  if (type != schema.end() && type->is_string()) {
    *type = Json::array({*type, "null"});
    return schema;
  }
  return {{"anyOf", Json::array({std::move(schema), {{"type", "null"}}})}};
}

Json licence_schema() {
  return object_schema({{"id", text_schema()}, {"name", text_schema()}, {"url", formatted("uri")}});
}

Json reference_schema() {
  return object_schema(
      {{"collection", text_schema()}, {"slug", text_schema()}, {"title", text_schema()}, {"url", formatted("uri")}});
}

Json moment_schema() {
  return {{"type", {"string", "null"}}, {"anyOf", {{{"pattern", day_pattern}}, {{"format", "date-time"}}}}};
}

Json entry_schema(const CollectionConfig& collection, const ExportSite& site) {
  Json languages = Json::array();
  for (const std::string& language : site.config().languages) languages.push_back(language);
  return object_schema({{"id", text_schema()},
                        {"slug", text_schema()},
                        {"url", formatted("uri")},
                        {"title", text_schema()},
                        {"language", {{"type", "string"}, {"enum", std::move(languages)}}},
                        {"date", moment_schema()},
                        {"updated", moment_schema()},
                        {"summary", text_schema()},
                        {"example", {{"type", "boolean"}}},
                        {"fields", fields_schema(collection.schema, site)}});
}

Json collection_schema(const Collection& collection, const Route& self, const ExportSite& site) {
  const CollectionConfig& config = *collection.config;
  Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"$id", site.url(self)},
              {"title", config.title.in(site.config().language)}};
  const Json about = object_schema({{"name", {{"type", "string"}, {"const", config.name}}},
                                    {"title", text_schema()},
                                    {"summary", text_schema()},
                                    {"url", formatted("uri")},
                                    {"schema", formatted("uri")}});
  out.update(object_schema({{"collection", about},
                            {"generated", formatted("date-time")},
                            {"licence", nullable(licence_schema())},
                            {"entries", {{"type", "array"}, {"items", entry_schema(config, site)}}}}));
  return out;
}

}  // namespace kronika
