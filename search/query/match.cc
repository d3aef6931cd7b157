// One pass over the matching documents ranks, filters and counts. The filters are applied by the decider that counts,
// because a facet's counts must see the documents which only its own selection keeps out. A second pass follows only
// where pages with all the words do not fill the page of results.
#include "search/query/match.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <utility>

#include "search/index/document.h"
#include "search/index/terms.h"
#include "search/query/match_query.h"

namespace kronika {
namespace {

constexpr double bm25_k1 = 1.0, bm25_b = 0.6, bm25_least_length = 0.5;

using Documents = std::unordered_set<Xapian::docid>;

/// More than any page of results needs to know of those before it.
constexpr std::size_t most_noted = std::size_t{most_results} + most_size;

struct FacetCounts {
  std::size_t total = 0;
  std::vector<Xapian::docid> passed;  // the documents of `total`, at most most_noted
  std::vector<std::size_t> by_number;
};

/// Filters and counts in one. Facet values are numbered through all facets.
class FacetDecider final : public Xapian::MatchDecider {
 public:
  FacetDecider(const SearchConfig& config, const std::vector<SelectedFacet>& selected, const Documents& excluded,
               FacetCounts& counts)
      : counts_(counts), excluded_(excluded), selected_(config.facets.size(), false) {
    for (std::size_t facet = 0; facet < config.facets.size(); ++facet)
      facet_of_.insert(facet_of_.end(), config.facets[facet].values.size(), static_cast<std::uint32_t>(facet));
    chosen_.assign(facet_of_.size(), false);
    counts_.by_number.assign(facet_of_.size(), 0);
    for (const SelectedFacet& facet : selected) {
      selected_[*config.facet(facet.name)] = true;
      ++selections_;
      for (const std::string& value : facet.values)
        if (const auto number = config.number(facet.name, value)) chosen_[*number] = true;
    }
    passed_.resize(config.facets.size());
  }

  bool operator()(const Xapian::Document& document) const override {
    if (!excluded_.empty() && excluded_.contains(document.get_docid())) return false;
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
      if (failed == 0 || (selected_[facet] && !passed_[facet])) ++counts_.by_number[number];
    }
    // The facet that failed may be one that this document has no value of; then there is nothing to count.
    if (failed == 0) {
      ++counts_.total;
      if (counts_.passed.size() < most_noted) counts_.passed.push_back(document.get_docid());
    }
    return failed == 0;
  }

 private:
  FacetCounts& counts_;
  const Documents& excluded_;
  std::vector<std::uint32_t> facet_of_;  // by number
  std::vector<bool> chosen_;             // by number
  std::vector<bool> selected_;           // by facet
  std::size_t selections_ = 0;
  mutable std::vector<bool> passed_;  // by facet, of the document at hand
  mutable std::vector<unsigned> numbers_;
};

/// One part of the results: those with all words, or those with some.
class Part {
 public:
  /// `excluded` must outlive it.
  Part(const IndexReader& index, const Xapian::Query& query, const Documents& excluded, const SearchRequest& request,
       SortBy sort)
      : index_(index), enquire_(index.database()), decider_(index.config(), request.facets, excluded, counts_) {
    Xapian::Query all = query;
    if (!request.language.empty())
      all = Xapian::Query(Xapian::Query::OP_FILTER, all, Xapian::Query(language_term(request.language)));
    enquire_.set_query(all);
    enquire_.set_weighting_scheme(Xapian::BM25Weight(bm25_k1, 0, 1, bm25_b, bm25_least_length));
    if (sort == SortBy::title) enquire_.set_sort_by_value_then_relevance(slot::title, false);
    if (sort == SortBy::date) enquire_.set_sort_by_value_then_relevance(slot::date, true);
  }

  /// Appends the documents from the `first` on, `size` at most, and looks at all others, so that counts are exact.
  void run(std::size_t first, std::size_t size, std::vector<Xapian::Document>& out) {
    const auto all = index_.database().get_doccount();
    const Xapian::MSet found = enquire_.get_mset(static_cast<Xapian::doccount>(std::min<std::size_t>(first, all)),
                                                 static_cast<Xapian::doccount>(size), all, nullptr, &decider_);
    for (auto at = found.begin(); at != found.end(); ++at) out.push_back(at.get_document());
  }

  FacetCounts& counts() { return counts_; }

 private:
  const IndexReader& index_;
  Xapian::Enquire enquire_;
  FacetCounts counts_;
  FacetDecider decider_;
};

Documents documents_of(const std::optional<Xapian::Query>& query, const Xapian::Database& database) {
  Documents out;
  if (!query) return out;
  Xapian::Enquire enquire(database);
  enquire.set_query(*query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  for (auto at = found.begin(); at != found.end(); ++at) out.insert(*at);
  return out;
}

}  // namespace

Match find_matches(const IndexReader& index, const SearchQuery& query, const SearchRequest& request) {
  // Without words all pages are equally relevant: the newest are then the best to begin with.
  const bool newest_first = request.sort == SortBy::relevance && !query.asks_for_words();
  const SortBy sort = newest_first ? SortBy::date : request.sort;
  const auto size = static_cast<std::size_t>(request.size);
  const std::size_t first = static_cast<std::size_t>(request.page - 1) * size;
  const Xapian::Database& database = index.database();

  Match match;
  Documents excluded = documents_of(unwanted_phrases_query(query), database);
  Part with_all(index, all_words_query(query, database), excluded, request, sort);
  with_all.run(first, size, match.documents);
  match.total = with_all.counts().total;
  match.counts = std::move(with_all.counts().by_number);
  if (query.wanted.size() < 2 || match.total >= first + size || is_export(request.format)) return match;

  excluded.insert(with_all.counts().passed.begin(), with_all.counts().passed.end());
  Part with_some(index, some_words_query(query, database), excluded, request, sort);
  match.first_partial = match.documents.size();
  with_some.run(first - std::min(first, match.total), size - match.documents.size(), match.documents);
  match.partial_total = with_some.counts().total;
  if (match.total == 0) match.counts = std::move(with_some.counts().by_number);
  return match;
}

}  // namespace kronika
