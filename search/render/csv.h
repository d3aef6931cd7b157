// Search results as a table.
#pragma once

#include <string>

#include "search/index/config.h"
#include "search/query/search.h"

namespace kronika {

/// CSV (RFC 4180): UTF-8 without a mark, CRLF, a first line of names. The columns are url (absolute), title,
/// collection, date, and the fields that the results have, in the order in which they come; a field that is called as
/// one of the first four is "fields.NAME"; where the request names a day, a last column says it, under its parameter's
/// name, so that a table which is kept tells of what day it is. Several values of a field are parted by "; ". A cell
/// that a spreadsheet would run as a formula begins with an apostrophe.
std::string render_csv(const SearchRequest& request, const SearchResults& results, const SearchConfig& config);

}  // namespace kronika
