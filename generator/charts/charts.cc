// A text in an SVG shrinks with it, so a chart is drawn twice: in the width of a telephone and in that of a column of
// text. The style sheet shows the one that fits; the other is hidden from everybody, screen readers too.
#include "generator/charts/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "generator/charts/kinds.h"
#include "generator/charts/svg.h"
#include "generator/core/diagnostics.h"

namespace kronika {
namespace {

constexpr double narrow = 340, wide = 640;
constexpr double largest_value = 1e15;

Drawing no_data(const Chart& chart, double width) {
  Canvas canvas;
  canvas.text(width / 2, 30, Anchor::middle, "chart-quiet", chart.words.no_data);
  return {canvas.take(), 48};
}

Drawing draw_one(const Chart& chart, const std::string& id, double width) {
  if (range_of(chart).is_empty) return no_data(chart, width);
  switch (chart.kind) {
    case ChartKind::bars:
      break;
    case ChartKind::lines:
      return draw_lines(chart, id, width);
    case ChartKind::parts:
      return range_of(chart).most > 0 ? draw_parts(chart, id, width) : no_data(chart, width);
  }
  return draw_bars(chart, id, width);
}

std::string too_many(std::size_t count, std::size_t most, std::string_view english, std::string_view polish) {
  return both(fmt::format("{} {}, and at most {} can be told apart", count, english, most),
              fmt::format("{}: {}, a rozróżnić można najwyżej {}", polish, count, most));
}

std::string why_not_parts(const Chart& chart) {
  if (chart.series.size() != 1) {
    return both("parts of a whole are one column of numbers; name it: values = [\"…\"]",
                "części całości to jedna kolumna liczb; wskaż ją: values = [\"…\"]");
  }
  if (range_of(chart).least < 0)
    return both("a part of a whole is not less than 0", "część całości nie może być mniejsza od 0");
  if (chart.categories.size() > most_parts) {
    return too_many(chart.categories.size(), most_parts, "parts are drawn (use kind = \"bars\")",
                    "liczba części (użyj kind = \"bars\")");
  }
  return "";
}

}  // namespace

Range range_of(const Chart& chart) {
  Range out;
  for (const Series& series : chart.series) {
    for (const auto& value : series.values) {
      if (value) out.add(*value);
    }
  }
  return out;
}

std::string why_not(const Chart& chart) {
  if (chart.series.empty()) {
    return both("the table has no column of numbers", "tabela nie ma kolumny z liczbami");
  }
  if (chart.series.size() > most_series) {
    return too_many(chart.series.size(), most_series, "columns of numbers are drawn", "liczba kolumn z liczbami");
  }
  if (chart.categories.size() > most_categories) {
    return too_many(chart.categories.size(), most_categories, "rows are drawn", "liczba wierszy");
  }
  const Range range = range_of(chart);
  if (std::max(std::fabs(range.least), std::fabs(range.most)) > largest_value) {
    return both("a number is too large", "jedna z liczb jest zbyt duża");
  }
  return chart.kind == ChartKind::parts ? why_not_parts(chart) : "";
}

std::string draw(const Chart& chart) {
  const std::string description = chart.description.empty() ? describe(chart) : chart.description;
  std::string out;
  for (const bool is_wide : {false, true}) {
    const std::string id = chart.id + (is_wide ? "w" : "");
    const double width = is_wide ? wide : narrow;
    const Drawing drawing = draw_one(chart, id, width);
    Frame frame{id, is_wide ? "chart-drawing chart-wide" : "chart-drawing chart-narrow", chart.title, description};
    if (is_wide) frame.attributes += " display=\"none\"";
    frame.width = width;
    frame.height = drawing.height;
    out += framed(frame, drawing.inside);
  }
  return out;
}

}  // namespace kronika
