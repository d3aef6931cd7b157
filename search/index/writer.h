// Writes a search index: a read-only database and the store of its pages, whose bytes depend on the documents alone.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

#include "search/index/config.h"
#include "search/index/document.h"
#include "search/index/word_list.h"
#include "search/language/dictionary.h"

namespace kronika {

struct IndexFiles {
  std::filesystem::path database, pages;
};

/// Documents are numbered by the caller; their order in the index is that of the numbers, whichever thread adds them
/// when. They go to small databases of a fixed number of documents each, which are written as soon as they are
/// complete and become one file at the end.
class IndexWriter {
 public:
  /// `files` is where the index goes; the small databases lie in a folder beside it until then. `count`: numbers run
  /// from 0 to count - 1. `average_size`: text_size of all documents, on average. `config` and `dictionary` must
  /// outlive the writer. Throws SearchFailure when the folder cannot be made.
  IndexWriter(IndexFiles files, const SearchConfig& config, const PolishDictionary& dictionary, std::size_t count,
              double average_size);
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;
  /// Removes the small databases, finished or not.
  ~IndexWriter();

  /// Each number is added or skipped once. Safe to call from several threads. Throws SearchFailure when the disk is
  /// full and the like.
  void add(std::size_t number, const SearchDocument& document);
  /// There is no document with this number (a page that is left out of the search).
  void skip(std::size_t number);

  /// Call once, when all threads have added theirs. Nothing may be added after it. Gives the words of all documents
  /// with how often they stand there.
  IndexedWords finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kronika
