// Xapian's OP_MAX can crash, so alternatives are OP_SYNONYM. The index has no positions: a phrase is a set of words
// that must all be there.
#include "search/query/match_query.h"

#include <algorithm>

#include "search/index/terms.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

using Xapian::Query;

constexpr double guess_scale = 0.3;     // lemmas that only a missing diacritic or a wrong letter leads to
constexpr double unfolded_scale = 0.3;  // the same diacritics as typed
constexpr double form_scale = 0.2;      // the same form as typed, in a title or heading
constexpr double title_scale = 0.2;     // a word of the title
constexpr double synonym_scale = 0.7;
constexpr Xapian::termcount most_beginnings = 200;  // words that begin as typed

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

Query beginning_query(const QueryWord& word, const std::string& field) {
  const std::string folded = fold(word.text);
  const std::string term = field.empty() ? lemma_term(folded) : field_term(field, folded);
  return Query(Query::OP_WILDCARD, term, most_beginnings, Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM);
}

/// What raises a page that is found anyway: bonuses never find one.
Query with_bonuses(const Query& query, const QueryWord& word) {
  std::vector<Query> bonuses;
  for (const std::string& lemma : word.unfolded) bonuses.push_back(scaled(Query(unfolded_term(lemma)), unfolded_scale));
  bonuses.push_back(scaled(Query(form_term(lower(word.text))), form_scale));
  std::vector<std::string> in_title;
  for (const std::string& lemma : word.lemmas) in_title.push_back(title_term(lemma));
  if (!in_title.empty()) bonuses.push_back(scaled(any_of(in_title), title_scale));
  return Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, bonuses.begin(), bonuses.end()));
}

/// The pages that a word is found on.
Query word_match(const QueryWord& word, const std::string& field) {
  if (word.prefix) return beginning_query(word, field);
  const Query query = any_of(terms_of(word.lemmas, field));
  if (word.guesses.empty()) return query;
  return Query(Query::OP_OR, query, scaled(any_of(terms_of(word.guesses, field)), guess_scale));
}

Query word_query(const QueryWord& word, const std::string& field) {
  const Query query = word_match(word, field);
  return word.prefix || !field.empty() ? query : with_bonuses(query, word);
}

Query part_query(const QueryPart& part) {
  std::vector<Query> words;
  for (const QueryWord& word : part.words) words.push_back(word_query(word, part.field));
  Query query(Query::OP_AND, words.begin(), words.end());
  if (!part.number.empty()) query = Query(Query::OP_OR, query, any_of(terms_of({part.number}, part.field)));
  return part.synonym ? scaled(query, synonym_scale) : query;
}

Query alternatives_query(const QueryAlternatives& alternatives) {
  std::vector<Query> parts;
  for (const QueryPart& part : alternatives) parts.push_back(part_query(part));
  return Query(Query::OP_OR, parts.begin(), parts.end());
}

/// Pages of one weight need no bonus, and the search is faster without.
Query with_page_bonus(const Query& query, const Xapian::Database& database) {
  if (database.get_value_lower_bound(slot::weight) == database.get_value_upper_bound(slot::weight)) return query;
  const Query bonus((new Xapian::ValueWeightPostingSource(slot::weight))->release());
  return Query(Query::OP_AND_MAYBE, query, bonus);
}

bool is_one_word(const QueryPart& part) {
  return part.words.size() == 1;
}

/// Xapian 1.4 may take an AND or a phrase on the right of AND_NOT for something that never matches (it compares weights
/// that it has not worked out), so single words alone are excluded here.
Query without_unwanted_words(const Query& query, const SearchQuery& asked) {
  std::vector<Query> words;
  for (const QueryPart& part : asked.unwanted)
    if (is_one_word(part)) words.push_back(word_match(part.words.front(), part.field));
  if (words.empty()) return query;
  return Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, words.begin(), words.end()));
}

}  // namespace

Xapian::Query all_words_query(const SearchQuery& asked, const Xapian::Database& database) {
  std::vector<Query> groups;
  for (const QueryAlternatives& alternatives : asked.wanted) groups.push_back(alternatives_query(alternatives));
  const Query words = groups.empty() ? Query::MatchAll : Query(Query::OP_AND, groups.begin(), groups.end());
  return with_page_bonus(without_unwanted_words(words, asked), database);
}

Xapian::Query some_words_query(const SearchQuery& asked, const Xapian::Database& database) {
  std::vector<Query> words;
  for (const QueryAlternatives& alternatives : asked.wanted)
    for (const QueryPart& part : alternatives) {
      const bool is_whole = part.phrase || part.synonym || !part.number.empty();
      if (is_whole) words.push_back(part_query(part));
      for (const QueryWord& word : part.words)
        if (!is_whole) words.push_back(word_query(word, part.field));
    }
  return with_page_bonus(without_unwanted_words(Query(Query::OP_OR, words.begin(), words.end()), asked), database);
}

std::optional<Xapian::Query> unwanted_phrases_query(const SearchQuery& asked) {
  std::vector<Query> phrases;
  for (const QueryPart& part : asked.unwanted)
    if (!is_one_word(part)) phrases.push_back(part_query(part));
  if (phrases.empty()) return std::nullopt;
  return Query(Query::OP_OR, phrases.begin(), phrases.end());
}

}  // namespace kronika
