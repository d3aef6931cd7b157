// Counts the queries of a log, whatever its length.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "search/query_log/line.h"

namespace kronika {

/// A query in all its spellings: lower case, without diacritics and spaces to spare, they are the same.
struct QueryCount {
  std::string query;           // as it was typed most often; of two such the first by its bytes
  std::string language;        // queries of two languages are two
  std::size_t times = 0;       // it was searched for
  std::size_t in_vain = 0;     // of them without a result
  std::size_t last_total = 0;  // found by the last search for it

  bool operator==(const QueryCount&) const = default;
};

class QueryTally {
 public:
  /// Remembers up to `most_queries` different ones. When there are more, those seen least often are forgotten, and one
  /// that comes again begins anew: rare ones come out too low, the frequent ones right.
  explicit QueryTally(std::size_t most_queries = 100'000);

  /// In the order of the log.
  void add(const LoggedQuery& query);

  std::size_t searches() const { return searches_; }
  bool has_forgotten() const { return has_forgotten_; }
  /// Of the earliest and the latest search; "" when there was none.
  const std::string& first_hour() const { return first_hour_; }
  const std::string& last_hour() const { return last_hour_; }

  /// The `top` most frequent; of two equally frequent ones the first by its bytes.
  std::vector<QueryCount> most_frequent(std::size_t top) const;
  /// Those whose last search found nothing, by the number of such searches. What has been mended since is not here.
  std::vector<QueryCount> most_in_vain(std::size_t top) const;

 private:
  struct Group {
    std::size_t times = 0, in_vain = 0, last_total = 0;
    std::map<std::string, std::size_t> spellings;  // the first few
  };
  using Key = std::pair<std::string, std::string>;  // folded query, language

  void forget_rare();

  std::size_t most_queries_;
  std::map<Key, Group> groups_;
  std::size_t searches_ = 0;
  bool has_forgotten_ = false;
  std::string first_hour_, last_hour_;
};

}  // namespace kronika
