// What the log tells, as editors read it, and as a block for their file of synonyms.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "generator/core/report.h"
#include "generator/search_report/tally.h"

namespace kronika {

/// What the site's search says today.
struct AnswerToday {
  std::size_t total = 0;   // pages with all the words as typed
  std::string suggestion;  // what was perhaps meant; "" : nothing
};

struct InVain {
  QueryCount counted;
  std::optional<AnswerToday> today;  // nothing: the site could not be asked
};

struct SearchReport {
  std::size_t searches = 0;
  std::string first_hour, last_hour;
  bool has_forgotten = false;
  std::vector<QueryCount> frequent;
  std::vector<InVain> in_vain;
};

/// Both tables and the block. Safe to print to a terminal: nothing of a query is sent as it is that is not seen.
std::string report_text(const SearchReport& report, MessageLanguage language);

/// The block alone: for each query that still finds nothing a line `# "query" = "…"` to be completed, the site's
/// suggestion in place of the dots. TOML, and so is each line without its `# `.
std::string synonyms_block(const SearchReport& report, MessageLanguage language);

}  // namespace kronika
