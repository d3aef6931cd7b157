// Every link of a page of results is another request; they are made and written here alone.
#include "search/render/address.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "search/request/number_range.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

void append(std::string& out, std::string_view name, std::string_view value) {
  out += out.find('?') == std::string::npos ? '?' : '&';
  out += percent_encode(name);
  out += '=';
  out += percent_encode(value);
}

bool lies_in(const Facet& facet, std::size_t value, std::size_t above) {
  for (auto at = facet.values[value].parent; at; at = facet.values[*at].parent)
    if (*at == above) return true;
  return false;
}

auto selection_of(SearchRequest& request, const std::string& facet) {
  return std::find_if(request.facets.begin(), request.facets.end(),
                      [&](const SelectedFacet& each) { return each.name == facet; });
}

std::vector<std::string> take_values(SearchRequest& request, const std::string& facet) {
  const auto selected = selection_of(request, facet);
  return selected == request.facets.end() ? std::vector<std::string>() : std::move(selected->values);
}

/// The first page is the only one that the other search surely has.
void put_values(SearchRequest& request, const std::string& facet, std::vector<std::string> values) {
  request.page = 1;
  const auto selected = selection_of(request, facet);
  if (values.empty()) {
    if (selected != request.facets.end()) request.facets.erase(selected);
  } else if (selected == request.facets.end()) {
    request.facets.push_back({facet, std::move(values)});
  } else {
    selected->values = std::move(values);
  }
}

std::string address(const SearchRequest& request, std::string_view action, SortBy usual_sort, int usual_size) {
  std::string out(action);
  if (!request.query.empty()) append(out, "q", request.query);
  for (const SelectedFacet& facet : request.facets)
    for (const std::string& value : facet.values) append(out, facet.name, value);
  if (request.as_of) append(out, request.as_of->name, iso_day(request.as_of->day));
  if (request.sort != usual_sort) append(out, "sort", name_of(request.sort));
  if (request.size != usual_size) append(out, "size", std::to_string(request.size));
  if (!request.language.empty()) append(out, "lang", request.language);
  if (request.page > 1) append(out, "page", std::to_string(request.page));
  return out;
}

}  // namespace

std::string address_of(const SearchRequest& request, std::string_view action, int page_size) {
  return address(request, action, default_sort(Format::html), default_size(Format::html, page_size));
}

std::string format_address(const SearchRequest& request, std::string_view action, int page_size) {
  std::string out = address(request, action, default_sort(request.format), default_size(request.format, page_size));
  append(out, "format", name_of(request.format));
  return out;
}

SearchRequest in_format(SearchRequest request, Format format, int page_size) {
  request.format = format;
  request.page = 1;
  request.size = default_size(format, page_size);
  if (format == Format::atom) request.sort = SortBy::date;
  return request;
}

SearchRequest without(SearchRequest request, const std::string& facet, const std::string& value) {
  std::vector<std::string> values = take_values(request, facet);
  std::erase(values, value);
  put_values(request, facet, std::move(values));
  return request;
}

SearchRequest without_day(SearchRequest request) {
  request.as_of.reset();
  request.page = 1;
  return request;
}

SearchRequest on_fixed_day(SearchRequest request, const SearchConfig& config) {
  const auto built = read_day(config.built);
  if (!request.as_of && built && !config.as_of.empty()) request.as_of = AsOfDay{config.as_of, *built};
  return request;
}

FacetChoice::FacetChoice(const SearchRequest& request, const Facet& facet) : request_(request), facet_(facet) {
  for (const SelectedFacet& selected : request.facets) {
    if (selected.name != facet.name) continue;
    for (const std::string& value : selected.values) chosen_.push_back({value, facet.find(value)});
  }
}

SearchRequest FacetChoice::toggled(std::size_t value) const {
  SearchRequest request = request_;
  put_values(request, facet_.name, is_chosen(value) ? without(value) : with(value));
  return request;
}

bool FacetChoice::is_chosen(std::size_t value) const {
  return std::any_of(chosen_.begin(), chosen_.end(), [&](const Chosen& each) { return each.value == value; });
}

bool FacetChoice::is_related(std::size_t a, std::size_t b) const {
  return a == b || lies_in(facet_, a, b) || lies_in(facet_, b, a);
}

std::vector<std::string> FacetChoice::with(std::size_t value) const {
  std::vector<std::string> out;
  for (const Chosen& each : chosen_) {
    const bool replaced = each.value ? is_related(*each.value, value) : facet_.range && read_range(each.text);
    if (!replaced) out.push_back(each.text);
  }
  out.push_back(facet_.values[value].value);
  return out;
}

std::vector<std::string> FacetChoice::without(std::size_t value) const {
  const auto above = facet_.values[value].parent;
  std::vector<std::string> out;
  bool others = false;  // in the same branch
  for (const Chosen& each : chosen_) {
    if (each.value == value) continue;
    others = others || (above && each.value && is_related(*each.value, *above));
    out.push_back(each.text);
  }
  if (above && !others) out.push_back(facet_.values[*above].value);
  return out;
}

}  // namespace kronika
