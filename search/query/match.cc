// One pass over the matching documents does it all: it ranks, filters and counts. The filters are applied by the
// decider that counts, because a facet's counts must see the documents which only its own selection keeps out.
#include "search/query/match.h"

#include <array>
#include <cstdint>

#include "search/index/document.h"
#include "search/index/terms.h"

namespace kronika {
namespace {

constexpr double bm25_k1 = 1.0, bm25_b = 0.6, bm25_least_length = 0.5;
constexpr double guess_scale = 0.3;         // lemmas that only a missing diacritic leads to
constexpr double all_words_bonus = 1000.0;  // above any sum of word weights

/// Filters and counts in one. Facet values are numbered through all facets.
class FacetDecider final : public Xapian::MatchDecider {
 public:
  FacetDecider(const SearchConfig& config, const std::vector<SelectedFacet>& selected, Match& match)
      : match_(match), selected_(config.facets.size(), false) {
    for (std::size_t facet = 0; facet < config.facets.size(); ++facet)
      facet_of_.insert(facet_of_.end(), config.facets[facet].values.size(), static_cast<std::uint32_t>(facet));
    chosen_.assign(facet_of_.size(), false);
    match_.counts.assign(facet_of_.size(), 0);
    for (const SelectedFacet& facet : selected) {
      selected_[*config.facet(facet.name)] = true;
      ++selections_;
      for (const std::string& value : facet.values)
        if (const auto number = config.number(facet.name, value)) chosen_[*number] = true;
    }
    passed_.resize(config.facets.size());
  }

  bool operator()(const Xapian::Document& document) const override {
    numbers_.clear();
    visit_numbers(document.get_value(slot::facets), [this](unsigned number) {
      if (number < facet_of_.size()) numbers_.push_back(number);
    });
    std::size_t passes = 0;
    if (selections_ > 0) {
      std::fill(passed_.begin(), passed_.end(), false);
      for (const unsigned number : numbers_)
        if (chosen_[number] && !passed_[facet_of_[number]]) passed_[facet_of_[number]] = true, ++passes;
    }
    const std::size_t failed = selections_ - passes;
    if (failed > 1) return false;
    for (const unsigned number : numbers_) {
      const std::size_t facet = facet_of_[number];
      if (failed == 0 || (selected_[facet] && !passed_[facet])) ++match_.counts[number];
    }
    // The facet that failed may be one that this document has no value of; then there is nothing to count.
    if (failed == 0) ++match_.total;
    return failed == 0;
  }

 private:
  Match& match_;
  std::vector<std::uint32_t> facet_of_;  // by number
  std::vector<bool> chosen_;             // by number
  std::vector<bool> selected_;           // by facet
  std::size_t selections_ = 0;
  mutable std::vector<bool> passed_;  // by facet, of the document at hand
  mutable std::vector<unsigned> numbers_;
};

Xapian::Query any_of(const std::vector<std::string>& lemmas) {
  std::vector<std::string> terms;
  for (const std::string& lemma : lemmas) terms.push_back(lemma_term(lemma));
  return Xapian::Query(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end());
}

Xapian::Query word_query(const QueryWord& word) {
  Xapian::Query query = any_of(word.lemmas);
  if (word.guesses.empty()) return query;
  return Xapian::Query(Xapian::Query::OP_OR, query,
                       Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, any_of(word.guesses), guess_scale));
}

Xapian::Query words_query(const std::vector<QueryWord>& words) {
  std::vector<Xapian::Query> wanted, unwanted;
  for (const QueryWord& word : words) (word.excluded ? unwanted : wanted).push_back(word_query(word));
  Xapian::Query query = Xapian::Query::MatchAll;
  if (!wanted.empty()) query = Xapian::Query(Xapian::Query::OP_OR, wanted.begin(), wanted.end());
  if (wanted.size() > 1) {
    const Xapian::Query all(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
    const Xapian::Query bonus((new Xapian::FixedWeightPostingSource(all_words_bonus))->release());
    query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(Xapian::Query::OP_FILTER, bonus, all));
  }
  if (!unwanted.empty())
    query = Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                          Xapian::Query(Xapian::Query::OP_OR, unwanted.begin(), unwanted.end()));
  return query;
}

Xapian::Query full_query(const Xapian::Database& database, const std::vector<QueryWord>& words,
                         const SearchRequest& request) {
  Xapian::Query query = words_query(words);
  // Pages of one weight need no bonus, and the search is faster without.
  if (database.get_value_lower_bound(slot::weight) != database.get_value_upper_bound(slot::weight)) {
    const Xapian::Query bonus((new Xapian::ValueWeightPostingSource(slot::weight))->release());
    query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, bonus);
  }
  if (request.language.empty()) return query;
  return Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(language_term(request.language)));
}

}  // namespace

Match find_matches(const IndexReader& index, const std::vector<QueryWord>& words, const SearchRequest& request) {
  Match match;
  const Xapian::Database& database = index.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(full_query(database, words, request));
  enquire.set_weighting_scheme(Xapian::BM25Weight(bm25_k1, 0, 1, bm25_b, bm25_least_length));
  if (request.sort == SortBy::title) enquire.set_sort_by_value_then_relevance(slot::title, false);
  // Without words all pages are equally relevant: the newest are then the best to begin with.
  const bool by_date = request.sort == SortBy::date || (request.sort == SortBy::relevance && words.empty());
  if (by_date) enquire.set_sort_by_value_then_relevance(slot::date, true);
  const FacetDecider decider(index.config(), request.facets, match);
  const auto size = static_cast<Xapian::doccount>(request.size);
  const auto first = static_cast<Xapian::doccount>(request.page - 1) * size;
  // To look at all documents, so that the counts are exact.
  const Xapian::MSet found = enquire.get_mset(first, size, database.get_doccount(), nullptr, &decider);
  for (auto at = found.begin(); at != found.end(); ++at) match.documents.push_back(at.get_document());
  return match;
}

}  // namespace kronika
