// Search results for programs.
#pragma once

#include <string>
#include <string_view>

#include "search/query/search.h"

namespace kronika {

/// The JSON object of the search contract, one line. `took_ms` is rounded to a tenth.
std::string render_json(const SearchRequest& request, const SearchResults& results, double took_ms);

/// ["typed", ["suggestion", …]]: OpenSearch suggestions.
std::string render_suggestions(std::string_view typed, const std::vector<std::string>& suggestions);

/// {"error": "…"}
std::string render_json_error(std::string_view message);

}  // namespace kronika
