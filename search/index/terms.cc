// A page's weight must add to its relevance and never outweigh a query, hence a logarithm with bounds.
#include "search/index/terms.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "search/language/tokens.h"
#include "search/language/words.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {

double length_norm(double length, double average) {
  return average > 0 ? std::max(bm25_least_norm, 1 - bm25_b + bm25_b * length / average) : 1;
}

double page_bonus(double weight) {
  constexpr double least = 1.0 / 16, most = 16;
  return weight > least ? std::log2(std::min(weight, most)) + 4 : 0;
}

std::string title_term(std::string_view title, std::string_view language) {
  constexpr std::size_t longest = 200;  // bytes; Xapian takes 245
  std::vector<std::string> words, small;
  Tokens tokens(title);
  for (Token token; tokens.next(token);) {
    std::string word = fold(token.text);
    (is_stop_word(word, language) ? small : words).push_back(std::move(word));
  }
  if (words.empty()) words = std::move(small);
  std::sort(words.begin(), words.end());
  std::string term = "T";
  for (const std::string& word : words) term += (term.size() > 1 ? "_" : "") + word;
  return std::string(clip_utf8(term, longest));
}

}  // namespace kronika
