// What a query asks for: its words with their lemmas, synonyms and corrections.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/analysis.h"
#include "search/index/reader.h"
#include "search/query/typed_query.h"

namespace kronika {

struct QueryWord {
  std::string text;                   // as typed
  std::vector<std::string> lemmas;    // any of them matches
  std::vector<std::string> guesses;   // lemmas if diacritics or a letter went wrong; they match too, and count less
  std::vector<std::string> unfolded;  // lemmas with their diacritics that raise a page
  bool small = false;                 // a word without a meaning of its own in one of the languages ("z", "się")
  bool prefix = false;                // the text is the beginning of a word, and there are no lemmas
};

struct QueryPart {
  std::vector<QueryWord> words;
  bool phrase = false;  // in quotation marks: a page on which they do not stand in this order is none of the results
  std::string field;    // "": anywhere
  std::string number;   // the words are groups of its digits
  bool synonym = false;
};

/// Any of the parts will do.
using QueryAlternatives = std::vector<QueryPart>;

struct SearchQuery {
  std::vector<QueryAlternatives> wanted;  // all of them, or as many as can be had
  std::vector<QueryPart> unwanted;
  std::vector<std::string> titles;  // terms of a page that is called so, in each language (title_term)
  /// Where a word is known neither to the index nor to the dictionary, so that pages with the words nearest to it are
  /// looked for: the query as it was perhaps meant, and one that asks for the word as typed.
  std::optional<std::string> correction;
  std::string literal;
  bool asks_for_words() const { return !wanted.empty() || !unwanted.empty(); }
};

/// Small words are left out unless there is nothing else. `languages`: those whose pages are searched.
SearchQuery understand(std::string_view query, const std::vector<std::string>& languages, const IndexReader& index,
                       Analysers& analysers);

/// Calls `visit(word)` for every word that a page may be found by.
template <class Visit>
void visit_wanted(const SearchQuery& query, Visit visit) {
  for (const QueryAlternatives& alternatives : query.wanted)
    for (const QueryPart& part : alternatives)
      for (const QueryWord& word : part.words) visit(word);
}

}  // namespace kronika
