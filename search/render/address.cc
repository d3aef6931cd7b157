// Every link of a page of results is another request; they are made and written here alone.
#include "search/render/address.h"

#include <algorithm>

#include "search/text/escape.h"

namespace kronika {
namespace {

void append(std::string& out, std::string_view name, std::string_view value) {
  out += out.find('?') == std::string::npos ? '?' : '&';
  out += percent_encode(name);
  out += '=';
  out += percent_encode(value);
}

std::string address(const SearchRequest& request, std::string_view action, SortBy usual_sort, int usual_size) {
  std::string out(action);
  if (!request.query.empty()) append(out, "q", request.query);
  for (const SelectedFacet& facet : request.facets)
    for (const std::string& value : facet.values) append(out, facet.name, value);
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

SearchRequest toggled(SearchRequest request, const std::string& facet, const std::string& value) {
  request.page = 1;
  auto selected = std::find_if(request.facets.begin(), request.facets.end(),
                               [&](const SelectedFacet& each) { return each.name == facet; });
  if (selected == request.facets.end()) selected = request.facets.insert(selected, {facet, {}});
  std::vector<std::string>& values = selected->values;
  const auto at = std::find(values.begin(), values.end(), value);
  if (at == values.end())
    values.push_back(value);
  else
    values.erase(at);
  if (values.empty()) request.facets.erase(selected);
  return request;
}

}  // namespace kronika
