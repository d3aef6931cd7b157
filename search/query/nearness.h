// How near to each other the words of a query stand on a page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/index/page_store.h"
#include "search/index/reader.h"
#include "search/query/query_words.h"

namespace kronika {

class Nearness {
 public:
  /// Of the words that carry a meaning, in the order of the query.
  Nearness(const SearchQuery& query, const IndexReader& index);

  /// Whether there are two words at least, so that pages differ.
  bool tells() const { return count_ > 1; }

  /// To be added to the relevance of a page with these words: for each two neighbours of the query up to
  /// `most_of_a_pair`, when they stand side by side in the same order, and 0 when they are farther apart than
  /// `farthest` words.
  double of(std::span<const WordHash> words) const;

  static constexpr double most_of_a_pair = 2.0;
  static constexpr std::size_t farthest = 8;

 private:
  struct Form {
    WordHash hash;
    std::uint32_t word;  // of the query
  };
  const Form* find(WordHash hash) const;

  std::vector<Form> forms_;  // a table with gaps, by the low bits of the hash; hash 0: a gap
  WordHash mask_ = 0;        // of those low bits
  std::size_t count_ = 0;    // words of the query
};

}  // namespace kronika
