// Cutting and looking up words is most of the work of indexing that is ours; each word is looked up once a thread.
// Terms have no positions: these would double the time and the size of an index (the snippets do without them).
#include "search/index/postings.h"

#include <algorithm>
#include <utility>

#include "search/index/terms.h"
#include "search/language/tokens.h"

namespace kronika {

std::uint32_t Postings::term_number(const std::string& term) {
  const auto [at, is_new] = numbers_.emplace(term, static_cast<std::uint32_t>(terms_.size()));
  if (is_new) terms_.push_back({&at->first, 0});
  return at->second;
}

Postings::Word Postings::look_up(std::string_view word, Words& words, const Analyser& analyser) {
  const auto known = words.find(word);
  if (known != words.end()) return known->second;
  const auto first = static_cast<std::uint32_t>(lemmas_.size());
  for (const std::string& lemma : analyser.lemmas(word)) lemmas_.push_back(term_number(lemma_term(lemma)));
  const Word made{first, static_cast<std::uint32_t>(lemmas_.size()) - first};
  words.emplace(word, made);
  return made;
}

void Postings::add_text(std::string_view text, unsigned weight, Words& words, const Analyser& analyser) {
  Tokens tokens(text);
  for (Token token; tokens.next(token);) {
    const Word word = look_up(token.text, words, analyser);
    for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
      Term& term = terms_[lemmas_[i]];
      if (term.occurrences == 0) present_.push_back(lemmas_[i]);
      term.occurrences += weight;
    }
  }
}

const std::vector<Posting>& Postings::of(const SearchDocument& document) {
  const Analyser& analyser = analysers_.of(document.language);
  Words& words = words_[document.language];
  present_.clear();
  add_text(document.title, title_weight, words, analyser);
  add_text(document.summary, summary_weight, words, analyser);
  for (const SearchSection& section : document.sections) {
    add_text(section.heading, heading_weight, words, analyser);
    add_text(section.text, text_weight, words, analyser);
  }
  add_text(document.field_text, text_weight, words, analyser);

  postings_.clear();
  for (const std::uint32_t number : present_) {
    Term& term = terms_[number];
    postings_.push_back({term.text, std::exchange(term.occurrences, 0)});
  }
  std::sort(postings_.begin(), postings_.end(), [](const Posting& a, const Posting& b) { return *a.term < *b.term; });
  return postings_;
}

}  // namespace kronika
