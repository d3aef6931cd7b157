// Nobody should be left with an empty page. All of this is known without another look into the index.
#include "search/render/ways_on.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "search/render/address.h"
#include "search/render/geojson.h"

namespace kronika {
namespace {

constexpr std::size_t most_lists = 6;
constexpr std::size_t few_results = 5;  // with less a reader may want to look in another language

const std::string& title_of(const CollectionList& list, const SearchConfig& config, std::size_t language) {
  const Facet& collections = config.facets[*config.facet(collection_facet)];
  const auto place = collections.find(list.collection);
  return place ? collections.values[*place].labels[language] : list.collection;
}

}  // namespace

void fill_formats(Scope& page, const SearchRequest& request, const SearchResults& results, const SearchConfig& config) {
  const auto address = [&](Format format, bool given) {
    return given ? format_address(in_format(request, format, config.page_size), config.action, config.page_size) : "";
  };
  const bool asked = !request.query.empty() || !request.facets.empty() || request.as_of;
  const bool any = results.total > 0;
  const bool placed = std::any_of(results.results.begin(), results.results.end(),
                                  [](const SearchResult& each) { return !each.partial && has_position(each); });
  page.optional("atom_url", address(Format::atom, asked || any));
  page.optional("csv_url", address(Format::csv, any));
  page.optional("geojson_url", address(Format::geojson, placed));
  page.flag("has_formats", asked || any);
}

void fill_other_languages(Scope& page, const SearchRequest& request, const SearchResults& results,
                          const SearchConfig& config) {
  std::vector<Scope> languages;
  const std::string& own = config.languages.front().code;
  const bool asked = !request.query.empty() || !request.facets.empty();
  for (const SearchLanguage& each : config.languages) {
    const bool current = each.code == (request.language.empty() ? own : request.language);
    if (current || each.name.empty() || !asked || results.total >= few_results) continue;
    SearchRequest other = request;
    other.page = 1;
    other.language = each.code == own ? "" : each.code;
    Scope item;
    item.text("language", each.code);
    item.text("name", each.name);
    item.text("url", address_of(other, config.action, config.page_size));
    languages.push_back(std::move(item));
  }
  page.list("other_languages", std::move(languages));
}

void fill_ways_on(Scope& page, const SearchRequest& request, const SearchConfig& config, const std::string& language) {
  const std::size_t number = config.language(language).value_or(0);
  std::vector<Scope> lists;
  for (const CollectionList& each : config.lists) {
    if (lists.size() == most_lists) break;
    if ((each.language.empty() ? config.languages.front().code : each.language) != language) continue;
    Scope item;
    item.text("title", title_of(each, config, number));
    item.text("url", each.url);
    item.number("total", static_cast<std::int64_t>(each.pages), language);
    lists.push_back(std::move(item));
  }
  page.list("lists", std::move(lists));
  SearchRequest all;
  all.size = config.page_size;
  all.language = request.language;
  page.text("all_url", address_of(all, config.action, config.page_size));
}

}  // namespace kronika
