// A file or standard input → the counts of its lines.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

#include "generator/search_report/tally.h"

namespace kronika {

struct DamagedLines {
  std::vector<std::size_t> first;  // numbers of the first few, from 1
  std::size_t count = 0;           // of all
};

/// Adds every line of the log to `tally`; a line that is none of a log's is left out and told. Memory does not depend
/// on the length of the log, nor of a line. `name` is for the Failure that is thrown when the log cannot be read.
DamagedLines read_query_log(std::istream& log, const std::string& name, QueryTally& tally);

}  // namespace kronika
