// What a state was on a day is worked out when the site is built (content/history.h); here it is only looked up.
#include "search/query/facets_on_day.h"

#include <algorithm>

namespace kronika {

FacetsOnDay::FacetsOnDay(const PageStore& pages, const SearchConfig& config, const std::optional<AsOfDay>& day)
    : pages_(pages) {
  if (!day) return;
  day_ = day->day;
  for (std::size_t facet = 0; facet < config.facets.size(); ++facet)
    facet_of_.insert(facet_of_.end(), config.facets[facet].values.size(), static_cast<std::uint32_t>(facet));
}

std::span<const std::uint32_t> FacetsOnDay::on_day(std::uint32_t page) const {
  const std::span<const std::uint32_t> stored = pages_.facets(page);
  const std::span<const StateDays> states = pages_.states(page);
  if (states.empty()) return stored;
  const auto facet_of = [this](std::uint32_t number) {
    return number < facet_of_.size() ? std::optional(facet_of_[number]) : std::nullopt;
  };
  numbers_.clear();
  for (const std::uint32_t number : stored) {
    const auto facet = facet_of(number);
    const bool has_states = std::any_of(states.begin(), states.end(),
                                        [&](const StateDays& each) { return facet && facet_of(each.value) == facet; });
    if (!has_states) numbers_.push_back(number);
  }
  for (const StateDays& each : states)
    if (each.first <= *day_ && *day_ <= each.last) numbers_.push_back(each.value);
  std::sort(numbers_.begin(), numbers_.end());
  return numbers_;
}

}  // namespace kronika
