// What the first results are put in order by besides the relevance that Xapian gives: how near to each other the words
// stand, whether they are the page's title, and how fresh the page is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/index/page_store.h"
#include "search/index/reader.h"
#include "search/query/query_words.h"

namespace kronika {

class Rescoring {
 public:
  /// For the words that carry a meaning, in the order of the query. The index must outlive it.
  Rescoring(const SearchQuery& query, const IndexReader& index);

  /// Whether there are words, so that pages differ.
  bool tells() const { return count_ > 0; }

  /// To be added to the relevance of a page. For each two neighbours of the query up to `of_a_pair`,
  /// when they stand side by side in the same order, and 0 when they are farther apart than `farthest` words; for each
  /// word of the query that is in the title `of_a_title`, and `of_a_form` when it stands there just as typed; for
  /// today's news `of_news`.
  double of(std::uint32_t page) const;
  /// The same of a page that is no news.
  double of_words(std::span<const WordHash> words) const;

  static constexpr double of_a_pair = 2.0, of_a_title = 1.0, of_a_form = 0.5, of_news = 0.5;
  static constexpr std::size_t farthest = 8;

 private:
  struct Form {
    WordHash hash;
    std::uint16_t word;  // of the query
    bool as_typed;
  };
  const Form* find(WordHash hash) const;
  double of_title(std::span<const WordHash> words) const;
  double of_pairs(std::span<const WordHash> words) const;

  const PageStore& pages_;
  std::vector<Form> forms_;  // a table with gaps, by the low bits of the hash; hash 0: a gap
  WordHash mask_ = 0;        // of those low bits
  std::size_t count_ = 0;    // words of the query
};

}  // namespace kronika
