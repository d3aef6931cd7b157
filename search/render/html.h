// Search results for people: the theme's template, set into the theme's page.
#pragma once

#include <kainjow/mustache.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "search/index/config.h"
#include "search/query/search.h"

namespace kronika {

/// The files of one language, as search.toml names them. For one thread.
class ResultsTheme {
 public:
  /// `shell`: HTML with the markers. `results_template`: Mustache, expanded; compiled once, for a process may answer
  /// many requests with it. Throws SearchFailure when it is no Mustache.
  ResultsTheme(std::string shell, const std::string& results_template);

  const std::string& shell() const { return shell_; }
  std::string render(const kainjow::mustache::data& values) const { return template_.render(values); }

 private:
  std::string shell_;
  mutable kainjow::mustache::mustache template_;  // rendering notes errors in it
};

/// A whole page. Throws SearchFailure when the shell has no marker for the results.
std::string render_html(const SearchRequest& request, const SearchResults& results, const SearchConfig& config,
                        const ResultsTheme& theme);

/// The same page with a message in place of results.
std::string render_html_error(const SearchRequest& request, std::string_view message, const SearchConfig& config,
                              const ResultsTheme& theme);

}  // namespace kronika
