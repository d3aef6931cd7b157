// Horizontal bars: names of counties, firms and legal forms are long, and this way they stand beside their bars.
#include <algorithm>

#include "generator/charts/kinds.h"
#include "generator/charts/numbers.h"
#include "generator/charts/svg.h"
#include "generator/core/text_width.h"

namespace kronika {
namespace {

constexpr double label_share = 0.38;  // of the width, at most
constexpr std::size_t label_lines = 3;
constexpr double gap = 6;  // between a bar and what stands beside it
constexpr double middle_to_baseline = 4.5;
constexpr int most_steps = 5;

class Bars {
 public:
  Bars(const Chart& chart, const std::string& id, double width)
      : chart_(chart), id_(id), width_(width), several_(chart.series.size() > 1) {
    bar_ = several_ ? 12 : 16;
    pitch_ = several_ ? 14 : 16;
    for (const std::string& name : chart.categories) {
      labels_.push_back(fit(name, width * label_share, text_size, label_lines));
      label_width_ = std::max(label_width_, labels_.back().width);
    }
  }

  Drawing draw() {
    canvas_.raw(patterns(id_, chart_.series.size()));
    lay_out();
    draw_legend();
    if (!chart_.unit.empty()) {
      top_ += small_size;
      canvas_.text(left_, top_, Anchor::start, "chart-quiet", chart_.unit, small_size);
      top_ += 8;
    }
    double bottom = top_ + gap;
    for (std::size_t i = 0; i < labels_.size(); ++i) bottom += height_of(i) + between();
    draw_axis(bottom);
    double y = top_ + gap;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      draw_category(i, y);
      y += height_of(i) + between();
    }
    canvas_.line(x_of(0), top_, x_of(0), bottom, "chart-zero");
    return {canvas_.take(), bottom + 22};
  }

 private:
  double between() const { return several_ ? 14 : 10; }
  double bars_height() const { return pitch_ * static_cast<double>(chart_.series.size() - 1) + bar_; }
  double height_of(std::size_t category) const { return std::max(labels_[category].height(), bars_height()); }
  double x_of(double value) const { return left_ + scale_.share(value) * (right_ - left_); }

  /// Values stand at the ends of their bars, outside, and need room there.
  void lay_out() {
    double at_left = 0, at_right = text_width("–", small_size);
    for (const Series& series : chart_.series) {
      for (const auto& value : series.values) {
        if (!value) continue;
        double& side = *value < 0 ? at_left : at_right;
        side = std::max(side, value_width(shown_number(*value, chart_.language), small_size));
      }
    }
    left_ = label_width_ + gap + 4 + (at_left > 0 ? at_left + gap : 0);
    right_ = width_ - at_right - gap;
    const Range range = range_of(chart_);
    const double least = std::min(range.least, 0.0), most = std::max(range.most, 0.0);
    const double tick = std::max(at_left, at_right) + 14;
    const int steps = std::clamp(static_cast<int>((right_ - left_) / tick), 2, most_steps);
    scale_ = round_scale(least, most, steps);
    for (int i = 0; i <= scale_.steps(); ++i) {
      const double value = scale_.tick(i);
      if (value >= least && value <= most) ticks_.push_back(value);
    }
    if (most > least) {  // the longest bar, not the tick beyond it, takes the width
      scale_.low = least;
      scale_.high = most;
    }
  }

  void draw_legend() {
    if (!several_) return;
    std::vector<std::string> names;
    for (const Series& series : chart_.series) names.push_back(series.name);
    const Legend placed = legend(names, width_);
    for (std::size_t s = 0; s < placed.places.size(); ++s) {
      const Legend::Place& place = placed.places[s];
      canvas_.part(place.x, place.y - 6, 18, 12, id_, s);
      canvas_.label(place.x + Legend::sign_width, place.y + middle_to_baseline, Anchor::start, "chart-label",
                    place.label, small_size);
    }
    top_ = placed.height + 10;
  }

  void draw_axis(double bottom) {
    for (const double value : ticks_) {
      const double x = x_of(value);
      canvas_.line(x, top_, x, bottom, "chart-grid");
      canvas_.text(x, bottom + 16, Anchor::middle, "chart-quiet", shown_number(value, chart_.language), small_size);
    }
  }

  void draw_category(std::size_t category, double y) {
    const Label& label = labels_[category];
    const double middle = y + height_of(category) / 2;
    canvas_.label(label_width_, middle - label.height() / 2 + line_height / 2 + middle_to_baseline, Anchor::end,
                  "chart-label", label);
    double top = middle - bars_height() / 2;
    for (std::size_t s = 0; s < chart_.series.size(); ++s, top += pitch_) {
      draw_bar(chart_.series[s].values[category], s, top);
    }
  }

  void draw_bar(const std::optional<double>& value, std::size_t series, double top) {
    const double zero = x_of(0), baseline = top + bar_ / 2 + middle_to_baseline;
    if (!value) {
      return canvas_.text(zero + gap, baseline, Anchor::start, "chart-quiet", "–", small_size);
    }
    const double end = x_of(*value);
    if (end != zero) {
      canvas_.part(std::min(zero, end), top, std::abs(end - zero), bar_, id_, series);
    }
    const bool negative = *value < 0;
    canvas_.text(end + (negative ? -gap : gap), baseline, negative ? Anchor::end : Anchor::start, "chart-value",
                 shown_number(*value, chart_.language), small_size);
  }

  const Chart& chart_;
  const std::string& id_;
  const double width_;
  const bool several_;
  double bar_ = 0, pitch_ = 0;
  std::vector<Label> labels_;
  double label_width_ = 0;
  double left_ = 0, right_ = 0, top_ = 2;
  Scale scale_;
  std::vector<double> ticks_;
  Canvas canvas_;
};

}  // namespace

Drawing draw_bars(const Chart& chart, const std::string& id, double width) {
  return Bars(chart, id, width).draw();
}

}  // namespace kronika
