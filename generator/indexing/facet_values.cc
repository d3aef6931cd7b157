// A list field filters by each of its elements, so lists and single values are walked the same way. A field under
// another has no filter of its own: its values are the lower levels of the other's.
#include "generator/indexing/facet_values.h"

#include <algorithm>
#include <span>

#include "generator/content/field_levels.h"
#include "search/index/config.h"

namespace kronika {

namespace {

std::string year_of(Date day) {
  return std::to_string(static_cast<int>(day.year()));
}

}  // namespace

void visit_values(const FieldValue& value, const std::function<void(const FieldValue&)>& visit) {
  if (const auto* list = value.as<ValueList>()) {
    for (const FieldValue& item : *list)
      if (!item.empty()) visit(item);
  } else if (!value.empty()) {
    visit(value);
  }
}

Field element_of(const Field& field) {
  Field element = field;
  element.type = field.value_type();
  element.of.reset();
  return element;
}

std::string filter_value(const FieldValue& value, const Field& element) {
  if (const auto* day = value.as<Date>()) return year_of(*day);
  if (const auto* time = value.as<DateTime>()) return year_of(time->date);
  return plain_value(value, element);
}

std::string label_of(const FieldValue& value, const Field& element, const SiteModel& model, std::string_view language) {
  if (const auto* reference = value.as<Reference>())
    return reference->target ? model.page(*reference->target).title : "";
  return display(value, element, model, language);
}

std::optional<FacetField> facet_field(const Schema& schema, const Field& field) {
  if (!field.facet) return std::nullopt;
  FacetField out;
  for (const Field* level : levels_of(schema, field)) out.levels.push_back(element_of(*level));
  out.facet = out.levels.front().name;
  if (out.facet == collection_facet) return std::nullopt;
  return out;
}

std::vector<FacetLevel> facet_levels(const FieldValue& value, const FacetField& field, const SiteModel& model) {
  const std::string plain = filter_value(value, field.levels.back());
  if (plain.empty()) return {};
  std::vector<std::string> vocabularies;
  for (const Field& level : field.levels) vocabularies.push_back(level.vocabulary);
  const std::vector<std::string> keys = keys_from_above(plain, vocabularies, model);
  std::vector<FacetLevel> out;
  for (std::size_t level = 0; level < keys.size(); ++level) {
    const bool is_own = level + 1 == keys.size();
    out.push_back({path_of(std::span(keys).first(level + 1)), is_own ? value : FieldValue{keys[level], Span{}}});
  }
  return out;
}

std::string date_facet(const Config& config) {
  return config.date_facet ? config.front_matter.date : "";
}

std::string date_facet_value(const Page& page) {
  return page.date ? year_of(page.date->date) : "";
}

}  // namespace kronika
