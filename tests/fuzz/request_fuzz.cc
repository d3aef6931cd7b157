// A query string → a request within its limits, whose own address asks for the same.
#include "search/render/address.h"
#include "search/request/request.h"
#include "search/text/utf8.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {
namespace {

const RequestRules rules{{"collection", "powiat", "uslugi", "data"}, {"pl", "en", "uk"}, 20, {}, "stan_na"};

std::string address(const SearchRequest& request) {
  return address_of(request, "/szukaj", rules.page_size);
}

void require_readable_refusal(RequestError error) {
  require(!message(error, "pl").empty() && !message(error, "en").empty(), "a refusal has its message");
}

void require_limits(const SearchRequest& request) {
  require(request.query.size() <= most_query_bytes && !first_invalid_utf8(request.query), "a query is short, in UTF-8");
  require(request.size >= 1 && request.size <= most_size, "a page has a size");
  require(request.page >= 1 && request.page <= most_results / request.size, "pages end");
  std::size_t values = 0;
  for (const SelectedFacet& facet : request.facets) {
    require(!facet.values.empty(), "a facet that is named has a value");
    values += facet.values.size();
    for (const std::string& value : facet.values)
      require(!value.empty() && value.size() <= most_value_bytes, "a value is something, and short");
  }
  require(values <= most_facet_values, "values are few");
}

bool is_same(const SearchRequest& a, const SearchRequest& b) {
  const auto same_facet = [](const SelectedFacet& one, const SelectedFacet& other) {
    return one.name == other.name && one.values == other.values;
  };
  return a.query == b.query && a.page == b.page && a.size == b.size && a.sort == b.sort && a.language == b.language &&
         a.as_of == b.as_of &&
         std::equal(a.facets.begin(), a.facets.end(), b.facets.begin(), b.facets.end(), same_facet);
}

/// The request's own address, read again.
void require_round_trip(const SearchRequest& request) {
  const std::string own = address(request);
  require(own.size() <= most_address_bytes, "an address of a request is no longer than addresses may be");
  const auto question = own.find('?');
  const std::string query_string = question == std::string::npos ? "" : own.substr(question + 1);
  const ParsedRequest again = parse_request(query_string, rules);
  require(!again.error, "the address of a request is a request");
  require(is_same(request, again.request), "the address of a request asks for the same");
}

}  // namespace

void run(std::string_view input) {
  const ParsedRequest parsed = parse_request(input, rules);
  if (parsed.error) return require_readable_refusal(*parsed.error);
  require_limits(parsed.request);
  require_round_trip(parsed.request);
}

}  // namespace kronika::fuzz
