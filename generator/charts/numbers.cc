// Ticks are numbers that people say: 1, 2 and 5 with zeros.
#include "generator/charts/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "search/text/plural.h"

namespace kronika {
namespace {

constexpr double smallest_span = 1e-9;    // below it all values are drawn as one
constexpr double smallest_grouped = 1e4;  // below it a number may be a year
constexpr double largest_whole = 9e15;    // beyond it doubles skip whole numbers
constexpr double rounding = 1e-9;         // 0.30000000000000004 is 0.3

double round_step(double least_step) {
  const double power = std::pow(10, std::floor(std::log10(least_step)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= least_step * (1 - rounding)) return factor * power;
  }
  return 10 * power;
}

std::string whole_part(double value, std::string_view language) {
  const auto whole = static_cast<std::int64_t>(value);
  return value < smallest_grouped ? std::to_string(whole) : format_number(whole, language);
}

}  // namespace

bool is_whole(double value) {
  return std::fabs(value) < largest_whole && value == std::floor(value);
}

int Scale::steps() const {
  return static_cast<int>(std::lround((high - low) / step));
}

Scale round_scale(double least, double most, int steps) {
  if (most - least < smallest_span) most = least + 1;
  Scale out;
  out.step = round_step((most - least) / std::max(steps, 1));
  if (is_whole(least) && is_whole(most)) out.step = std::max(out.step, 1.0);
  out.low = std::floor(least / out.step + rounding) * out.step;
  out.high = std::ceil(most / out.step - rounding) * out.step;
  return out;
}

std::string shown_number(double value, std::string_view language) {
  const double size = std::fabs(value);
  std::string digits = size > 0 && size < 0.005 ? fmt::format("{:.1g}", size) : fmt::format("{:.2f}", size);
  if (digits.find('e') != std::string::npos || size > largest_whole) {
    digits = fmt::format("{:.3g}", size);
  } else {
    digits.erase(digits.find_last_not_of('0') + 1);
    const auto point = digits.find('.');
    const std::string decimals = digits.substr(std::min(point + 1, digits.size()));
    digits = whole_part(std::floor(std::stod(digits)), language);
    if (!decimals.empty()) digits += (language.starts_with("en") ? "." : ",") + decimals;
  }
  return (value < 0 && digits != "0" ? "\u2212" : "") + digits;
}

}  // namespace kronika
