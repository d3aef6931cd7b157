// A document's words → its terms, with how often each stands in it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index/analysis.h"
#include "search/index/document.h"

namespace kronika {

/// A term of one document.
struct Posting {
  const std::string* term;  // lives as long as the Postings object
  unsigned occurrences;     // weighted by field, see terms.h
};

/// Remembers every word that it has met, since a site's pages share most of theirs. One a thread.
class Postings {
 public:
  explicit Postings(const PolishDictionary& dictionary) : analysers_(dictionary) {}

  /// The document's terms, sorted by their bytes. Valid until the next call.
  const std::vector<Posting>& of(const SearchDocument& document);

 private:
  struct Word {  // a run of lemmas_
    std::uint32_t first, count;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Words = std::unordered_map<std::string, Word, Hash, std::equal_to<>>;
  struct Term {
    const std::string* text;  // a key of numbers_
    unsigned occurrences;     // in the document at hand
  };

  Word look_up(std::string_view word, Words& words, const Analyser& analyser);
  std::uint32_t term_number(const std::string& term);
  void add_text(std::string_view text, unsigned weight, Words& words, const Analyser& analyser);

  Analysers analysers_;
  std::map<std::string, Words, std::less<>> words_;  // by language
  std::vector<std::uint32_t> lemmas_;                // numbers of terms
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> present_;  // in the document at hand
  std::vector<Posting> postings_;
};

}  // namespace kronika
