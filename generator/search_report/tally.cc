// A log that nobody has looked at for a year, or that somebody has filled with nonsense, must not need more memory than
// another; what counts are the frequent queries, and those survive forgetting.
#include "generator/search_report/tally.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t most_spellings = 16;  // of one query

std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

const std::string& most_often(const std::map<std::string, std::size_t>& spellings) {
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// Greatest `count` first.
std::vector<QueryCount> sorted(std::vector<QueryCount> all, std::size_t QueryCount::*count, std::size_t top) {
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(std::min(top, all.size()));
  std::partial_sort(all.begin(), middle, all.end(), [count](const QueryCount& a, const QueryCount& b) {
    return std::tie(b.*count, a.query, a.language) < std::tie(a.*count, b.query, b.language);
  });
  all.erase(middle, all.end());
  return all;
}

}  // namespace

QueryTally::QueryTally(std::size_t most_queries) : most_queries_(std::max<std::size_t>(most_queries, 1)) {}

void QueryTally::add(const LoggedQuery& query) {
  ++searches_;
  if (first_hour_.empty() || query.hour < first_hour_) first_hour_ = query.hour;
  if (query.hour > last_hour_) last_hour_ = query.hour;
  std::string spelling = squeezed(query.query);
  Group& group = groups_[{fold(spelling), query.language}];
  ++group.times;
  group.in_vain += query.total == 0 ? 1 : 0;
  group.last_total = query.total;
  if (group.spellings.size() < most_spellings || group.spellings.contains(spelling))
    ++group.spellings[std::move(spelling)];
  if (groups_.size() > most_queries_) forget_rare();
}

/// At least half, so that it is not done again for the next query.
void QueryTally::forget_rare() {
  has_forgotten_ = true;
  for (std::size_t rare = 1; groups_.size() > most_queries_ / 2; rare *= 2)
    std::erase_if(groups_, [rare](const auto& each) { return each.second.times <= rare; });
}

std::vector<QueryCount> QueryTally::most_frequent(std::size_t top) const {
  std::vector<QueryCount> all;
  for (const auto& [key, group] : groups_)
    all.push_back({most_often(group.spellings), key.second, group.times, group.in_vain, group.last_total});
  return sorted(std::move(all), &QueryCount::times, top);
}

std::vector<QueryCount> QueryTally::most_in_vain(std::size_t top) const {
  std::vector<QueryCount> all;
  for (const auto& [key, group] : groups_) {
    if (group.last_total == 0)
      all.push_back({most_often(group.spellings), key.second, group.times, group.in_vain, group.last_total});
  }
  return sorted(std::move(all), &QueryCount::in_vain, top);
}

}  // namespace kronika
