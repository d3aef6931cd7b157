// The address of a search → what is asked for, with every limit.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/text/calendar.h"

namespace kronika {

enum class SortBy { relevance, date, title };
enum class Format { html, json, suggest, atom, csv, geojson };

struct SelectedFacet {
  std::string name;
  std::vector<std::string> values;  // each once, in the order of the address; of a range facet also "2019-2022"
};

/// A day whose states are asked for, in place of those of the build.
struct AsOfDay {
  std::string name;  // of its parameter
  DayNumber day = 0;
  bool operator==(const AsOfDay&) const = default;
};

struct SearchRequest {
  std::string query;  // composed, fit for a page; "" : everything
  int page = 1;
  int size = 20;
  SortBy sort = SortBy::relevance;
  std::string language;  // "" : not asked for
  Format format = Format::html;
  std::vector<SelectedFacet> facets;  // in the order of the rules, those with a selection
  std::optional<AsOfDay> as_of = {};
};

/// What the site knows and a request may name.
struct RequestRules {
  std::vector<std::string> facets;
  std::vector<std::string> languages;
  int page_size = 20;
  std::vector<std::string> ranges = {};  // those of the facets whose values are numbers
  std::string as_of = {};                // the parameter for a day; "" : none
};

enum class RequestError {
  too_long,
  too_many_parameters,
  query_too_long,
  too_many_words,
  too_many_beginnings,
  too_many_values,
  value_too_long,
  bad_page,
  bad_size,
  bad_sort,
  bad_language,
  bad_format,
  bad_range,
  bad_day
};

/// A list of results for other programs: it has the pages with all the words alone, and no snippets.
bool is_export(Format format);

/// Limits, so that no request can make the match long. Nothing of a request is looked at before its length is known.
inline constexpr std::size_t most_address_bytes = 8192;
inline constexpr std::size_t most_parameters = 200;
inline constexpr std::size_t most_query_bytes = 1000;
inline constexpr std::size_t most_query_words = 50;
inline constexpr std::size_t most_starred_words = 8;  // words that end in an asterisk: each may stand for 200
inline constexpr std::size_t most_facet_values = 60;
inline constexpr std::size_t most_value_bytes = 300;
inline constexpr std::size_t most_repeated_bytes = 4096;  // query and filters as each link of a page repeats them
inline constexpr int most_size = 100;
inline constexpr int most_table_size = 1000;  // of CSV and GeoJSON, where a page is a whole list
inline constexpr int most_results = 10'000;   // that pages can reach
inline constexpr std::string_view first_day = "1900-01-01", last_day = "2199-12-31";  // that can be asked for

/// What a request asks for where it does not say. `page_size` is the site's.
int default_size(Format format, int page_size);
SortBy default_sort(Format format);

struct ParsedRequest {
  SearchRequest request;              // with an error: language and format as far as they could be read
  std::optional<RequestError> error;  // the first
};

/// A form asks for a range in two fields: the parameters are the facet's name with one of these behind it.
inline constexpr std::string_view from_suffix = "-from", to_suffix = "-to";

/// Parses a query string (application/x-www-form-urlencoded). Unknown parameters are let through unseen (campaign
/// tags and the like), an empty value counts as none, and of a repeated parameter that is no facet the first counts.
/// The words of a query have no syntax but a leading minus, so there is nothing to nest.
ParsedRequest parse_request(std::string_view query_string, const RequestRules& rules);

/// A sentence for the reader of the page.
std::string_view message(RequestError error, std::string_view language);

std::string_view name_of(SortBy sort);
std::string_view name_of(Format format);

}  // namespace kronika
