// The pass that writes a release's folder search/.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "generator/output/output_tree.h"
#include "generator/views/view.h"
#include "search/language/synonyms.h"

namespace kronika {

/// The search page of one language, made by the theme.
struct SearchPage {
  std::string language;
  std::string title;
  std::string shell;    // HTML with the markers of search/index/config.h, escaped or not
  std::string results;  // Mustache, expanded for the language
};

/// Writes search/index/site.glass, polish.dict, search.toml, the lists of words, suggestions and synonyms, and shell
/// and results template of each language. `pages` has one element a language of the site, in its order. `release` is
/// the folder on disk that `tree` writes to; the index is made there beside its place. Gives the number of documents.
/// Throws Failure. The bytes do not depend on `jobs`.
std::size_t write_index(const Views& views, const std::vector<SearchPage>& pages, std::span<const Synonym> synonyms,
                        const std::filesystem::path& dictionary, const std::filesystem::path& release, unsigned jobs,
                        OutputTree& tree);

}  // namespace kronika
