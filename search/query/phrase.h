// Words that must stand one after the other, each in any of its forms.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "search/index/page_store.h"
#include "search/index/reader.h"
#include "search/query/query_words.h"

namespace kronika {

class Phrase {
 public:
  /// `part.words` in their order; where `part.field` names a field, within that field.
  Phrase(const QueryPart& part, const IndexReader& index);

  /// Whether it stands in a page with these words. The time is that of a walk over the words.
  bool stands_in(std::span<const WordHash> words) const;

 private:
  /// The hashes of one word's forms. A few bits of each tell most other words at once.
  struct Forms {
    std::array<std::uint64_t, 64> bits{};
    std::vector<WordHash> sorted;
    bool contain(WordHash hash) const;
  };
  bool stands_at(const WordHash* words) const;

  std::vector<Forms> words_;
  WordHash field_ = part_break;  // part_break: anywhere
};

/// How many words of pages all phrases of one search may look at, for nothing else bounds a match: as many as stand on
/// some hundred thousand pages. When they are used up a phrase stands on no further page.
struct PhraseBudget {
  std::size_t words = 80'000'000;
  bool used_up = false;
};

/// The pages on which a phrase stands, for the right side of an AND whose other parts hold its words; alone it walks
/// over all pages. Has no weight. `index` must outlive the query.
Xapian::Query phrase_query(std::shared_ptr<const Phrase> phrase, const IndexReader& index,
                           std::shared_ptr<PhraseBudget> budget);

}  // namespace kronika
