// Attributes say what must hold without a style sheet (in a feed reader): shapes, sizes, which line is dashed. Colours
// are classes.
#include "generator/charts/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "generator/core/text_width.h"
#include "search/text/escape.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view ellipsis = "…";
/// The style sheet's stroke lies around the letters of values, not on them, and keeps lines out of them.
constexpr std::string_view halo = " paint-order=\"stroke\"";

std::string_view name_of(Anchor anchor) {
  return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
}

/// As many letters as fit, at least one.
std::string_view fitting(std::string_view text, double width, double size) {
  std::size_t end = 0;
  for (double used = 0; end < text.size();) {
    const Decoded c = decode_utf8(text, end);
    used += letter_width(c.code_point) * size;
    if (used > width && end > 0) break;
    end += c.length;
  }
  return text.substr(0, end);
}

std::string shortened(std::string_view text, double width, double size) {
  std::string_view kept = fitting(text, width - text_width(ellipsis, size), size);
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',')) kept.remove_suffix(1);
  return std::string(kept) + std::string(ellipsis);
}

/// Takes the words of one line off the front; a word that is too long is broken.
std::string take_line(std::string_view& rest, double width, double size) {
  std::size_t end = 0;
  for (std::size_t space = rest.find(' ');; space = rest.find(' ', space + 1)) {
    const std::size_t until = std::min(space, rest.size());
    if (text_width(rest.substr(0, until), size) > width) break;
    end = until;
    if (until == rest.size()) break;
  }
  if (end == 0) end = fitting(rest, width, size).size();
  std::string line(rest.substr(0, end));
  rest.remove_prefix(end);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return line;
}

/// What lies on the ground of a pattern; the ground itself has the series's colour.
constexpr std::array<std::string_view, 6> hatches = {
    "",
    "<path class=\"chart-hatch\" stroke=\"#fff\" stroke-width=\"2\" d=\"M-1 7 7-1M-1 1 1-1M5 7 7 5\"/>",
    "<path class=\"chart-hatch-fill\" fill=\"#fff\" d=\"M0 0h3v3h-3zM3 3h3v3h-3z\"/>",
    "<path class=\"chart-hatch\" stroke=\"#fff\" stroke-width=\"2\" d=\"M0 3H6\"/>",
    "<path class=\"chart-hatch\" stroke=\"#fff\" stroke-width=\"2\" d=\"M3 0V6\"/>",
    "<path class=\"chart-hatch\" stroke=\"#fff\" stroke-width=\"1.5\" d=\"M-1 7 7-1M-1-1 7 7\"/>"};

}  // namespace

double value_width(std::string_view text, double size) {
  constexpr double heavier = 1.2;
  return text_width(text, size) * heavier;
}

Label fit(std::string_view text, double width, double size, std::size_t most_lines) {
  Label out;
  out.whole = std::string(text);
  std::string_view rest = text;
  while (!rest.empty() && out.lines.size() < most_lines) {
    const std::string_view before = rest;
    std::string line = take_line(rest, width, size);
    if (!rest.empty() && out.lines.size() + 1 == most_lines) {
      line = shortened(before, width, size);
      out.cut = true;
    }
    out.lines.push_back(std::move(line));
  }
  for (const std::string& line : out.lines) out.width = std::max(out.width, text_width(line, size));
  return out;
}

std::string coordinate(double value) {
  std::string out = fmt::format("{:.1f}", value);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out == "-0" ? "0" : out;
}

void Canvas::part(double x, double y, double width, double height, const std::string& id, std::size_t number) {
  if (number == 0) {
    rect(x, y, width, height, colour_of(number));
  } else {
    rect(x, y, width, height, "chart-part", fmt::format("url(#{}-p{})", id, number));
  }
}

void Canvas::line(double x1, double y1, double x2, double y2, std::string_view css) {
  out_ += fmt::format("<line class=\"{}\" stroke=\"currentColor\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n", css,
                      coordinate(x1), coordinate(y1), coordinate(x2), coordinate(y2));
}

void Canvas::rect(double x, double y, double width, double height, std::string_view css, std::string_view fill) {
  out_ += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", css, coordinate(x),
                      coordinate(y), coordinate(width), coordinate(height));
  if (!fill.empty()) out_ += fmt::format(" fill=\"{}\"", fill);
  out_ += "/>\n";
}

void Canvas::text(double x, double y, Anchor anchor, std::string_view css, std::string_view text, double size) {
  Label label;
  label.lines.emplace_back(text);
  this->label(x, y, anchor, css, label, size);
}

void Canvas::label(double x, double y, Anchor anchor, std::string_view css, const Label& label, double size) {
  out_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\"", css, coordinate(x), coordinate(y));
  if (anchor != Anchor::start) out_ += fmt::format(" text-anchor=\"{}\"", name_of(anchor));
  if (size != text_size) out_ += fmt::format(" font-size=\"{}\"", coordinate(size));
  if (css == "chart-value") out_ += halo;
  out_ += '>';
  if (label.cut) out_ += "<title>" + escape_html(label.whole) + "</title>";
  for (std::size_t i = 0; i < label.lines.size(); ++i) {
    if (i == 0) {
      append_escaped_html(out_, label.lines[i]);
      continue;
    }
    out_ += fmt::format("<tspan x=\"{}\" dy=\"{}\">", coordinate(x), coordinate(line_height));
    append_escaped_html(out_, label.lines[i]);
    out_ += "</tspan>";
  }
  out_ += "</text>\n";
}

std::string framed(const Frame& frame, std::string_view inside) {
  const std::string width = coordinate(frame.width), height = coordinate(frame.height);
  std::string out = fmt::format(
      "<svg class=\"{0}\"{1} aria-labelledby=\"{2}-title {2}-desc\" viewBox=\"0 0 {3} {4}\" width=\"{3}\" "
      "height=\"{4}\" fill=\"currentColor\" font-size=\"{5}\">\n",
      frame.css, frame.attributes, frame.id, width, height, coordinate(text_size));
  out += fmt::format("<title id=\"{}-title\">{}</title>\n", frame.id, escape_html(frame.title));
  out += fmt::format("<desc id=\"{}-desc\">{}</desc>\n", frame.id, escape_html(frame.description));
  out += inside;
  return out + "</svg>\n";
}

std::string patterns(const std::string& id, std::size_t count) {
  if (count < 2) return "";
  std::string out = "<defs>\n";
  for (std::size_t i = 1; i < count; ++i) {
    out += fmt::format(
        "<pattern id=\"{}-p{}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
        "<rect class=\"{}\" width=\"6\" height=\"6\"/>{}</pattern>\n",
        id, i, colour_of(i), hatches[i % hatches.size()]);
  }
  return out + "</defs>\n";
}

std::string colour_of(std::size_t number) {
  return fmt::format("chart-{}", number % hatches.size() + 1);
}

Legend legend(const std::vector<std::string>& texts, double width, double sign_width) {
  constexpr double gap = 18;
  Legend out;
  double x = 0, y = Legend::row_height / 2;
  for (const std::string& text : texts) {
    Label label = fit(text, width - sign_width, small_size, 1);
    if (x > 0 && x + sign_width + label.width > width) {
      x = 0;
      y += Legend::row_height;
    }
    const double used = sign_width + label.width + gap;
    out.places.push_back({x, y, std::move(label)});
    x += used;
  }
  if (!texts.empty()) out.height = y + Legend::row_height / 2;
  return out;
}

}  // namespace kronika
