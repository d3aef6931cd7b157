// Xapian's OP_MAX can crash, so alternatives are OP_SYNONYM. The index has no positions: pages that have all the words
// of a phrase are looked through for it.
#include "search/query/match_query.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "search/index/terms.h"
#include "search/query/page_bonus.h"
#include "search/query/phrase.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

using Xapian::Query;

constexpr double guess_scale = 0.3;     // lemmas that only a missing diacritic or a wrong letter leads to
constexpr double unfolded_scale = 0.3;  // the same diacritics as typed
constexpr double synonym_scale = 0.7;
constexpr double title_scale = 40;  // a page that is called as the query stands before all others
// Words that begin as typed: of one beginning, and of several together, which are looked for on the same pages.
constexpr std::size_t most_beginnings = 200, most_beginnings_together = 80;

/// Occurrences are counted in units, which makes weights larger than BM25's own.
constexpr double unit_k1 = bm25_k1 * occurrence_unit;
constexpr double weight_scale = (bm25_k1 + 1) / (unit_k1 + 1);

Query scaled(const Query& query, double factor) {
  return Query(Query::OP_SCALE_WEIGHT, query, factor);
}

Query any_of(const std::vector<std::string>& terms) {
  return terms.size() == 1 ? Query(terms.front()) : Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

std::vector<std::string> terms_of(const std::vector<std::string>& lemmas, const std::string& field) {
  std::vector<std::string> terms;
  for (const std::string& lemma : lemmas) terms.push_back(field.empty() ? lemma_term(lemma) : field_term(field, lemma));
  return terms;
}

bool is_one_word(const QueryPart& part) {
  return part.words.size() == 1;
}

/// Makes the queries of one search.
class QueryMaker {
 public:
  QueryMaker(const SearchQuery& asked, const IndexReader& index, std::shared_ptr<PhraseBudget> budget)
      : asked_(asked), index_(index), budget_(std::move(budget)) {
    std::size_t beginnings = 0;
    const auto count = [&](const QueryPart& part) {
      for (const QueryWord& word : part.words) beginnings += word.prefix ? 1 : 0;
    };
    for (const QueryAlternatives& alternatives : asked.wanted)
      std::for_each(alternatives.begin(), alternatives.end(), count);
    std::for_each(asked.unwanted.begin(), asked.unwanted.end(), count);
    beginnings_ =
        static_cast<Xapian::termcount>(beginnings < 2 ? most_beginnings : most_beginnings_together / beginnings);
  }

  Query all_words() const {
    std::vector<Query> groups;
    for (const QueryAlternatives& alternatives : asked_.wanted) {
      std::vector<Query> parts;
      for (const QueryPart& part : alternatives) parts.push_back(part_query(part));
      groups.emplace_back(Query::OP_OR, parts.begin(), parts.end());
    }
    const Query words = groups.empty() ? Query::MatchAll : Query(Query::OP_AND, groups.begin(), groups.end());
    return with_title(with_bonuses(without_unwanted_words(words)));
  }

  Query some_words() const {
    std::vector<Query> words;
    for (const QueryAlternatives& alternatives : asked_.wanted)
      for (const QueryPart& part : alternatives) {
        const bool is_whole = part.phrase || part.synonym || !part.number.empty();
        if (is_whole) words.push_back(part_query(part));
        for (const QueryWord& word : part.words)
          if (!is_whole) words.push_back(word_match(word, part.field));
      }
    return with_bonuses(without_unwanted_words(Query(Query::OP_OR, words.begin(), words.end())));
  }

  std::optional<Query> unwanted_phrases() const {
    std::vector<Query> phrases;
    for (const QueryPart& part : asked_.unwanted)
      if (!is_one_word(part)) phrases.push_back(part_query(part));
    if (phrases.empty()) return std::nullopt;
    return Query(Query::OP_OR, phrases.begin(), phrases.end());
  }

 private:
  /// The pages that a word is found on.
  Query word_match(const QueryWord& word, const std::string& field) const {
    if (word.prefix) return beginning_query(word, field);
    const Query query = any_of(terms_of(word.lemmas, field));
    if (word.guesses.empty()) return query;
    return Query(Query::OP_OR, query, scaled(any_of(terms_of(word.guesses, field)), guess_scale));
  }

  Query beginning_query(const QueryWord& word, const std::string& field) const {
    const std::string folded = fold(word.text);
    const std::string term = field.empty() ? lemma_term(folded) : field_term(field, folded);
    return Query(Query::OP_WILDCARD, term, beginnings_, Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM);
  }

  Query part_query(const QueryPart& part) const {
    std::vector<Query> words;
    for (const QueryWord& word : part.words) words.push_back(word_match(word, part.field));
    Query query(Query::OP_AND, words.begin(), words.end());
    if (part.phrase)
      query =
          Query(Query::OP_FILTER, query, phrase_query(std::make_shared<const Phrase>(part, index_), index_, budget_));
    if (!part.number.empty()) query = Query(Query::OP_OR, query, any_of(terms_of({part.number}, part.field)));
    return part.synonym ? scaled(query, synonym_scale) : query;
  }

  /// Xapian 1.4 may take an AND or a phrase on the right of AND_NOT for something that never matches (it compares
  /// weights that it has not worked out), so single words alone are excluded here.
  Query without_unwanted_words(const Query& query) const {
    std::vector<Query> words;
    for (const QueryPart& part : asked_.unwanted)
      if (is_one_word(part)) words.push_back(word_match(part.words.front(), part.field));
    if (words.empty()) return query;
    return Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, words.begin(), words.end()));
  }

  /// Raises the page that has the whole query as its title; it has all the words.
  Query with_title(const Query& query) const {
    if (!asked_.asks_for_words()) return query;
    const Query titles(Query::OP_OR, asked_.titles.begin(), asked_.titles.end());
    return Query(Query::OP_AND_MAYBE, query, scaled(titles, title_scale));
  }

  /// What raises pages that are found anyway: bonuses never find one. They stand beside the whole query, since beside
  /// each of its words they would be looked at for pages that lack the others.
  Query with_bonuses(const Query& query) const {
    std::vector<Query> unfolded;
    visit_wanted(asked_, [&](const QueryWord& word) {
      for (const std::string& lemma : word.unfolded)
        unfolded.push_back(scaled(Query(unfolded_term(lemma)), unfolded_scale));
    });
    const Query raised = unfolded.empty()
                             ? query
                             : Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, unfolded.begin(), unfolded.end()));
    const Query words = scaled(raised, weight_scale);
    if (!index_.pages().has_bonuses()) return words;  // the search is faster without
    return Query(Query::OP_AND_MAYBE, words, page_bonus_query(index_.pages()));
  }

  const SearchQuery& asked_;
  const IndexReader& index_;
  std::shared_ptr<PhraseBudget> budget_;
  Xapian::termcount beginnings_;  // of each word
};

}  // namespace

Xapian::BM25Weight weighting() {
  return {unit_k1, 0, 1, 0, bm25_least_norm};  // b is 0: the norm is in the occurrences already
}

Xapian::Query all_words_query(const SearchQuery& asked, const IndexReader& index,
                              const std::shared_ptr<PhraseBudget>& budget) {
  return QueryMaker(asked, index, budget).all_words();
}

Xapian::Query some_words_query(const SearchQuery& asked, const IndexReader& index,
                               const std::shared_ptr<PhraseBudget>& budget) {
  return QueryMaker(asked, index, budget).some_words();
}

std::optional<Xapian::Query> unwanted_phrases_query(const SearchQuery& asked, const IndexReader& index,
                                                    const std::shared_ptr<PhraseBudget>& budget) {
  return QueryMaker(asked, index, budget).unwanted_phrases();
}

}  // namespace kronika
