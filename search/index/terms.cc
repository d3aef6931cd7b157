// A page's weight must add to its relevance and never outweigh a query, hence a logarithm with bounds.
#include "search/index/terms.h"

#include <algorithm>
#include <cmath>

namespace kronika {

double weight_bonus(double weight) {
  constexpr double least = 1.0 / 16, most = 16;
  if (!(weight > least)) return 0;
  return std::log2(std::min(weight, most)) + 4;
}

}  // namespace kronika
