// One pass over the matching documents ranks, filters and counts. The filters are applied by the decider that counts,
// because a facet's counts must see the documents which only its own selection keeps out. A second pass follows only
// where pages with all the words do not fill the page of results.
#include "search/query/match.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>

#include "search/index/terms.h"
#include "search/query/facets_on_day.h"
#include "search/query/match_query.h"
#include "search/query/rescoring.h"

namespace kronika {
namespace {

using Documents = std::unordered_set<Xapian::docid>;

/// So many results at the beginning are rescored.
constexpr std::size_t most_reordered = 50;

struct FacetCounts {
  std::size_t total = 0;
  std::vector<Xapian::docid> passed;  // the first documents of `total`, as many as were to be noted
  std::vector<std::size_t> by_number;
};

/// Filters and counts in one. Facet values are numbered through all facets.
class FacetDecider final : public Xapian::MatchDecider {
 public:
  /// `noted`: how many documents of the total are to be noted.
  FacetDecider(const IndexReader& index, const std::vector<SelectedFacet>& selected, const std::optional<AsOfDay>& day,
               const Documents& excluded, std::size_t noted, FacetCounts& counts)
      : counts_(counts),
        facets_(index.pages(), index.config(), day),
        excluded_(excluded),
        noted_(noted),
        selected_(index.config().facets.size(), false) {
    const SearchConfig& config = index.config();
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
    const Xapian::docid page = document.get_docid();
    if (!excluded_.empty() && excluded_.contains(page)) return false;
    const std::span<const std::uint32_t> numbers = facets_.of(page);
    const std::size_t failed = selections_ > 0 ? selections_ - count_passed(numbers) : 0;
    if (failed > 0) {
      if (failed == 1) count_for_failed(numbers);
      return false;
    }
    for (const std::uint32_t number : numbers)
      if (number < counts_.by_number.size()) ++counts_.by_number[number];
    ++counts_.total;
    if (counts_.passed.size() < noted_) counts_.passed.push_back(page);
    return true;
  }

 private:
  /// How many of the facets with a selection have one of the page's values in it.
  std::size_t count_passed(std::span<const std::uint32_t> numbers) const {
    std::size_t passes = 0;
    std::fill(passed_.begin(), passed_.end(), false);
    for (const std::uint32_t number : numbers) {
      if (number >= facet_of_.size() || !chosen_[number] || passed_[facet_of_[number]]) continue;
      passed_[facet_of_[number]] = true;
      ++passes;
    }
    return passes;
  }

  /// Only its own selection keeps the page out of a facet's counts. It may have no value of that facet.
  void count_for_failed(std::span<const std::uint32_t> numbers) const {
    for (const std::uint32_t number : numbers) {
      if (number >= facet_of_.size()) continue;
      const std::size_t facet = facet_of_[number];
      if (selected_[facet] && !passed_[facet]) ++counts_.by_number[number];
    }
  }

  FacetCounts& counts_;
  const FacetsOnDay facets_;
  const Documents& excluded_;
  std::size_t noted_;
  std::vector<std::uint32_t> facet_of_;  // by number
  std::vector<bool> chosen_;             // by number
  std::vector<bool> selected_;           // by facet
  std::size_t selections_ = 0;
  mutable std::vector<bool> passed_;  // by facet, of the document at hand
};

/// One part of the results: those with all words, or those with some.
class Part {
 public:
  /// `excluded` and `rescoring` must outlive it.
  Part(const IndexReader& index, const Xapian::Query& query, const Documents& excluded, const SearchRequest& request,
       SortBy sort, const Rescoring& rescoring)
      : index_(index),
        enquire_(index.database()),
        // More are not needed: where there are more than up to this page, no other part follows.
        decider_(index, request.facets, request.as_of, excluded,
                 static_cast<std::size_t>(request.page) * static_cast<std::size_t>(request.size), counts_),
        rescoring_(rescoring),
        reorders_(sort == SortBy::relevance && rescoring.tells()) {
    Xapian::Query all = query;
    if (!request.language.empty())
      all = Xapian::Query(Xapian::Query::OP_FILTER, all, Xapian::Query(language_term(request.language)));
    else if (!index.config().scope.empty())
      all = Xapian::Query(Xapian::Query::OP_AND_NOT, all, Xapian::Query(std::string(translation_term)));
    enquire_.set_query(all);
    enquire_.set_weighting_scheme(weighting());
    if (sort == SortBy::title) enquire_.set_sort_by_value_then_relevance(slot::title, false);
    if (sort == SortBy::date) enquire_.set_sort_by_value_then_relevance(slot::date, true);
  }

  /// Appends the documents from the `first` on, `size` at most, and looks at all others, so that counts are exact.
  void run(std::size_t first, std::size_t size, std::vector<Xapian::Document>& out) {
    if (reorders_ && first < most_reordered) return run_reordered(first, size, out);
    const Xapian::MSet found = matches(first, size);
    for (auto at = found.begin(); at != found.end(); ++at) out.push_back(at.get_document());
  }

  FacetCounts& counts() { return counts_; }

 private:
  Xapian::MSet matches(std::size_t first, std::size_t size) {
    const auto all = index_.database().get_doccount();
    return enquire_.get_mset(static_cast<Xapian::doccount>(std::min<std::size_t>(first, all)),
                             static_cast<Xapian::doccount>(size), all, nullptr, &decider_);
  }

  /// The order of the first results is the same whichever page of them is asked for.
  void run_reordered(std::size_t first, std::size_t size, std::vector<Xapian::Document>& out) {
    const Xapian::MSet found = matches(0, std::max(most_reordered, first + size));
    std::vector<std::pair<double, Xapian::doccount>> order;  // by less relevance, then as Xapian has it
    for (Xapian::doccount i = 0; i < found.size(); ++i) {
      const double more = i < most_reordered ? rescoring_.of(*found[i]) : 0;
      order.emplace_back(-found[i].get_weight() - more, i);
    }
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(most_reordered, order.size()));
    std::sort(order.begin(), end);
    for (std::size_t i = first; i < order.size() && i < first + size; ++i)
      out.push_back(found[order[i].second].get_document());
  }

  const IndexReader& index_;
  Xapian::Enquire enquire_;
  FacetCounts counts_;
  FacetDecider decider_;
  const Rescoring& rescoring_;
  bool reorders_;
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

Match matches_within(const IndexReader& index, const SearchQuery& query, const SearchRequest& request,
                     const std::shared_ptr<PhraseBudget>& budget) {
  // Without words all pages are equally relevant: the newest are then the best to begin with.
  const bool newest_first = request.sort == SortBy::relevance && !query.asks_for_words();
  const SortBy sort = newest_first ? SortBy::date : request.sort;
  const auto size = static_cast<std::size_t>(request.size);
  const std::size_t first = static_cast<std::size_t>(request.page - 1) * size;
  const Xapian::Database& database = index.database();

  Match match;
  const Rescoring rescoring(query, index);
  Documents excluded = documents_of(unwanted_phrases_query(query, index, budget), database);
  Part with_all(index, all_words_query(query, index, budget), excluded, request, sort, rescoring);
  with_all.run(first, size, match.documents);
  match.total = with_all.counts().total;
  match.counts = std::move(with_all.counts().by_number);
  if (query.wanted.size() < 2 || match.total >= first + size || is_export(request.format)) return match;

  excluded.insert(with_all.counts().passed.begin(), with_all.counts().passed.end());
  Part with_some(index, some_words_query(query, index, budget), excluded, request, sort, rescoring);
  match.first_partial = match.documents.size();
  with_some.run(first - std::min(first, match.total), size - match.documents.size(), match.documents);
  match.partial_total = with_some.counts().total;
  if (match.total == 0) match.counts = std::move(with_some.counts().by_number);
  return match;
}

}  // namespace

Match find_matches(const IndexReader& index, const SearchQuery& query, const SearchRequest& request,
                   PhraseBudget phrases) {
  const auto budget = std::make_shared<PhraseBudget>(phrases);
  Match match = matches_within(index, query, request, budget);
  match.is_exact = !budget->used_up;
  return match;
}

}  // namespace kronika
