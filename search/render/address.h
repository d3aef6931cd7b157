// The addresses that a page of results links to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/config.h"
#include "search/request/request.h"

namespace kronika {

/// The address of a request: parameters in a fixed order, those at their default left out, so that one search has one
/// address. `action` is the search's own, `page_size` the site's.
std::string address_of(const SearchRequest& request, std::string_view action, int page_size);

/// The same for a format that programs read, which is named last; what is left out is what this format defaults to.
std::string format_address(const SearchRequest& request, std::string_view action, int page_size);

/// The same search in another format, from its first page, as much as the format gives at once. An Atom feed begins
/// with the newest, whatever the request's order.
SearchRequest in_format(SearchRequest request, Format format, int page_size);

/// The same search from its first page without one of its filters.
SearchRequest without(SearchRequest request, const std::string& facet, const std::string& value);

/// The same search from its first page of today, not of the day that it names.
SearchRequest without_day(SearchRequest request);

/// The same search of the day that it names, else of the build's, where the site has states of other days: what it
/// finds does not change when another day begins.
SearchRequest on_fixed_day(SearchRequest request, const SearchConfig& config);

/// What a request has chosen of one facet. Borrows both. A facet may have thousands of values, each with a link: what
/// is chosen is looked up once for all of them.
class FacetChoice {
 public:
  FacetChoice(const SearchRequest& request, const Facet& facet);

  /// The same search from its first page, with one value of the facet (its index) chosen, or given up when it is
  /// chosen. A value takes the place of those that it lies in, of those that lie in it, and of ranges; given up, it
  /// leaves what it lies in.
  SearchRequest toggled(std::size_t value) const;

 private:
  struct Chosen {
    std::string text;
    std::optional<std::size_t> value;  // its index; nothing: a range, or unknown
  };
  bool is_chosen(std::size_t value) const;
  bool is_related(std::size_t a, std::size_t b) const;
  std::vector<std::string> with(std::size_t value) const;
  std::vector<std::string> without(std::size_t value) const;

  const SearchRequest& request_;
  const Facet& facet_;
  std::vector<Chosen> chosen_;
};

}  // namespace kronika
