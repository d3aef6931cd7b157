// The piece of a page's text that shows why it was found.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "search/query/query_words.h"

namespace kronika {

struct Snippet {
  std::string html;  // escaped text, the words that match the query in any form inside <mark>, … where the text goes on
  std::optional<std::size_t> match;  // where in the text, in bytes, the first match of the passage stands
};

/// Makes the snippets of one answer; remembers the words it has looked up. The analysers must outlive it.
class Snippets {
 public:
  Snippets(const SearchQuery& query, Analysers& analysers);

  /// The passage is the first with all words of the query, else the one with the most; without any, the text's
  /// beginning. `language` is the text's.
  Snippet of(std::string_view text, std::string_view language);

 private:
  struct Word {
    std::size_t offset, size;
    int matches;  // index of the query's word, or -1
  };
  enum class Effort { likely_words, every_word };

  int match_of(std::string_view word, const Analyser& analyser);
  bool is_likely(std::string_view word) const;
  /// The text's words, up to a passage's length after the first passage that has all words of the query.
  std::vector<Word> read(std::string_view text, const Analyser& analyser, Effort effort);
  static std::size_t best_match(const std::vector<Word>& words);
  static std::size_t passage_start(std::string_view text, const std::vector<Word>& words, std::size_t match);
  bool all_within(const std::vector<std::size_t>& last_seen, std::size_t at) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  Analysers& analysers_;
  std::unordered_map<std::string, int> wanted_;          // lemma → index of the query's word
  std::vector<std::pair<std::string, int>> beginnings_;  // of words, folded
  std::unordered_set<char32_t> first_letters_;           // of the wanted lemmas and of the query's words
  std::size_t words_ = 0;
  std::unordered_map<std::string, int, Hash, std::equal_to<>> looked_up_;  // words of the language below
  std::string language_;
};

}  // namespace kronika
