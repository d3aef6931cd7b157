// A query is a bag of words: people type words, and what they type must never be a syntax error.
#include "search/query/query_words.h"

#include <algorithm>

#include "search/language/tokens.h"

namespace kronika {
namespace {

constexpr std::size_t most_lemmas = 16;  // of one word; the most ambiguous forms have six

void merge(std::vector<std::string>& into, std::vector<std::string> more) {
  into.insert(into.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

bool is_excluded(std::string_view query, const Token& token) {
  if (token.offset == 0 || query[token.offset - 1] != '-') return false;
  return token.offset == 1 || query[token.offset - 2] == ' ';
}

}  // namespace

std::vector<QueryWord> query_words(std::string_view query, const std::vector<std::string>& languages,
                                   Analysers& analysers) {
  const bool plain = !has_diacritics(query);
  std::vector<QueryWord> words, small;
  Tokens tokens(query);
  for (Token token; tokens.next(token);) {
    QueryWord word{std::string(token.text), {}, {}, is_excluded(query, token)};
    bool is_small = !word.excluded;
    for (const std::string& language : languages) {
      const Analyser& analyser = analysers.of(language);
      merge(word.lemmas, analyser.lemmas(token.text));
      if (plain) merge(word.guesses, analyser.lemmas_if_plain(token.text));
      is_small = is_small && analyser.is_stop_word(token.text);
    }
    std::erase_if(word.guesses, [&](const std::string& lemma) {
      return std::binary_search(word.lemmas.begin(), word.lemmas.end(), lemma);
    });
    if (word.lemmas.size() > most_lemmas) word.lemmas.resize(most_lemmas);
    if (word.guesses.size() > most_lemmas) word.guesses.resize(most_lemmas);
    std::vector<QueryWord>& list = is_small ? small : words;
    const auto same = [&](const QueryWord& other) {
      return other.lemmas == word.lemmas && other.excluded == word.excluded;
    };
    if (std::none_of(list.begin(), list.end(), same)) list.push_back(std::move(word));
  }
  const bool nothing_else = std::all_of(words.begin(), words.end(), [](const QueryWord& w) { return w.excluded; });
  if (nothing_else)
    words.insert(words.begin(), std::make_move_iterator(small.begin()), std::make_move_iterator(small.end()));
  return words;
}

}  // namespace kronika
