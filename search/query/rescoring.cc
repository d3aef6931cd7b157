// Pages that BM25 holds for equal differ in whether the words mean something together. Only the first results are
// compared so, since all words of a page are walked over.
#include "search/query/rescoring.h"

#include <algorithm>
#include <array>

#include "search/language/tokens.h"
#include "search/query/word_forms.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t most_words = 16;  // of the query
constexpr double of_swapped = 0.8;      // the second before the first
constexpr std::size_t nowhere = SIZE_MAX;

std::vector<QueryWord> words_with_meaning(const SearchQuery& query) {
  std::vector<QueryWord> out;
  for (const QueryAlternatives& alternatives : query.wanted)
    for (const QueryWord& word : alternatives.front().words)
      if (!word.small && out.size() < most_words) out.push_back(word);
  return out;
}

}  // namespace

Rescoring::Rescoring(const SearchQuery& query, const IndexReader& index) : pages_(index.pages()) {
  const std::vector<QueryWord> words = words_with_meaning(query);
  count_ = words.size();
  std::vector<Form> all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordHash typed = hash_of_word(lower(without_dots(words[i].text)));
    for (const SearchLanguage& language : index.config().languages)
      for (const std::string& form : forms_of(words[i], language.code, index)) {
        const WordHash hash = hash_of_word(form);
        all.push_back({hash, static_cast<std::uint16_t>(i), hash == typed});
      }
  }
  std::size_t size = 64;
  while (size < all.size() * 4) size *= 2;
  forms_.assign(size, {0, 0, false});
  mask_ = static_cast<WordHash>(size - 1);
  for (const Form& form : all) {
    WordHash at = form.hash & mask_;
    while (forms_[at].hash != 0 && forms_[at].hash != form.hash) at = (at + 1) & mask_;
    if (forms_[at].hash == 0) forms_[at] = form;
  }
}

const Rescoring::Form* Rescoring::find(WordHash hash) const {
  for (WordHash at = hash & mask_; forms_[at].hash != 0; at = (at + 1) & mask_)
    if (forms_[at].hash == hash) return &forms_[at];
  return nullptr;
}

double Rescoring::of(std::uint32_t page) const {
  return of_words(pages_.words(page)) + pages_.freshness(page) * of_news;
}

double Rescoring::of_words(std::span<const WordHash> words) const {
  return tells() ? of_title(words) + of_pairs(words) : 0;
}

/// The title is what stands before the second break.
double Rescoring::of_title(std::span<const WordHash> words) const {
  std::array<double, most_words> best{};
  for (std::size_t at = 1; at < words.size() && words[at] >= first_word_hash; ++at) {
    const Form* form = find(words[at]);
    if (form) best[form->word] = std::max(best[form->word], form->as_typed ? of_a_title + of_a_form : of_a_title);
  }
  double sum = 0;
  for (const double each : best) sum += each;
  return sum;
}

double Rescoring::of_pairs(std::span<const WordHash> words) const {
  if (count_ < 2) return 0;
  std::array<std::size_t, most_words> last{};  // where each word was seen last
  last.fill(nowhere);
  std::array<double, most_words> best{};  // of each word and the one after it
  const auto meet = [&](std::size_t pair, std::size_t other, std::size_t at, double scale) {
    if (last[other] == nowhere || at - last[other] > farthest) return;
    best[pair] = std::max(best[pair], scale / static_cast<double>(at - last[other]));
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Form* form = find(words[at]);
    if (!form) continue;
    const std::size_t word = form->word;
    if (word > 0) meet(word - 1, word - 1, at, 1);
    if (word + 1 < count_) meet(word, word + 1, at, of_swapped);
    last[word] = at;
  }
  double sum = 0;
  for (const double pair : best) sum += pair;
  return sum * of_a_pair;
}

}  // namespace kronika
