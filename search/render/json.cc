// Written by hand, because the answer is a stream of texts and a tree of values would be built to be thrown away.
#include "search/render/json.h"

#include <algorithm>
#include <cmath>

#include "search/render/json_writer.h"

namespace kronika {
namespace {

using Writer = JsonWriter;

void write_result(Writer& json, const SearchResult& result) {
  json.open('{');
  json.member("url", result.url);
  json.member("section_url", result.section_url);
  json.member("title", result.title);
  json.member("collection", result.collection);
  json.key("date");
  if (result.date.empty())
    json.raw("null");
  else
    json.text(result.date);
  json.flag("partial", result.partial);
  json.member("snippet_html", result.snippet_html);
  json.key("fields");
  write_fields(json, result.fields);
  json.close('}');
}

void write_facet(Writer& json, const FacetResult& facet) {
  json.open('{');
  json.member("name", facet.name);
  json.member("label", facet.label);
  json.key("values");
  json.open('[');
  for (const FacetCount& value : facet.values) {
    json.open('{');
    json.member("value", value.value);
    json.member("label", value.label);
    json.member("count", value.count);
    json.flag("selected", value.selected);
    if (value.parent) json.member("parent", facet.values[*value.parent].value);
    json.close('}');
  }
  json.close(']');
  if (!facet.ranges.empty()) {
    json.key("ranges");
    json.open('[');
    for (const std::string& range : facet.ranges) json.text(range);
    json.close(']');
  }
  json.close('}');
}

/// Not by printf: its decimal point depends on the locale.
std::string tenths(double number) {
  const auto rounded = static_cast<std::size_t>(std::lround(std::max(number, 0.0) * 10));
  return std::to_string(rounded / 10) + "." + std::to_string(rounded % 10);
}

}  // namespace

void write_fields(JsonWriter& json, const std::vector<SearchField>& fields) {
  json.open('{');
  for (const SearchField& field : fields) {
    json.key(field.name);
    if (!field.is_list) {
      json.text(field.values.empty() ? "" : field.values.front());
      continue;
    }
    json.open('[');
    for (const std::string& value : field.values) json.text(value);
    json.close(']');
  }
  json.close('}');
}

void write_as_of(JsonWriter& json, const AsOfDay& day) {
  json.key("as_of");
  json.open('{');
  json.member("name", day.name);
  json.member("date", iso_day(day.day));
  json.close('}');
}

std::string render_json(const SearchRequest& request, const SearchResults& results, double took_ms) {
  Writer json;
  json.open('{');
  json.member("query", request.query);
  if (request.as_of) write_as_of(json, *request.as_of);
  json.member("total", results.total);
  json.flag("total_is_exact", results.total_is_exact);
  json.member("partial_total", results.partial_total);
  json.member("page", static_cast<std::size_t>(request.page));
  json.member("size", static_cast<std::size_t>(request.size));
  json.key("results");
  json.open('[');
  for (const SearchResult& result : results.results) write_result(json, result);
  json.close(']');
  json.key("facets");
  json.open('[');
  for (const FacetResult& facet : results.facets) write_facet(json, facet);
  json.close(']');
  json.key("suggestion");
  if (results.suggestion)
    json.text(*results.suggestion);
  else
    json.raw("null");
  json.key("took_ms");
  json.raw(tenths(took_ms));
  json.close('}');
  return json.take() + "\n";
}

std::string render_suggestions(std::string_view typed, const std::vector<std::string>& suggestions) {
  Writer json;
  json.open('[');
  json.text(typed);
  json.open('[');
  for (const std::string& each : suggestions) json.text(each);
  json.close(']');
  json.close(']');
  return json.take() + "\n";
}

std::string render_json_error(std::string_view message) {
  Writer json;
  json.open('{');
  json.member("error", message);
  json.close('}');
  return json.take() + "\n";
}

}  // namespace kronika
