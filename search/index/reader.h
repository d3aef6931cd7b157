// A release's folder search/, opened for reading.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "search/index/config.h"
#include "search/index/page_store.h"
#include "search/index/word_list.h"
#include "search/language/dictionary.h"

namespace kronika {

/// Opens what every search needs; templates are read when they are. One a thread.
class IndexReader {
 public:
  /// Throws SearchFailure that names the file which is missing or damaged.
  explicit IndexReader(std::string folder);

  const SearchConfig& config() const { return config_; }
  const PolishDictionary& dictionary() const { return dictionary_; }
  const Xapian::Database& database() const { return database_; }
  const PageStore& pages() const { return pages_; }
  const WordList& synonyms() const { return synonyms_; }
  /// Opened when they are first needed. Throws SearchFailure.
  const WordList& words() const;
  const WordList& suggestions() const;
  const WordList& forms() const;

  /// The text of a file in the folder, by the name that search.toml gives. Throws SearchFailure.
  std::string read(const std::string& name) const;

 private:
  std::string folder_;
  SearchConfig config_;
  PolishDictionary dictionary_;
  Xapian::Database database_;
  PageStore pages_;
  WordList synonyms_;
  mutable std::optional<WordList> words_, suggestions_, forms_;
};

}  // namespace kronika
