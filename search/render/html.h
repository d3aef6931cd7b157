// Search results for people: the theme's template, set into the theme's page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/index/config.h"
#include "search/query/search.h"

namespace kronika {

/// The files of one language, as search.toml names them.
struct ResultsTheme {
  std::string shell;             // HTML with the markers
  std::string results_template;  // Mustache, expanded
};

/// A whole page. Throws SearchFailure when the template is no Mustache or the shell has no marker for the results.
std::string render_html(const SearchRequest& request, const SearchResults& results, const SearchConfig& config,
                        const ResultsTheme& theme);

/// The same page with a message in place of results.
std::string render_html_error(const SearchRequest& request, std::string_view message, const SearchConfig& config,
                              const ResultsTheme& theme);

}  // namespace kronika
