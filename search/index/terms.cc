// A page's weight must add to its relevance and never outweigh a query, hence a logarithm with bounds.
#include "search/index/terms.h"

#include <algorithm>
#include <cmath>

namespace kronika {

double length_norm(double length, double average) {
  return average > 0 ? std::max(bm25_least_norm, 1 - bm25_b + bm25_b * length / average) : 1;
}

double page_bonus(double weight) {
  constexpr double least = 1.0 / 16, most = 16;
  return weight > least ? std::log2(std::min(weight, most)) + 4 : 0;
}

}  // namespace kronika
