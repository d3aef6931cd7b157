// Fields that searches filter by.
#pragma once

#include <functional>
#include <string>

#include "generator/content/content.h"

namespace kronika {

/// Calls `visit` with each single value of a field: the elements of a list, or the value itself; not for empty ones.
void visit_values(const FieldValue& value, const std::function<void(const FieldValue&)>& visit);

/// The field that describes one element of a list field; the field itself otherwise.
Field element_of(const Field& field);

/// How a value stands in an address and in the index: the year of a date, else plain_value. "" for what cannot be
/// filtered by.
std::string filter_value(const FieldValue& value, const Field& element);

/// A value as search results and filters show it; the title for a reference, "" for one that is not published.
std::string label_of(const FieldValue& value, const Field& element, const SiteModel& model, std::string_view language);

}  // namespace kronika
