// The one place that decides which forms of a word find each other.
#include "search/language/analyser.h"

#include <algorithm>

#include "search/language/tokens.h"
#include "search/language/words.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t longest_lemma = 120;  // bytes; Xapian refuses terms over 245

std::string clipped_fold(std::string_view word) {
  return std::string(clip_utf8(fold(word), longest_lemma));
}

void fold_sort_unique(std::vector<std::string>& lemmas) {
  for (std::string& lemma : lemmas) lemma = clipped_fold(lemma);
  std::erase_if(lemmas, [](const std::string& lemma) { return lemma.empty(); });
  std::sort(lemmas.begin(), lemmas.end());
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
}

std::string capitalised(std::string_view lower_case) {
  const Decoded first = decode_utf8(lower_case, 0);
  std::string out;
  append_utf8(out, upper(first.code_point));
  out += lower_case.substr(first.length);
  return out;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class PolishAnalyser final : public Analyser {
 public:
  explicit PolishAnalyser(const PolishDictionary& dictionary) : dictionary_(dictionary) {}

  std::vector<std::string> lemmas(std::string_view written) const override {
    const std::string word = without_dots(written);
    std::vector<std::string> found;
    if (!has_digit(word)) {
      const std::string lower_case = lower(word);
      const std::string name = capitalised(lower_case);
      dictionary_.lemmas(lower_case, found);
      dictionary_.lemmas(name, found);
      if (found.empty()) spellings(lower_case, name, found);
    }
    fold_sort_unique(found);
    if (found.empty()) found.emplace_back(strip_polish_ending(clipped_fold(word)));
    if (found.front().empty()) found.front() = clip_utf8(word, longest_lemma);
    return found;
  }

  std::vector<std::string> ambiguous_lemmas(std::string_view written) const override {
    std::vector<std::string> found;
    const std::string word = without_dots(written);
    if (has_digit(word)) return found;
    const std::string lower_case = lower(word);
    dictionary_.lemmas(lower_case, found);
    dictionary_.lemmas(capitalised(lower_case), found);
    for (std::string& lemma : found) lemma = lower(lemma);
    std::erase_if(found, [this](const std::string& lemma) { return !is_ambiguous(lemma); });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  std::vector<std::string> lemmas_if_plain(std::string_view written) const override {
    const std::string word = without_dots(written);
    std::vector<std::string> more;
    if (has_digit(word)) return more;
    const std::string lower_case = lower(word);
    spellings(lower_case, capitalised(lower_case), more);
    fold_sort_unique(more);
    const std::vector<std::string> known = lemmas(word);
    std::erase_if(more,
                  [&](const std::string& lemma) { return std::binary_search(known.begin(), known.end(), lemma); });
    return more;
  }

  bool is_stop_word(std::string_view word) const override { return kronika::is_stop_word(fold(word), "pl"); }

 private:
  /// Whether another lemma differs from this one by diacritics alone.
  bool is_ambiguous(const std::string& lemma) const {
    const std::string folded = fold(lemma);
    std::vector<std::string> others;
    dictionary_.lemmas_without_diacritics(folded, others);
    return lemma.size() <= longest_lemma && std::any_of(others.begin(), others.end(), [&](const std::string& other) {
             const std::string lower_case = lower(other);
             return lower_case != lemma && fold(lower_case) == folded;
           });
  }

  void spellings(const std::string& lower_case, const std::string& name, std::vector<std::string>& out) const {
    dictionary_.lemmas_without_diacritics(lower_case, out);
    dictionary_.lemmas_without_diacritics(name, out);
  }

  const PolishDictionary& dictionary_;
};

class StemmingAnalyser final : public Analyser {
 public:
  StemmingAnalyser(std::string language, StemFunction stem) : language_(std::move(language)), stem_(std::move(stem)) {}

  std::vector<std::string> lemmas(std::string_view word) const override {
    const std::string folded = clipped_fold(without_dots(word));
    std::string stem = stem_ ? std::string(clip_utf8(stem_(folded), longest_lemma)) : folded;
    if (stem.empty()) stem = clip_utf8(word, longest_lemma);
    return {std::move(stem)};
  }

  bool is_stop_word(std::string_view word) const override { return kronika::is_stop_word(fold(word), language_); }

 private:
  std::string language_;
  StemFunction stem_;
};

}  // namespace

std::vector<std::string> Analyser::ambiguous_lemmas(std::string_view) const {
  return {};
}

std::vector<std::string> Analyser::lemmas_if_plain(std::string_view) const {
  return {};
}

std::unique_ptr<Analyser> polish_analyser(const PolishDictionary& dictionary) {
  return std::make_unique<PolishAnalyser>(dictionary);
}

std::unique_ptr<Analyser> stemming_analyser(std::string language, StemFunction stem) {
  return std::make_unique<StemmingAnalyser>(std::move(language), std::move(stem));
}

std::vector<AnalysedWord> analyze(std::string_view words, const Analyser& analyser) {
  const std::string composed = compose(words);
  std::vector<AnalysedWord> out;
  Tokens tokens(composed);
  for (Token token; tokens.next(token);) out.push_back({std::string(token.text), analyser.lemmas(token.text)});
  return out;
}

bool has_diacritics(std::string_view text) {
  return fold(text) != lower(text);
}

}  // namespace kronika
