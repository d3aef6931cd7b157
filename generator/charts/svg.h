// Writing SVG: shapes, labels that fit, patterns. Lengths are units of the drawing's viewBox.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

inline constexpr double text_size = 13;
inline constexpr double small_size = 12;
inline constexpr double line_height = 15;

/// The width of a text (generator/core/text_width.h) in the heavier letters that values are set in.
double value_width(std::string_view text, double size);

/// A text in lines that fit; cut with "…" when there would be more than were allowed.
struct Label {
  std::string whole;
  std::vector<std::string> lines;
  bool cut = false;
  double width = 0;  // of the longest line

  double height() const { return line_height * static_cast<double>(lines.size()); }
};
Label fit(std::string_view text, double width, double size, std::size_t most_lines);

enum class Anchor { start, middle, end };

/// The inside of a drawing, written from top to bottom. Names of classes are the style sheet's.
class Canvas {
 public:
  void line(double x1, double y1, double x2, double y2, std::string_view css);
  /// `fill`: a value for the attribute; "": the colour of the class.
  void rect(double x, double y, double width, double height, std::string_view css, std::string_view fill = "");
  /// In the colour, and the pattern, of series `number` (from 0) of the drawing `id`.
  void part(double x, double y, double width, double height, const std::string& id, std::size_t number);
  /// `y` is the baseline.
  void text(double x, double y, Anchor anchor, std::string_view css, std::string_view text, double size = text_size);
  /// `y` is the first line's baseline. What was cut is there in full for a pointer that rests on it.
  void label(double x, double y, Anchor anchor, std::string_view css, const Label& label, double size = text_size);
  void raw(std::string_view markup) { out_ += markup; }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// "12.5", "12": at most one decimal.
std::string coordinate(double value);

/// What all drawings begin with.
struct Frame {
  std::string id;
  std::string css;  // of the svg element
  std::string title, description;
  std::string attributes = " role=\"img\"";  // further ones, each with a space before it
  double width = 0, height = 0;
};
std::string framed(const Frame& frame, std::string_view inside);

/// <defs> with the patterns of `count` series; the first is plain and needs none.
std::string patterns(const std::string& id, std::size_t count);
/// "chart-1" …: the class of the colour of series `number` (from 0).
std::string colour_of(std::size_t number);

/// Texts in rows, each behind a place for its sign, as many in a row as fit.
struct Legend {
  static constexpr double sign_width = 26;
  static constexpr double row_height = 20;
  struct Place {
    double x, y;  // of the sign's left edge; of its middle
    Label label;
  };
  std::vector<Place> places;
  double height = 0;
};
Legend legend(const std::vector<std::string>& texts, double width, double sign_width = Legend::sign_width);

}  // namespace kronika
