// A release's search as one process holds it: opened at the first request, kept for those that follow.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "search/index/reader.h"
#include "search/render/html.h"

namespace kronika {

enum class Templates {
  as_needed,  // those of the language that is asked for: a process of one request reads nothing in vain
  at_once     // those of all languages and all lists, when the index is opened: all that follows is of one release
};

/// For one thread.
class OpenSearch {
 public:
  /// Opens nothing yet. `folder` is a release's search/.
  OpenSearch(std::string folder, Templates templates) : folder_(std::move(folder)), templates_(templates) {}

  /// Opens it unless it is open. Throws SearchFailure; then it is closed.
  const IndexReader& index();
  /// The templates of a language, by its number in the index's configuration. Throws SearchFailure.
  const ResultsTheme& theme(std::size_t language);
  /// The digest of the whole release that the build wrote; "" when it wrote none.
  const std::string& release();

  /// The next request opens it anew: whatever went wrong is given another chance.
  void close() { open_.reset(); }

 private:
  struct Open {
    explicit Open(const std::string& folder) : index(folder) {}
    IndexReader index;
    std::string release;
    std::vector<std::optional<ResultsTheme>> themes;  // by language
  };
  Open& opened();

  std::string folder_;
  Templates templates_;
  std::optional<Open> open_;
};

}  // namespace kronika
