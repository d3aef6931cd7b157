// A query in words → Xapian's queries.
#pragma once

#include <xapian.h>

#include <optional>

#include "search/index/reader.h"
#include "search/query/query_words.h"

namespace kronika {

/// Pages that have every word asked for; all pages when none is. Those with an unwanted word are kept out, those with
/// an unwanted phrase are not. The index must outlive the queries.
Xapian::Query all_words_query(const SearchQuery& query, const IndexReader& index);

/// Likewise pages that have at least one of the words asked for, of which there must be some.
Xapian::Query some_words_query(const SearchQuery& query, const IndexReader& index);

/// Pages that have one of the unwanted phrases; nothing when there are none.
std::optional<Xapian::Query> unwanted_phrases_query(const SearchQuery& query, const IndexReader& index);

}  // namespace kronika
