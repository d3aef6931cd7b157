// search.toml: what the search program must know of the site. Written by the generator, read at each request.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

struct SearchLanguage {
  std::string code;             // "pl"
  std::string title;            // of the search page, "Szukaj"
  std::string shell;            // file beside search.toml: the page around the results
  std::string results;          // file beside search.toml: the Mustache template of the results
  std::string name = {};        // what it calls itself, "polski"; "" on a site of one language
  std::string site_title = {};  // the site's, where it is another one in this language
};

struct FacetValue {
  std::string value;                       // as it stands in an address; with levels a path, "kielecki/checiny"
  std::vector<std::string> labels;         // parallel to SearchConfig::languages
  std::optional<std::size_t> parent = {};  // the value that this one lies in: its index, below its own
};

struct Facet {
  std::string name;
  std::vector<std::string> labels;  // parallel to SearchConfig::languages
  std::vector<FacetValue> values;   // in the order in which they are shown; those in another right behind it
  bool range = false;               // years or whole numbers: a request may ask for all from one to another

  std::optional<std::size_t> find(std::string_view value) const;
};

/// A facet value in the numbering that counts through the values of all facets: what the index stores.
struct FacetNumber {
  std::size_t facet = 0;
  std::size_t value = 0;
};

/// The list of a collection, for readers who look for something to read.
struct CollectionList {
  std::string collection;  // a value of the facet `collection`
  std::string url;
  std::size_t pages = 0;      // in the index
  std::string language = {};  // of the list; "" : the site's own
};

struct SearchConfig {
  std::string site_title;
  std::string origin;  // "https://es.example.org": what stands before the addresses of this file and of the index
  std::string action;  // the address of the search, with the site's base path
  int page_size = 20;
  std::string query_log;                  // the file that keeps what readers search for; "" : none is kept
  std::vector<SearchLanguage> languages;  // the site's own first; at least one
  std::vector<Facet> facets;              // the built-in `collection` first
  std::vector<std::string> fields;        // whose words can be looked for alone (NAME:word); lower case, sorted
  std::string date_facet = {};            // the facet by the pages' dates; "" : none
  std::vector<CollectionList> lists;      // those with pages; the largest first
  std::string built = {};                 // "2026-11-25": the day of the build, to which facets belong
  std::string as_of = {};                 // the parameter that asks for the states of another day; "" : none
  /// Those of the pages that a search finds which names no language: all but translations. None: all languages.
  std::vector<std::string> scope = {};

  /// Index into `languages`; nothing for a language that the site does not have.
  std::optional<std::size_t> language(std::string_view code) const;
  /// The site's title in a language, which counts `languages`.
  const std::string& title_in(std::size_t language) const;
  /// What a search in a language looks through; "" : what one looks through that names none.
  std::vector<std::string> languages_of(std::string_view language) const;
  std::optional<std::size_t> facet(std::string_view name) const;
  std::optional<unsigned> number(std::string_view facet, std::string_view value) const;
};

/// The facet by collection, which every site has.
inline constexpr std::string_view collection_facet = "collection";

/// Names inside the release's folder search/.
inline constexpr std::string_view index_file = "index/site.glass";
inline constexpr std::string_view pages_file = "index/site.pages";
inline constexpr std::string_view dictionary_file = "polish.dict";
inline constexpr std::string_view config_file = "search.toml";
inline constexpr std::string_view words_file = "words.txt";        // WordList: words of the pages
inline constexpr std::string_view forms_file = "forms.txt";        // WordList: lemmas → forms on the pages
inline constexpr std::string_view synonyms_file = "synonyms.txt";  // WordList: lemmas → what is meant
/// WordList: what a query may begin with.
inline std::string suggestions_file(std::string_view language) {
  return "suggestions." + std::string(language) + ".txt";
}

/// Where results and title go in a shell page; both stand in it once.
inline constexpr std::string_view results_marker = "<!--kronika:results-->";
inline constexpr std::string_view title_marker = "<!--kronika:title-->";

/// A value's label with those of the values that it lies in: "powiat kielecki › Chęciny". `language` counts
/// SearchConfig::languages.
std::string path_label(const Facet& facet, std::size_t value, std::size_t language);

std::string write_search_config(const SearchConfig& config);

/// Throws SearchFailure when `bytes` are not what write_search_config gives. `name` is for messages.
SearchConfig read_search_config(std::string_view bytes, const std::string& name);

}  // namespace kronika
