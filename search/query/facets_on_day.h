// The facet values of a page, on the day of the build or on another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "search/index/config.h"
#include "search/index/page_store.h"
#include "search/request/request.h"

namespace kronika {

/// Reads from a store, which it borrows. For one thread.
class FacetsOnDay {
 public:
  /// Without a day the values are those that are stored, at no cost.
  FacetsOnDay(const PageStore& pages, const SearchConfig& config, const std::optional<AsOfDay>& day);

  /// Numbers of facet values, ascending; valid until the next call. Of a facet that the page has states of, the state
  /// that holds on the day stands in place of the stored value, or nothing.
  std::span<const std::uint32_t> of(std::uint32_t page) const { return day_ ? on_day(page) : pages_.facets(page); }

 private:
  std::span<const std::uint32_t> on_day(std::uint32_t page) const;

  const PageStore& pages_;
  std::optional<DayNumber> day_;
  std::vector<std::uint32_t> facet_of_;  // by number; only with a day
  mutable std::vector<std::uint32_t> numbers_;
};

}  // namespace kronika
