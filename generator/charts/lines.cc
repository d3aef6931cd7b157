// Lines over an order (years, months). Each has a dash and a marker of its own, and its name at its end.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "generator/charts/kinds.h"
#include "generator/charts/numbers.h"
#include "generator/charts/svg.h"
#include "generator/core/text_width.h"

namespace kronika {
namespace {

constexpr double plot_height = 220;
constexpr double gap = 8;
constexpr double middle_to_baseline = 4.5;
constexpr double name_share = 0.27;  // of the width, at most, for names at the ends of lines
constexpr double longest_tick = 90;
constexpr double closest_markers = 12;
constexpr double sign_width = 12;  // of the marker before a name
constexpr double flat = 0.25;      // values that differ by less of their size are drawn without zero
constexpr int value_steps = 5;

constexpr std::array<std::string_view, most_series> dashes = {"", "7 4", "2 4", "10 4 2 4", "14 4", "5 3 1 3 1 3"};

/// Around a point.
constexpr std::array<std::string_view, most_series> markers = {
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "m-4-4h8v8h-8z", "m0-5 5 9h-10z",
    "m0-5.5 5.5 5.5-5.5 5.5-5.5-5.5z",    "m0 5 5-9h-10z", "m-1.5-5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z"};

class Lines {
 public:
  Lines(const Chart& chart, double width) : chart_(chart), width_(width) {}

  Drawing draw() {
    lay_out();
    if (!chart_.unit.empty()) canvas_.text(0, small_size, Anchor::start, "chart-quiet", chart_.unit, small_size);
    draw_values_axis();
    draw_categories_axis();
    for (std::size_t s = 0; s < chart_.series.size(); ++s) draw_series(s);
    if (chart_.series.size() > 1) {
      draw_names();
    } else {
      draw_values();
    }
    return {canvas_.take(), bottom_ + 26};
  }

 private:
  struct EndName {
    double y = 0;  // of its middle
    std::size_t series = 0;
    Label label;
  };

  double y_of(double value) const { return bottom_ - scale_.share(value) * plot_height; }
  double x_of(std::size_t category) const {
    const std::size_t count = chart_.categories.size();
    if (count < 2) return (left_ + right_) / 2;
    return left_ + inset_ + static_cast<double>(category) * step();
  }
  double step() const {
    const std::size_t count = std::max<std::size_t>(chart_.categories.size(), 2);
    return (right_ - left_ - 2 * inset_) / static_cast<double>(count - 1);
  }

  void lay_out() {
    Range range = range_of(chart_);
    const bool near_each_other = range.most - range.least < flat * std::max(range.most, -range.least);
    if (!near_each_other || range.most == range.least) range.add(0);
    scale_ = round_scale(range.least, range.most, value_steps);
    top_ = chart_.unit.empty() ? 14 : 32;
    bottom_ = top_ + plot_height;
    for (int i = 0; i <= scale_.steps(); ++i) {
      left_ = std::max(left_, text_width(shown_number(scale_.tick(i), chart_.language), small_size));
    }
    left_ += gap;
    right_ = width_ - gap;
    for (std::size_t s = 0; chart_.series.size() > 1 && s < chart_.series.size(); ++s) {
      names_.push_back(
          {0, s, fit(chart_.series[s].name, width_ * name_share, small_size, chart_.series.size() > 4 ? 2 : 3)});
      right_ = std::min(right_, width_ - names_.back().label.width - sign_width - gap);
    }
  }

  void draw_values_axis() {
    for (int i = 0; i <= scale_.steps(); ++i) {
      const double value = scale_.tick(i), y = y_of(value);
      canvas_.line(left_, y, right_, y, std::abs(value) < scale_.step / 2 ? "chart-zero" : "chart-grid");
      canvas_.text(left_ - gap, y + middle_to_baseline, Anchor::end, "chart-quiet",
                   shown_number(value, chart_.language), small_size);
    }
  }

  /// As many names as fit beside one another, at equal distances.
  void draw_categories_axis() {
    std::vector<Label> labels;
    double widest = 0;
    for (const std::string& name : chart_.categories) {
      labels.push_back(fit(name, longest_tick, small_size, 1));
      widest = std::max(widest, labels.back().width);
    }
    std::size_t every = 1;
    while (step() * static_cast<double>(every) < widest + gap && every < labels.size()) ++every;
    for (std::size_t i = 0; i < labels.size(); i += every) {
      const double half = labels[i].width / 2;
      const double x = std::clamp(x_of(i), half, std::max(half, width_ - half));
      canvas_.line(x_of(i), bottom_, x_of(i), bottom_ + 4, "chart-grid");
      canvas_.label(x, bottom_ + 19, Anchor::middle, "chart-quiet", labels[i], small_size);
    }
  }

  /// A value that is not known breaks the line.
  void draw_series(std::size_t number) {
    const Series& series = chart_.series[number];
    std::string line, points;
    const auto every = static_cast<std::size_t>(std::max(1.0, closest_markers / step() + 0.5));
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (!series.values[i]) continue;
      const std::string x = coordinate(x_of(i)), y = coordinate(y_of(*series.values[i]));
      const bool follows = i > 0 && series.values[i - 1];
      line += (follows ? "L" : "M") + x + " " + y;
      const bool alone = !follows && (i + 1 == series.values.size() || !series.values[i + 1]);
      if (alone || i % every == 0 || i + 1 == series.values.size())
        points += "M" + x + " " + y + std::string(markers[number]);
    }
    canvas_.raw(fmt::format(
        "<path class=\"chart-line chart-line-{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.5\"{} "
        "d=\"{}\"/>\n<path class=\"chart-marker {}\" paint-order=\"stroke\" d=\"{}\"/>\n",
        number + 1, dashes[number].empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes[number]), line,
        colour_of(number), points));
  }

  /// Does the line come down to this point, and not go on down? Then its value stands beneath it.
  static bool is_low(const std::vector<std::optional<double>>& values, std::size_t i) {
    const bool comes_down = i > 0 && values[i - 1] && *values[i] < *values[i - 1];
    const bool goes_down = i + 1 < values.size() && values[i + 1] && *values[i + 1] < *values[i];
    return comes_down && !goes_down;
  }

  /// One line alone has its values at its points, where all fit, else at the last point.
  void draw_values() {
    const auto& values = chart_.series[0].values;
    double widest = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values[i]) continue;
      widest = std::max(widest, value_width(shown_number(*values[i], chart_.language), small_size));
      last = i;
    }
    const bool all = chart_.categories.size() < 2 || step() >= widest + 4;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values[i] || (!all && i != last)) continue;
      const std::string text = shown_number(*values[i], chart_.language);
      const double half = value_width(text, small_size) / 2;
      canvas_.text(std::clamp(x_of(i), half, width_ - half), y_of(*values[i]) + (is_low(values, i) ? 20 : -10),
                   Anchor::middle, "chart-value", text, small_size);
    }
  }

  /// Names stand at the ends of their lines, pushed apart where lines end close together.
  void draw_names() {
    std::vector<EndName> names;
    for (EndName& name : names_) {
      const auto& values = chart_.series[name.series].values;
      const auto last =
          std::find_if(values.rbegin(), values.rend(), [](const auto& value) { return value.has_value(); });
      if (last == values.rend()) continue;
      name.y = y_of(**last);
      names.push_back(name);
    }
    std::stable_sort(names.begin(), names.end(), [](const EndName& a, const EndName& b) { return a.y < b.y; });
    double free = 0;
    for (EndName& name : names) {
      name.y = std::max(name.y, free + name.label.height() / 2);
      free = name.y + name.label.height() / 2 + 2;
    }
    double limit = bottom_ + line_height / 2;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
      name->y = std::min(name->y, limit - name->label.height() / 2);
      limit = name->y - name->label.height() / 2 - 2;
    }
    for (const EndName& name : names) {
      const double baseline = name.y - name.label.height() / 2 + line_height / 2 + middle_to_baseline;
      canvas_.raw(fmt::format("<path class=\"{}\" d=\"M{} {}{}\"/>\n", colour_of(name.series),
                              coordinate(right_ + gap + 4), coordinate(baseline - middle_to_baseline),
                              markers[name.series]));
      canvas_.label(right_ + gap + sign_width, baseline, Anchor::start, "chart-label", name.label, small_size);
    }
  }

  const Chart& chart_;
  const double width_;
  const double inset_ = 10;  // between the axis and the first point
  double left_ = 0, right_ = 0, top_ = 0, bottom_ = 0;
  Scale scale_;
  std::vector<EndName> names_;
  Canvas canvas_;
};

}  // namespace

Drawing draw_lines(const Chart& chart, const std::string&, double width) {
  return Lines(chart, width).draw();
}

}  // namespace kronika
