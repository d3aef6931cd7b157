// Diagnostics as short lines for tests: "site.toml:3:9+5 E0106 (meant)".
#pragma once

#include <string>
#include <vector>

#include "generator/core/diagnostics.h"

namespace kronika {

inline std::string told_line(const Diagnostic& diagnostic) {
  const Span& span = diagnostic.place.span;
  std::string line = diagnostic.place.file + ":" + std::to_string(span.line) + ":" + std::to_string(span.column) + "+" +
                     std::to_string(span.length) + " " + std::string(info(diagnostic.code).name);
  if (!diagnostic.suggestion.empty()) line += " (" + diagnostic.suggestion + ")";
  return line;
}

inline std::vector<std::string> told(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) lines.push_back(told_line(diagnostic));
  return lines;
}

inline std::string joined(const std::vector<std::string>& lines, const char* separator = "\n") {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : separator) + line;
  return out;
}

}  // namespace kronika
