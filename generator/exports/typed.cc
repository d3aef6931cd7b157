// One function a kind of value; json_schema.cc says of each what it gives, and the two change together.
#include "generator/exports/typed.h"

#include "generator/config/licences.h"
#include "generator/core/digest.h"
#include "generator/output/content_type.h"

namespace kronika {
namespace {

constexpr double minor_units = 100;

struct Context {
  const Page& page;
  const ExportSite& site;
};

Json time_json(const DateTime& time, const TimeZone& zone) {
  return iso(time.offset_minutes ? time : zone.to_local(zone.to_instant(time)));
}

Json day_json(const std::optional<Date>& day) {
  return day ? Json(iso(*day)) : Json();
}

Json file_json(const FilePath& file, const ExportSite& site) {
  const std::string& path = file.source_path;
  const SourceFile* found = site.source.find(path);
  const std::string_view type = content_type(path);
  return {{"url", site.url(site.links.attachment_route(path))},
          {"name", path.substr(path.rfind('/') + 1)},
          {"size", found ? found->size : 0},
          {"media_type", type.substr(0, type.find(';'))},
          {"sha256", found ? Json(sha256_hex(site.source.read(path))) : Json()}};
}

/// A text that stands for more than itself.
Json text_json(const std::string& text, const Field& field, const Context& context) {
  const FieldType type = field.value_type();
  if (type == FieldType::licence) return licence_json(text);
  if (type == FieldType::data) {
    const DataTable* table = context.site.model.table(text);
    return {{"name", text}, {"title", table ? table->config->title.in(context.page.language) : text}};
  }
  if (type != FieldType::choice) return text;
  const Vocabulary* vocabulary = context.site.model.vocabulary(field.vocabulary);
  const Term* term = vocabulary ? vocabulary->find(text) : nullptr;
  return {{"value", text}, {"label", term && !term->label.empty() ? term->label.in(context.page.language) : text}};
}

Json records_json(const RecordList& records, const Field& field, const Context& context) {
  Json out = Json::array();
  for (const Record& record : records.rows) {
    Json row = Json::object();
    for (std::size_t i = 0; i < record.values.size(); ++i) {
      const Field& column = field.fields.fields[i];
      row[column.name] = typed_value(record.values[i], column, context.page, context.site);
    }
    out.push_back(std::move(row));
  }
  return out;
}

Json list_json(const ValueList& list, const Field& field, const Context& context) {
  Json out = Json::array();
  for (const FieldValue& each : list) {
    Json value = typed_value(each, field, context.page, context.site);
    if (!value.is_null()) out.push_back(std::move(value));
  }
  return out;
}

/// The alternatives of FieldValue, one overload each.
struct Typed {
  const Field& field;
  const Context& context;

  Json operator()(std::monostate) const { return {}; }
  Json operator()(bool truth) const { return truth; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(double number) const { return number; }
  Json operator()(const std::string& text) const { return text_json(text, field, context); }
  Json operator()(const Date& day) const { return iso(day); }
  Json operator()(const DateTime& time) const { return time_json(time, context.site.zone); }
  Json operator()(const Money& money) const {
    return {{"amount", static_cast<double>(money.minor) / minor_units}, {"currency", money.currency}};
  }
  Json operator()(const Period& period) const { return {{"from", day_json(period.from)}, {"to", day_json(period.to)}}; }
  Json operator()(const GeoPosition& position) const {
    return {{"latitude", position.latitude}, {"longitude", position.longitude}};
  }
  Json operator()(const Reference& reference) const {
    return reference.target ? reference_json(context.site.model.page(*reference.target), context.site) : Json();
  }
  Json operator()(const FilePath& file) const { return file_json(file, context.site); }
  Json operator()(const ValueList& list) const { return list_json(list, field, context); }
  Json operator()(const RecordList& records) const { return records_json(records, field, context); }
};

}  // namespace

Json typed_value(const FieldValue& value, const Field& field, const Page& page, const ExportSite& site) {
  const Context context{page, site};
  return std::visit(Typed{field, context}, value.value);
}

Json reference_json(const Page& target, const ExportSite& site) {
  return {{"collection", target.collection},
          {"slug", target.slug},
          {"title", target.title},
          {"url", site.url(target.route)}};
}

Json licence_json(std::string_view spdx) {
  const Licence* licence = spdx.empty() ? nullptr : find_licence(spdx);
  if (!licence) return {};
  return {{"id", licence->spdx}, {"name", licence->name}, {"url", licence->url}};
}

Json moment_json(const std::optional<DateTime>& time, const TimeZone& zone) {
  if (!time) return {};
  const bool whole_day = time->hour == 0 && time->minute == 0 && time->second == 0 && !time->offset_minutes;
  return whole_day ? Json(iso(time->date)) : time_json(*time, zone);
}

Json entry_json(const Page& page, const ExportSite& site) {
  const std::vector<Field>& fields = site.collection_of(page).schema.fields;
  Json values = Json::object();
  for (std::size_t i = 0; i < fields.size(); ++i)
    values[fields[i].name] = typed_value(page.fields[i], fields[i], page, site);
  return {{"id", id_of(page)},
          {"slug", page.slug},
          {"url", site.url(page.route)},
          {"title", page.title},
          {"language", page.language},
          {"date", moment_json(page.date, site.zone)},
          {"updated", moment_json(page.updated, site.zone)},
          {"summary", summary_of(page, site.content(page))},
          {"example", page.example},
          {"fields", std::move(values)}};
}

Json collection_json(const Collection& collection, const ExportSite& site) {
  const CollectionConfig& config = *collection.config;
  const std::string& language = site.config().language;
  return {{"name", config.name},
          {"title", config.title.in(language)},
          {"summary", config.summary.in(language)},
          {"url", site.url(config.list_route)}};
}

}  // namespace kronika
