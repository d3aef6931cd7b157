// A list field filters by each of its elements, so lists and single values are walked the same way.
#include "generator/indexing/facet_values.h"

namespace kronika {

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
  if (const auto* day = value.as<Date>()) return std::to_string(static_cast<int>(day->year()));
  return plain_value(value, element);
}

std::string label_of(const FieldValue& value, const Field& element, const SiteModel& model, std::string_view language) {
  if (const auto* reference = value.as<Reference>())
    return reference->target ? model.page(*reference->target).title : "";
  return display(value, element, model, language);
}

}  // namespace kronika
