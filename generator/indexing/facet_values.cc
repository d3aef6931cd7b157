// A list field filters by each of its elements, so lists and single values are walked the same way. A field under
// another has no filter of its own: its values are the lower levels of the other's.
#include "generator/indexing/facet_values.h"

#include <algorithm>

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
  std::string plain = filter_value(value, field.levels.back());
  if (plain.empty()) return {};
  std::vector<FacetLevel> out{{std::move(plain), value}};
  for (std::size_t level = field.levels.size() - 1; level > 0; --level) {
    const Vocabulary* vocabulary = model.vocabulary(field.levels[level].vocabulary);
    const Term* term = vocabulary ? vocabulary->find(out.back().value) : nullptr;
    if (!term || term->parent.empty()) return {};
    out.push_back({term->parent, {term->parent, {}}});
  }
  std::reverse(out.begin(), out.end());
  for (std::size_t level = 1; level < out.size(); ++level) out[level].value.insert(0, out[level - 1].value + "/");
  return out;
}

std::string date_facet(const Config& config) {
  return config.date_facet ? config.front_matter.date : "";
}

std::string date_facet_value(const Page& page) {
  return page.date ? year_of(page.date->date) : "";
}

}  // namespace kronika
