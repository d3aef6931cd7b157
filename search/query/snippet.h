// The piece of a page's text that shows why it was found.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/query_words.h"
#include "search/query/word_forms.h"

namespace kronika {

struct Snippet {
  std::string html;  // escaped text, the words that match the query in any form inside <mark>, … where the text goes on
  std::optional<std::size_t> match;  // where in the text, in bytes, the first match of the passage stands
};

/// Makes the snippets of one answer. The index must outlive it.
class Snippets {
 public:
  Snippets(const SearchQuery& query, const IndexReader& index);

  /// The passage is the first with all words of the query, else the one with the most; without any, the text's
  /// beginning. Of long texts, and of many, only the beginnings are looked at. `language` is the text's.
  Snippet of(std::string_view text, std::string_view language);

 private:
  struct Word {
    std::size_t offset, size;
    int matches;  // index of the query's word, or -1
  };

  const WantedForms& wanted(std::string_view language);
  /// The text's words, up to a passage's length after the first passage that has all words of the query.
  std::vector<Word> read(std::string_view text, const WantedForms& wanted) const;
  static std::size_t best_match(const std::vector<Word>& words);
  static std::size_t passage_start(std::string_view text, const std::vector<Word>& words, std::size_t match);
  bool all_within(const std::vector<std::size_t>& last_seen, std::size_t at) const;

  const IndexReader& index_;
  std::vector<QueryWord> words_;
  std::size_t text_left_ = 2'000'000;                       // bytes that the whole answer may look at
  std::map<std::string, WantedForms, std::less<>> wanted_;  // by language
};

}  // namespace kronika
