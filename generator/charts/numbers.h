// Scales with round steps, and numbers as languages write them.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

struct Scale {
  double low = 0, high = 1;  // multiples of the step, around all values
  double step = 1;           // 1, 2 or 5 times a power of ten

  int steps() const;
  /// Where a value stands between low (0) and high (1).
  double share(double value) const { return (value - low) / (high - low); }
  double tick(int number) const { return low + step * number; }
};

/// A scale around `least` and `most` of at most about `steps` steps; without fractions when both are whole.
Scale round_scale(double least, double most, int steps);

/// "1250", "12 500" with no-break spaces, "−0,75": at most two decimals, more only for what is smaller.
std::string shown_number(double value, std::string_view language);

bool is_whole(double value);

}  // namespace kronika
