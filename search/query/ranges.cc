// A site has few years, so a range is a choice of several; matching and counting need to know nothing of it.
#include "search/query/ranges.h"

#include <algorithm>
#include <utility>

#include "search/request/number_range.h"

namespace kronika {
namespace {

void add_values(const NumberRange& range, const Facet& facet, std::vector<std::string>& out) {
  for (const FacetValue& value : facet.values) {
    const auto number = read_number(value.value);
    if (number && range.holds(*number) && std::find(out.begin(), out.end(), value.value) == out.end())
      out.push_back(value.value);
  }
}

}  // namespace

SearchRequest with_values_of_ranges(SearchRequest request, const SearchConfig& config) {
  for (SelectedFacet& selected : request.facets) {
    const auto place = config.facet(selected.name);
    if (!place || !config.facets[*place].range) continue;
    std::vector<std::string> values;
    for (std::string& value : selected.values) {
      const std::size_t before = values.size();
      if (const auto range = read_range(value)) add_values(*range, config.facets[*place], values);
      if (values.size() == before) values.push_back(std::move(value));
    }
    selected.values = std::move(values);
  }
  return request;
}

}  // namespace kronika
