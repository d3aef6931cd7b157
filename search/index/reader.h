// A release's folder search/, opened for reading.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "search/index/config.h"
#include "search/index/page_store.h"
#include "search/index/word_list.h"
#include "search/language/dictionary.h"

namespace kronika {

/// Opens what every request needs, and the rest when it is needed: while someone types, each key starts a process that
/// looks into a list and never at the database. One a thread.
class IndexReader {
 public:
  /// Throws SearchFailure that names the file which is missing or damaged.
  explicit IndexReader(std::string folder);

  const SearchConfig& config() const { return config_; }
  const PolishDictionary& dictionary() const { return dictionary_; }
  const WordList& synonyms() const { return synonyms_; }
  /// Opened when they are first needed. Throws SearchFailure.
  const Xapian::Database& database() const;
  const WordList& words() const;
  const PageStore& pages() const;
  const WordList& forms() const;
  /// Of a language, by its number in the configuration.
  const WordList& suggestions(std::size_t language) const;

  /// Opens all of these now, so that all are of one release. Throws SearchFailure.
  void open_all() const;

  /// The text of a file in the folder, by the name that search.toml gives. Throws SearchFailure.
  std::string read(const std::string& name) const;

 private:
  std::string folder_;
  SearchConfig config_;
  PolishDictionary dictionary_;
  WordList synonyms_;
  mutable std::optional<Xapian::Database> database_;
  mutable std::optional<PageStore> pages_;
  mutable std::optional<WordList> words_, forms_;
  mutable std::vector<std::optional<WordList>> suggestions_;  // by language
};

}  // namespace kronika
