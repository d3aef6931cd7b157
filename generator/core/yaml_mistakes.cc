// yaml-cpp speaks English to programmers, and stops where it can go on no longer: that is often a line too late.
#include "generator/core/yaml_mistakes.h"

#include <vector>

#include "generator/core/diagnostics.h"

namespace kronika {
namespace {

constexpr std::string_view open_list = "end of sequence flow not found", open_map = "end of map flow not found",
                           misplaced = "illegal map value";

struct Explanation {
  std::string_view message, english, polish;
};
constexpr Explanation explanations[] = {
    {open_list, "the list is not closed; end it with ]", "lista nie jest zamknięta; zakończ ją znakiem ]"},
    {open_map, "the { is not closed; end it with }", "nawias { nie jest zamknięty; zakończ go znakiem }"},
    {misplaced,
     "a line holds one key with a colon and its value; put a text with a colon in quotation marks, and begin keys at "
     "the left edge, without tabs",
     "w wierszu jest jeden klucz z dwukropkiem i jego wartość; tekst z dwukropkiem umieść w cudzysłowie, a klucze "
     "zaczynaj od lewej krawędzi, bez tabulatorów"},
    {"unknown token", "a value cannot begin with this character; put it in quotation marks",
     "wartość nie może się zaczynać tym znakiem; umieść ją w cudzysłowie"},
    {"the referenced anchor is not defined", "a value cannot begin with *; put it in quotation marks",
     "wartość nie może się zaczynać znakiem *; umieść ją w cudzysłowie"},
    {"end of map not found", "a key with a colon is expected here", "tu powinien stać klucz z dwukropkiem"},
    {"end of sequence not found", "an item of the list that begins with '- ' is expected here",
     "tu powinien stać element listy, zaczynający się od „- ”"}};

std::string_view trimmed(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

/// The last bracket before `noticed` that is still open.
LinePlace open_bracket(std::span<const std::string_view> lines, LinePlace noticed) {
  std::vector<LinePlace> open;
  char quote = 0;
  for (std::size_t line = 0; line <= noticed.line && line < lines.size(); ++line) {
    for (std::size_t column = 0; column < lines[line].size(); ++column) {
      if (line == noticed.line && column >= noticed.column) break;
      const char c = lines[line][column];
      if (quote) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        open.push_back({line, column});
      } else if ((c == ']' || c == '}') && !open.empty()) {
        open.pop_back();
      }
    }
  }
  return open.empty() ? noticed : open.back();
}

/// A line without a colon is read as the end of the value above it, and noticed on the next line.
LinePlace line_without_colon(std::span<const std::string_view> lines, LinePlace noticed) {
  if (noticed.line == 0 || noticed.line > lines.size()) return noticed;
  const std::string_view before = lines[noticed.line - 1];
  const std::string_view text = trimmed(before);
  const bool is_list = text.starts_with("- ");
  if (text.empty() || is_list || text.find(':') != std::string_view::npos) return noticed;
  return {noticed.line - 1, before.size() - text.size()};
}

}  // namespace

std::string explain_yaml(std::string_view message) {
  for (const Explanation& each : explanations)
    if (message == each.message) return both(each.english, each.polish);
  return std::string(message);
}

LinePlace yaml_mistake(std::string_view message, std::span<const std::string_view> lines, LinePlace noticed) {
  if (message == open_list || message == open_map) return open_bracket(lines, noticed);
  if (message == misplaced) return line_without_colon(lines, noticed);
  return noticed;
}

bool is_closed_text(std::string_view quoted) {
  const char quote = quoted.empty() ? '"' : quoted.front();
  for (std::size_t i = 1; i < quoted.size(); ++i) {
    const bool is_doubled = quote == '\'' && quoted.substr(i, 2) == "''";
    if (is_doubled || (quote == '"' && quoted[i] == '\\')) {
      ++i;  // what comes next is a letter of the text
    } else if (quoted[i] == quote) {
      return true;
    }
  }
  return false;
}

}  // namespace kronika
