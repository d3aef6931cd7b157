// The parser tells where a value begins; where it ends must be known to the byte, so it is scanned here.
#include "generator/importing/toml_extent.h"

#include <algorithm>
#include <string>

namespace kronika {
namespace {

/// The offset after the string whose quotation mark is at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char mark = text[at];
  const bool basic = mark == '"';
  const bool lines = text.substr(at, 3) == std::string(3, mark);
  at += lines ? 3 : 1;
  for (; at < text.size(); ++at) {
    if (basic && text[at] == '\\') {
      ++at;
    } else if (text[at] == mark && !lines) {
      return at + 1;
    } else if (text[at] == mark && text.substr(at, 3) == std::string(3, mark)) {
      at += 3;
      for (int extra = 0; extra < 2 && at < text.size() && text[at] == mark; ++extra) ++at;  // """a"""" ends with a "
      return at;
    }
  }
  return text.size();
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

}  // namespace

std::size_t end_of_toml_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  const std::size_t from = at;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = end_of_string(text, at);
      if (depth == 0) return at;
    } else if (c == '[' || c == '{') {
      ++depth;
      ++at;
    } else if (c == ']' || c == '}') {
      ++at;
      if (--depth == 0) return at;
    } else if (depth == 0 && (c == '#' || c == '\n' || c == '\r')) {
      break;
    } else {
      at = c == '#' ? end_of_line(text, at) : at + 1;
    }
  }
  while (at > from && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at;
}

bool has_toml_comment(std::string_view text, std::size_t from, std::size_t to) {
  while (from < to) {
    if (text[from] == '#') return true;
    from = text[from] == '"' || text[from] == '\'' ? end_of_string(text, from) : from + 1;
  }
  return false;
}

}  // namespace kronika
