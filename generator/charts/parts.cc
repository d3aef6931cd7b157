// Parts of a whole: one bar of a hundred per cent, and beneath it a list that names every part. Lengths on one line are
// compared more easily than angles, and small parts keep their names.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "generator/charts/kinds.h"
#include "generator/charts/numbers.h"
#include "generator/charts/svg.h"
#include "generator/core/text_width.h"

namespace kronika {
namespace {

constexpr double bar_height = 36;
constexpr double sign = 14;
constexpr double gap = 10;
constexpr double middle_to_baseline = 4.5;
constexpr double seam = 2;

/// Per cent that add up to a hundred: what is lost by rounding goes to the largest remainders, though none
/// becomes a hundred that is less. With one decimal where a
/// part is smaller than one per cent.
std::vector<std::string> shown_shares(const std::vector<double>& values, double total, std::string_view language) {
  const bool fine = std::any_of(values.begin(), values.end(), [&](double v) { return v > 0 && v < total / 100; });
  const double units = fine ? 1000 : 100;
  std::vector<double> floors, remainders;
  for (const double value : values) {
    floors.push_back(std::floor(value / total * units));
    const bool would_be_all = floors.back() + 1 >= units && value < total;
    remainders.push_back(would_be_all ? 0 : value / total * units - floors.back());
  }
  double missing = units - std::accumulate(floors.begin(), floors.end(), 0.0);
  for (; missing > 0.5; missing -= 1) {
    const auto largest = std::max_element(remainders.begin(), remainders.end());
    *largest = -1;
    floors[static_cast<std::size_t>(largest - remainders.begin())] += 1;
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool tiny = floors[i] == 0 && values[i] > 0;
    out.push_back((tiny ? "<" : "") + shown_number((tiny ? 1 : floors[i]) * 100 / units, language) + "\u00A0%");
  }
  return out;
}

class Parts {
 public:
  Parts(const Chart& chart, const std::string& id, double width) : chart_(chart), id_(id), width_(width) {
    for (const auto& value : chart.series[0].values) values_.push_back(value.value_or(0));
    total_ = std::accumulate(values_.begin(), values_.end(), 0.0);
    shares_ = shown_shares(values_, total_, chart.language);
  }

  Drawing draw() {
    canvas_.raw(patterns(id_, values_.size()));
    draw_bar();
    draw_list();
    return {canvas_.take(), y_};
  }

 private:
  void draw_bar() {
    const double top = 20;
    double x = 0;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const double length = values_[i] / total_ * width_;
      if (length <= 0) continue;
      canvas_.part(x, top, std::max(length - seam, 1.0), bar_height, id_, i);
      if (value_width(shares_[i], small_size) + 4 < length) {
        canvas_.text(x, top - 7, Anchor::start, "chart-value", shares_[i], small_size);
      }
      x += length;
    }
    y_ = top + bar_height + gap;
  }

  void draw_list() {
    double share_width = 0, number_width = 0;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      share_width = std::max(share_width, value_width(shares_[i], text_size));
      number_width = std::max(number_width, text_width(shown(i), text_size));
    }
    number_width = std::max(number_width, text_width(chart_.unit, small_size));
    const double share_end = width_ - number_width - 2 * gap;
    const double label_width = share_end - share_width - gap - sign - gap;
    if (!chart_.unit.empty()) {
      y_ += small_size;
      canvas_.text(width_, y_, Anchor::end, "chart-quiet", chart_.unit, small_size);
      y_ += 6;
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const Label label = fit(chart_.categories[i], label_width, text_size, 3);
      const double height = std::max(label.height(), line_height) + gap;
      if (i > 0) canvas_.line(0, y_, width_, y_, "chart-grid");
      const double baseline = y_ + gap / 2 + line_height / 2 + middle_to_baseline;
      canvas_.part(0, baseline - 12, sign, sign, id_, i);
      canvas_.label(sign + gap, baseline, Anchor::start, "chart-label", label);
      canvas_.text(share_end, baseline, Anchor::end, "chart-value", shares_[i]);
      canvas_.text(width_, baseline, Anchor::end, "chart-quiet", shown(i));
      y_ += height;
    }
  }

  std::string shown(std::size_t part) const {
    return chart_.series[0].values[part] ? shown_number(values_[part], chart_.language) : "–";
  }

  const Chart& chart_;
  const std::string& id_;
  const double width_;
  std::vector<double> values_;
  double total_ = 0;
  std::vector<std::string> shares_;
  double y_ = 0;
  Canvas canvas_;
};

}  // namespace

Drawing draw_parts(const Chart& chart, const std::string& id, double width) {
  return Parts(chart, id, width).draw();
}

}  // namespace kronika
