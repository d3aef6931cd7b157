// A small site's folder search/, made for one test and removed after it.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "search/index/reader.h"
#include "search/index/writer.h"
#include "search/query/search.h"

namespace kronika::test {

inline const std::string& dictionary_path() {
  static const std::string path = std::string(KRONIKA_BINARY_DIR) + "/share/kronika/polish.dict";
  return path;
}

/// Removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kronika-search-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline SearchDocument document(std::string url, std::string title, std::string text) {
  SearchDocument out;
  out.url = std::move(url);
  out.title = std::move(title);
  out.title_key = out.title;
  out.collection = "praktyki";
  out.language = "pl";
  out.sections = {{"", std::move(text)}};
  return out;
}

inline SearchConfig two_language_config() {
  SearchConfig config;
  config.site_title = "Portal";
  config.origin = "https://es.example.org";
  config.action = "/szukaj";
  config.page_size = 10;
  config.languages = {{"pl", "Szukaj", "shell.pl.html", "results.pl.mustache"},
                      {"en", "Search", "shell.en.html", "results.en.mustache"}};
  config.facets = {
      {"collection",
       {"Dział", "Section"},
       {{"praktyki", {"Praktyki", "Practices"}}, {"rejestr", {"Rejestr", "Register"}}}},
      {"powiat",
       {"Powiat", "County"},
       {{"buski", {"powiat buski", "Busko county"}},
        {"kielecki", {"powiat kielecki", "Kielce county"}},
        {"konecki", {"powiat konecki", "Końskie county"}}}},
      {"uslugi",
       {"Usługi", "Services"},
       {{"catering", {"catering", "catering"}}, {"opieka", {"opieka", "care"}}, {"druk", {"druk", "printing"}}}}};
  return config;
}

inline constexpr const char* results_template =
    "{{#has_error}}ERROR {{error}}{{/has_error}}{{^has_error}}"
    "<p>{{total}} "
    "{{#total_one}}wynik{{/total_one}}{{#total_few}}wyniki{{/total_few}}{{#total_many}}wyników{{/total_many}}"
    " dla „{{query}}”</p>\n"
    "{{#results}}<li><a href=\"{{url}}\">{{title}}</a> {{collection}}{{#has_snippet}} "
    "<q>{{{snippet}}}</q>{{/has_snippet}}"
    "{{#facts}} [{{label}}: {{text}}]{{/facts}}</li>\n{{/results}}"
    "{{#facets}}{{name}}:{{#values}} <a href=\"{{url}}\">{{label}} {{count}}{{#selected}} "
    "x{{/selected}}</a>{{/values}}\n{{/facets}}"
    "{{#filters}}filter {{label}}={{value}} {{url}}\n{{/filters}}"
    "{{#hidden}}hidden {{name}}={{value}}\n{{/hidden}}"
    "{{#sorts}}{{#current}}sorted {{name}}\n{{/current}}{{/sorts}}"
    "{{#has_pagination}}{{#pagination}}pages{{#pages}} "
    "{{#gap}}gap{{/gap}}{{^gap}}{{number}}{{#current}}*{{/current}}{{/gap}}{{/pages}}"
    "{{#has_next}} next {{next_url}}{{/has_next}}{{/pagination}}{{/has_pagination}}"
    "{{#no_results}}nothing{{/no_results}}{{/has_error}}";

/// Writes everything that a release's search/ holds.
inline void write_search_folder(const std::filesystem::path& folder, const SearchConfig& config,
                                const std::vector<SearchDocument>& documents, const CountedWords& synonyms = {}) {
  const PolishDictionary dictionary(dictionary_path());
  write_file(folder / config_file, write_search_config(config));
  std::filesystem::create_directories((folder / index_file).parent_path());
  double size = 0;
  for (const SearchDocument& document : documents) size += static_cast<double>(text_size(document));
  const double average = documents.empty() ? 0 : size / static_cast<double>(documents.size());
  IndexWriter writer({folder / index_file, folder / pages_file}, config, dictionary, documents.size(), average);
  for (std::size_t i = 0; i < documents.size(); ++i) writer.add(i, documents[i]);
  const IndexedWords words = writer.finish();
  write_file(folder / words_file, write_word_list(words.words));
  write_file(folder / forms_file, write_word_list(words.forms));
  for (const SearchLanguage& language : config.languages)
    write_file(folder / suggestions_file(language.code), write_word_list(words.words));
  write_file(folder / synonyms_file, write_word_list(synonyms));
  std::filesystem::create_symlink(dictionary_path(), folder / dictionary_file);
  for (const SearchLanguage& language : config.languages) {
    write_file(folder / language.shell, "<!DOCTYPE html><html lang=\"" + language.code + "\"><title>" +
                                            std::string(title_marker) + "</title><main>" + std::string(results_marker) +
                                            "</main></html>\n");
    write_file(folder / language.results, results_template);
  }
}

/// The folder and an index opened on it.
class SearchSite {
 public:
  /// `synonyms`: lemmas and what is meant.
  SearchSite(const SearchConfig& config, const std::vector<SearchDocument>& documents,
             const CountedWords& synonyms = {}) {
    write_search_folder(folder_.path(), config, documents, synonyms);
    index_ = std::make_unique<IndexReader>(folder_.path().string());
  }
  const IndexReader& index() const { return *index_; }
  std::string folder() const { return folder_.path().string(); }

  SearchResults search(const std::string& query_string) const {
    const ParsedRequest parsed = parse_request(query_string, rules_of(index_->config()));
    if (parsed.error) throw std::runtime_error("the request is out of bounds: " + query_string);
    return kronika::search(*index_, parsed.request);
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<IndexReader> index_;
};

inline std::vector<std::string> urls(const SearchResults& results) {
  std::vector<std::string> out;
  for (const SearchResult& result : results.results) out.push_back(result.url);
  return out;
}

}  // namespace kronika::test
