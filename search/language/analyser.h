// A word of a text or a query → the lemmas that it is indexed and found under.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/language/dictionary.h"

namespace kronika {

/// One language's way from a word to its lemmas. One a thread: a stemmer may keep state between words.
class Analyser {
 public:
  virtual ~Analyser() = default;

  /// The folded lemmas of a word, sorted, each once, at least one. The same for texts and queries.
  virtual std::vector<std::string> lemmas(std::string_view word) const = 0;

  /// Lemmas with their diacritics, for the few that folding makes equal to another word's ("sąd" and "sad"); none for
  /// others. Lower case.
  virtual std::vector<std::string> ambiguous_lemmas(std::string_view word) const;

  /// Further lemmas of a query word that may have been typed without diacritics; sorted, none of them in lemmas(word).
  virtual std::vector<std::string> lemmas_if_plain(std::string_view word) const;

  /// Words that carry no meaning by themselves.
  virtual bool is_stop_word(std::string_view word) const = 0;
};

/// Polish: every candidate lemma of the word as lower case and Capitalised; for a word that the dictionary does not
/// know, those of its spellings with diacritics; failing these, the word without its ending.
/// The dictionary must outlive the analyser.
std::unique_ptr<Analyser> polish_analyser(const PolishDictionary& dictionary);

/// Other languages: the folded word, passed through `stem`.
using StemFunction = std::function<std::string(const std::string& folded)>;
std::unique_ptr<Analyser> stemming_analyser(std::string language, StemFunction stem);

struct AnalysedWord {
  std::string word;  // as written
  std::vector<std::string> lemmas;
};

/// Every word of a text with its lemmas: `kronika analyze`.
std::vector<AnalysedWord> analyze(std::string_view words, const Analyser& analyser);

/// Whether a text has a letter that folding changes besides its case, as a sign that its author types diacritics.
bool has_diacritics(std::string_view text);

}  // namespace kronika
