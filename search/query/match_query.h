// A query in words → Xapian's queries.
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>

#include "search/index/reader.h"
#include "search/query/phrase.h"
#include "search/query/query_words.h"

namespace kronika {

/// The scheme by which these queries are to be weighted.
Xapian::BM25Weight weighting();

/// Pages that have every word asked for; all pages when none is. Those with an unwanted word are kept out, those with
/// an unwanted phrase are not. The index must outlive the queries; their phrases share the
/// budget.
Xapian::Query all_words_query(const SearchQuery& query, const IndexReader& index,
                              const std::shared_ptr<PhraseBudget>& budget);

/// Likewise pages that have at least one of the words asked for, of which there must be some.
Xapian::Query some_words_query(const SearchQuery& query, const IndexReader& index,
                               const std::shared_ptr<PhraseBudget>& budget);

/// Pages that have one of the unwanted phrases; nothing when there are none.
std::optional<Xapian::Query> unwanted_phrases_query(const SearchQuery& query, const IndexReader& index,
                                                    const std::shared_ptr<PhraseBudget>& budget);

}  // namespace kronika
