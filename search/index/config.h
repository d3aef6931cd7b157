// search.toml: what the search program must know of the site. Written by the generator, read at each request.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

struct SearchLanguage {
  std::string code;     // "pl"
  std::string title;    // of the search page, "Szukaj"
  std::string shell;    // file beside search.toml: the page around the results
  std::string results;  // file beside search.toml: the Mustache template of the results
};

struct FacetValue {
  std::string value;                // as it stands in an address
  std::vector<std::string> labels;  // parallel to SearchConfig::languages
};

struct Facet {
  std::string name;
  std::vector<std::string> labels;  // parallel to SearchConfig::languages
  std::vector<FacetValue> values;   // in the order in which they are shown
};

/// A facet value in the numbering that counts through the values of all facets: what the index stores.
struct FacetNumber {
  std::size_t facet = 0;
  std::size_t value = 0;
};

struct SearchConfig {
  std::string site_title;
  std::string action;  // the address of the search, with the site's base path
  int page_size = 20;
  std::vector<SearchLanguage> languages;  // the site's own first; at least one
  std::vector<Facet> facets;              // the built-in `collection` first
  std::vector<std::string> fields;        // whose words can be looked for alone (NAME:word); lower case, sorted

  /// Index into `languages`; nothing for a language that the site does not have.
  std::optional<std::size_t> language(std::string_view code) const;
  std::optional<std::size_t> facet(std::string_view name) const;
  std::optional<unsigned> number(std::string_view facet, std::string_view value) const;
};

/// The facet by collection, which every site has.
inline constexpr std::string_view collection_facet = "collection";

/// Names inside the release's folder search/.
inline constexpr std::string_view index_file = "index/site.glass";
inline constexpr std::string_view dictionary_file = "polish.dict";
inline constexpr std::string_view config_file = "search.toml";
inline constexpr std::string_view words_file = "words.txt";        // WordList: words of the pages
inline constexpr std::string_view synonyms_file = "synonyms.txt";  // WordList: lemmas → what is meant
/// WordList: what a query may begin with.
inline std::string suggestions_file(std::string_view language) {
  return "suggestions." + std::string(language) + ".txt";
}

/// Where results and title go in a shell page; both stand in it once.
inline constexpr std::string_view results_marker = "<!--kronika:results-->";
inline constexpr std::string_view title_marker = "<!--kronika:title-->";

std::string write_search_config(const SearchConfig& config);

/// Throws SearchFailure when `bytes` are not what write_search_config gives. `name` is for messages.
SearchConfig read_search_config(std::string_view bytes, const std::string& name);

}  // namespace kronika
