// What makes a page come further up whatever was asked for: its own weight.
#pragma once

#include <xapian.h>

#include "search/index/page_store.h"

namespace kronika {

/// Every page, weighted by its bonus; for the right side of AND_MAYBE. `pages` must outlive the query.
Xapian::Query page_bonus_query(const PageStore& pages);

}  // namespace kronika
