// Reading drawings in tests.
#pragma once

#include <regex>
#include <string>
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

/// The first groups of all matches.
inline std::vector<std::string> all(const std::string& text, const std::string& pattern) {
  std::vector<std::string> out;
  const std::regex regex(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) out.push_back((*at)[1]);
  return out;
}

inline std::string list(const std::string& text, const std::string& pattern) {
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
