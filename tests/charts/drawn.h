// Reading drawings in tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/charts/charts.h"

namespace kronika {

inline ChartWords test_words() {
  return {"Bars", "Lines", "Parts", "Map", "Tiles lead on", "items", "highest", "lowest", "total", "no data"};
}

inline Chart test_chart(ChartKind kind, std::vector<std::string> categories, std::vector<Series> series) {
  Chart chart;
  chart.kind = kind;
  chart.id = "c";
  chart.title = "Title";
  chart.language = "pl";
  chart.categories = std::move(categories);
  chart.series = std::move(series);
  chart.words = test_words();
  return chart;
}

/// The drawing for narrow columns alone.
inline std::string narrow(const Chart& chart) {
  const std::string both = draw(chart);
  return both.substr(0, both.find("</svg>") + 6);
}

/// A pattern of letters, [^x]* (as many as can be of what is not x), \\d, \\d+, x?, \\( and one group, at the beginning
/// of a text. As much of regular expressions as the tests need: GCC 12 warns of std::regex.
struct Pattern {
  std::string_view text;
  std::size_t begin = 0, end = 0;  // of the group

  bool matches(std::string_view p, std::size_t at) {
    if (p.empty()) return true;
    const char c = at < text.size() ? text[at] : '\0';
    if (p[0] == '(') return begin = at, matches(p.substr(1), at);
    if (p[0] == ')') {
      if (!matches(p.substr(1), at)) return false;
      return end = at, true;
    }
    if (p.starts_with("[^")) return repeats(p.substr(5), at, [&](char each) { return each != p[2]; });
    if (p.starts_with("\\d+")) return is_digit(c) && repeats(p.substr(3), at + 1, is_digit);
    if (p.starts_with("\\d")) return is_digit(c) && matches(p.substr(2), at + 1);
    if (p[0] == '\\') return c == p[1] && matches(p.substr(2), at + 1);
    if (p.size() > 1 && p[1] == '?') return (c == p[0] && matches(p.substr(2), at + 1)) || matches(p.substr(2), at);
    return c == p[0] && matches(p.substr(1), at + 1);
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  template <class Fits>
  bool repeats(std::string_view rest, std::size_t at, Fits fits) {
    std::size_t last = at;
    while (last < text.size() && fits(text[last])) ++last;
    for (;; --last) {
      if (matches(rest, last)) return true;
      if (last == at) return false;
    }
  }
};

/// The groups of all matches.
inline std::vector<std::string> all(const std::string& text, std::string_view pattern) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    Pattern match{text};
    if (match.matches(pattern, at)) out.push_back(text.substr(match.begin, match.end - match.begin));
  }
  return out;
}

inline std::string list(const std::string& text, std::string_view pattern) {
  std::string out;
  for (const std::string& each : all(text, pattern)) out += (out.empty() ? "" : " ") + each;
  return out;
}

inline std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace kronika
