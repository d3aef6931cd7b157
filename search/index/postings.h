// A document's words → its terms, with how often each stands in it, and the words in their order.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index/analysis.h"
#include "search/index/config.h"
#include "search/index/document.h"
#include "search/index/page_store.h"
#include "search/index/word_list.h"

namespace kronika {

/// A term of one document. Valid until the next call of Postings::of.
struct Posting {
  const std::string* term;
  unsigned occurrences;  // weighted by field and normed by length, see terms.h; 0: the term only says yes or no
};

/// Remembers every word that it has met, since a site's pages share most of theirs. One a thread.
class Postings {
 public:
  /// Dictionary and configuration must outlive it. `average_size`: text_size of all documents, on average.
  Postings(const PolishDictionary& dictionary, const SearchConfig& config, double average_size)
      : analysers_(dictionary), fields_(config.fields), average_size_(average_size) {}

  /// The document's terms, sorted by their bytes.
  const std::vector<Posting>& of(const SearchDocument& document);

  /// The words and breaks of the document that was last given to `of`, as the page store holds them.
  const std::vector<WordHash>& sequence() const { return sequence_; }

  /// Adds every word that was met, with how often. Numbers are left out.
  void count_words(IndexedWords& into) const;

 private:
  struct Word {  // runs of word_terms_: its lemmas, then its ambiguous lemmas
    std::uint32_t first, lemmas, unfolded;
    WordHash hash;
    mutable std::uint32_t count = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Words = std::unordered_map<std::string, Word, Hash, std::equal_to<>>;
  struct Term {
    const std::string* text;   // a key of numbers_
    std::uint64_t order;       // its first bytes, for sorting
    unsigned occurrences = 0;  // in the document at hand, like all below
    bool present = false;
  };

  const Word& look_up(std::string_view word);
  std::uint32_t term_number(std::string term);
  void note(std::uint32_t term, unsigned weight);
  void add_number(const std::string& digits, unsigned weight, std::string_view field);
  void add_part(std::string_view text, unsigned weight, const std::string& field = {});
  WordHash break_before(const std::string& field) const;
  /// The word's lemmas once more, as words of the field.
  void add_field_terms(const Word& word, const std::string& field);

  Analysers analysers_;
  const std::vector<std::string>& fields_;
  double average_size_;
  std::map<std::string, Words, std::less<>> words_by_language_;
  std::vector<std::uint32_t> word_terms_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Term> terms_;

  // Of the document at hand.
  const Analyser* analyser_ = nullptr;
  Words* words_ = nullptr;
  std::vector<std::uint32_t> present_;
  std::vector<Posting> postings_;
  std::vector<WordHash> sequence_;
};

}  // namespace kronika
