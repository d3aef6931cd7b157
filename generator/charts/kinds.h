// The kinds of charts: what they share, and one function each.
#pragma once

#include <string>

#include "generator/charts/charts.h"

namespace kronika {

/// Least and most of all values; 0 and 0 when there are none.
struct Range {
  double least = 0, most = 0;
  bool is_empty = true;

  void add(double value) {
    least = is_empty || value < least ? value : least;
    most = is_empty || value > most ? value : most;
    is_empty = false;
  }
};
Range range_of(const Chart& chart);

/// One drawing: what stands inside its <svg>, and how high it is. `id` begins the ids.
struct Drawing {
  std::string inside;
  double height = 0;
};
Drawing draw_bars(const Chart& chart, const std::string& id, double width);
Drawing draw_lines(const Chart& chart, const std::string& id, double width);
Drawing draw_parts(const Chart& chart, const std::string& id, double width);

}  // namespace kronika
