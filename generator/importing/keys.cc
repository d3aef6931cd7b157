// Built-in keys look like fields here, so that nothing after this needs to tell them apart.
#include "generator/importing/keys.h"

#include "generator/content/moments.h"

namespace kronika {
namespace {

FieldType type_of(std::string_view built_in) {
  if (built_in == "summary") return FieldType::long_text;
  if (built_in == "draft" || built_in == "search") return FieldType::boolean;
  if (built_in == "weight") return FieldType::integer;
  if (built_in == "search_weight") return FieldType::decimal;
  if (built_in == "date" || built_in == "updated" || built_in == "expires") return FieldType::datetime;
  return built_in == "aliases" ? FieldType::table : FieldType::text;
}

FieldValue moment(const std::optional<DateTime>& time, bool has_time) {
  if (!time) return {};
  return has_time ? FieldValue{*time, {}} : FieldValue{time->date, {}};
}

/// updated and expires do not keep whether a time was written; midnight is a day.
FieldValue moment(const std::optional<DateTime>& time) {
  return moment(time, time && (time->hour != 0 || time->minute != 0 || time->second != 0 || time->offset_minutes));
}

FieldValue text(const std::string& value) {
  return value.empty() ? FieldValue{} : FieldValue{value, {}};
}

FieldValue built_in_value(const Page& page, const std::string& name) {
  if (name == "title") return text(page.title);
  if (name == "slug") return text(page.slug);
  if (name == "date") return moment(page.date, page.date_has_time);
  if (name == "updated") return moment(page.updated);
  if (name == "expires") return moment(page.expires);
  if (name == "draft") return {page.draft, {}};
  if (name == "summary") return text(page.summary);
  if (name == "weight") return page.weight == 0 ? FieldValue{} : FieldValue{page.weight, {}};
  if (name == "language") return text(page.language);
  if (name == "translation_key") return text(page.translation_key);
  if (name == "search_weight") return {page.search_weight, {}};
  if (name == "search") return {page.searchable, {}};
  return {};
}

std::optional<DateTime> time_of(const FieldValue& value) {
  if (const auto* day = value.as<Date>()) return DateTime{*day, 0, 0, 0, {}};
  const auto* time = value.as<DateTime>();
  return time ? std::optional(*time) : std::nullopt;
}

bool is_same_moment(const FieldValue& page, const FieldValue& cell) {
  auto before = time_of(page), after = time_of(cell);
  if (!before || !after) return false;
  if (cell.as<Date>()) return before->date == after->date;
  if (!after->offset_minutes) before->offset_minutes.reset();
  return *before == *after;
}

}  // namespace

bool FrontMatterKey::fits_a_cell() const {
  return field.type != FieldType::table && field.type != FieldType::data && built_in != "aliases";
}

std::vector<FrontMatterKey> front_matter_keys(const Config& config, const CollectionConfig& collection) {
  std::vector<FrontMatterKey> keys;
  for (const std::string_view built_in : {"title", "slug", "date", "updated", "expires", "draft", "aliases", "summary",
                                          "weight", "language", "translation_key", "search_weight", "search"}) {
    FrontMatterKey key{config.front_matter.of(built_in), std::string(built_in), {}};
    key.field.name = key.name;
    key.field.type = type_of(built_in);
    keys.push_back(std::move(key));
  }
  const std::vector<Field>& fields = collection.schema.fields;
  for (std::size_t i = 0; i < fields.size(); ++i) keys.push_back({fields[i].name, "", fields[i], i});
  return keys;
}

FieldValue value_of(const Page& page, const FrontMatterKey& key) {
  return key.built_in.empty() ? page.fields[key.index] : built_in_value(page, key.built_in);
}

FieldValue read_key(const RawValue& raw, const FrontMatterKey& key, const FieldContext& context) {
  if (!key.is_moment()) return read_field(raw, key.field, key.name, context);
  if (const auto read = moment_of(raw, Typing::from_text)) {
    FieldValue value = moment(read->time, read->has_time && read->time != DateTime{read->time.date, 0, 0, 0, {}});
    value.span = raw.span;
    return value;
  }
  Field day = key.field;
  day.type = FieldType::date;
  return read_field(raw, day, key.name, context);  // reports in the words of a date field
}

bool says_the_same(const FieldValue& page, const FieldValue& cell, const FrontMatterKey& key) {
  if (key.field.value_type() == FieldType::datetime && is_same_moment(page, cell)) return true;
  return plain_value(page, key.field) == plain_value(cell, key.field);
}

}  // namespace kronika
