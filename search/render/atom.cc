// A saved search. Readers tell new entries by their ids and changed ones by their dates, so neither may depend on the
// release that answers.
#include "search/render/atom.h"

#include <algorithm>
#include <string_view>

#include "search/render/address.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

/// Where no date is known. Feed readers take it for no date, and it never makes an old page look changed, as the date
/// of a release would.
constexpr std::string_view no_date = "1970-01-01T00:00:00Z";

std::string_view updated_of(const SearchResult& result) {
  return result.updated.empty() ? no_date : std::string_view(result.updated);
}

void append_element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">").append(escape_xml(text)).append("</").append(name).append(">\n");
}

void append_link(std::string& out, std::string_view rel, std::string_view type, std::string_view address) {
  out.append("  <link rel=\"").append(rel).append("\" type=\"").append(type).append("\" href=\"");
  out.append(escape_xml(address)).append("\"/>\n");
}

std::string label_of(const SearchConfig& config, const std::string& name, const std::string& value,
                     std::size_t language) {
  const auto facet = config.facet(name);
  if (!facet) return value;
  for (const FacetValue& each : config.facets[*facet].values)
    if (each.value == value) return each.labels[language];
  return value;
}

/// "targi, powiat buski – Wyszukiwanie – Portal": in a reader this name stands among those of other feeds.
std::string title_of(const SearchRequest& request, const SearchConfig& config, std::size_t language) {
  std::string asked = request.query;
  for (const SelectedFacet& facet : request.facets)
    for (const std::string& value : facet.values)
      asked += (asked.empty() ? "" : ", ") + label_of(config, facet.name, value, language);
  if (request.as_of)
    asked += (asked.empty() ? "" : ", ") + long_day(request.as_of->day, config.languages[language].code);
  std::string title = asked.empty() ? "" : asked + " – ";
  title += config.languages[language].title;
  const std::string& site = config.title_in(language);
  return site.empty() ? title : title + " – " + site;
}

/// The feeds before and after this one, where there are any.
void append_neighbours(std::string& out, const SearchRequest& request, const SearchResults& results,
                       const SearchConfig& config) {
  const auto page_link = [&](std::string_view rel, int page) {
    SearchRequest other = request;
    other.page = page;
    append_link(out, rel, "application/atom+xml",
                config.origin + format_address(other, config.action, config.page_size));
  };
  const auto shown = static_cast<std::size_t>(request.page) * static_cast<std::size_t>(request.size);
  if (request.page > 1) page_link("previous", request.page - 1);
  if (shown < results.total && request.page < most_results / request.size) page_link("next", request.page + 1);
}

void append_counts(std::string& out, const SearchRequest& request, const SearchResults& results) {
  const auto number = [&](std::string_view name, std::size_t value) {
    out += "  ";
    append_element(out, name, std::to_string(value));
  };
  const auto page = static_cast<std::size_t>(request.page), size = static_cast<std::size_t>(request.size);
  number("os:totalResults", results.total);
  number("os:startIndex", (page - 1) * size + 1);
  number("os:itemsPerPage", size);
}

void append_entry(std::string& out, const SearchResult& result, const SearchConfig& config) {
  const std::string address = config.origin + result.url;
  const auto element = [&](std::string_view name, std::string_view text) {
    out += "    ";
    append_element(out, name, text);
  };
  out.append("  <entry xml:lang=\"").append(escape_xml(result.language)).append("\">\n");
  element("title", result.title);
  out.append("    <link href=\"").append(escape_xml(address)).append("\"/>\n");
  element("id", address);
  if (!result.published.empty()) element("published", result.published);
  element("updated", updated_of(result));
  out.append("    <category term=\"").append(escape_xml(result.collection)).append("\" label=\"");
  out.append(escape_xml(result.collection_title)).append("\"/>\n");
  if (result.example)
    out += "    <category term=\"example\"/>\n";  // an invented entry; all that leaves the site says so
  if (!result.summary.empty()) element("summary", result.summary);
  out += "  </entry>\n";
}

}  // namespace

std::string render_atom(const SearchRequest& request, const SearchResults& results, const SearchConfig& config) {
  const std::size_t language = config.language(request.language).value_or(0);
  SearchRequest first = request;
  first.page = 1;
  const SearchRequest page = in_format(request, Format::html, config.page_size);
  std::string_view updated = no_date;  // instants in UTC compare as text
  for (const SearchResult& result : results.results) updated = std::max(updated, updated_of(result));

  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xmlns:os=\"http://a9.com/-/spec/opensearch/1.1/\" xml:lang=\"";
  out.append(escape_xml(config.languages[language].code)).append("\">\n  ");
  append_element(out, "title", title_of(request, config, language));
  append_link(out, "alternate", "text/html", config.origin + address_of(page, config.action, config.page_size));
  append_link(out, "self", "application/atom+xml",
              config.origin + format_address(request, config.action, config.page_size));
  append_neighbours(out, request, results, config);
  out += "  ";
  append_element(out, "id", config.origin + format_address(first, config.action, config.page_size));
  out += "  ";
  append_element(out, "updated", updated);
  out.append("  <author><name>").append(escape_xml(config.site_title)).append("</name></author>\n");
  append_counts(out, request, results);
  for (const SearchResult& result : results.results) append_entry(out, result, config);
  return out + "</feed>\n";
}

}  // namespace kronika
