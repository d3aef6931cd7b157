// Fields that searches filter by.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "generator/content/content.h"

namespace kronika {

/// Calls `visit` with each single value of a field: the elements of a list, or the value itself; not for empty ones.
void visit_values(const FieldValue& value, const std::function<void(const FieldValue&)>& visit);

/// The field that describes one element of a list field; the field itself otherwise.
Field element_of(const Field& field);

/// How a value stands by itself in an address and in the index: the year of a date, else plain_value. "" for what
/// cannot be filtered by.
std::string filter_value(const FieldValue& value, const Field& element);

/// A value as search results and filters show it; the title for a reference, "" for one that is not published.
std::string label_of(const FieldValue& value, const Field& element, const SiteModel& model, std::string_view language);

/// Where the values of a field are filtered by.
struct FacetField {
  std::string facet;          // its name: that of the uppermost field
  std::vector<Field> levels;  // single values of it; the uppermost field first, the field itself last
};

/// Nothing for a field without `facet`, or one that a built-in facet takes the place of.
std::optional<FacetField> facet_field(const Schema& schema, const Field& field);

/// A value of a facet on one of its levels.
struct FacetLevel {
  std::string value;  // as it stands in an address: a path, "kielecki/checiny"
  FieldValue own;     // of this level alone
};

/// The levels of one single value, the uppermost first; none for what cannot be filtered by.
std::vector<FacetLevel> facet_levels(const FieldValue& value, const FacetField& field, const SiteModel& model);

/// The name of the facet by the pages' dates; "" where the site has none.
std::string date_facet(const Config& config);

/// The year of a page's date as that facet's value; "" : it has no date.
std::string date_facet_value(const Page& page);

}  // namespace kronika
