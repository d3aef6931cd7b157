// What is read here in one go is of one release; a process that answers many requests must not read a template of the
// next one later.
#include "search/gateway/open_search.h"

#include "search/index/release.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

ResultsTheme read_theme(const IndexReader& index, std::size_t language) {
  const SearchLanguage& names = index.config().languages[language];
  return {index.read(names.shell), index.read(names.results)};
}

/// Releases that have no digest are answered for without entity tags.
std::string read_release(const IndexReader& index) {
  try {
    const std::string text = index.read(std::string(release_file));
    return text.substr(0, text.find('\n'));
  } catch (const SearchFailure&) {
    return "";
  }
}

}  // namespace

OpenSearch::Open& OpenSearch::opened() {
  if (open_) return *open_;
  open_.emplace(folder_);
  try {
    open_->release = read_release(open_->index);
    open_->themes.resize(open_->index.config().languages.size());
    if (templates_ == Templates::at_once) {
      open_->index.open_all();
      for (std::size_t i = 0; i < open_->themes.size(); ++i) open_->themes[i] = read_theme(open_->index, i);
    }
  } catch (...) {
    close();
    throw;
  }
  return *open_;
}

const IndexReader& OpenSearch::index() {
  return opened().index;
}

const ResultsTheme& OpenSearch::theme(std::size_t language) {
  Open& open = opened();
  auto& theme = open.themes[language];
  if (!theme) theme = read_theme(open.index, language);
  return *theme;
}

const std::string& OpenSearch::release() {
  return opened().release;
}

}  // namespace kronika
