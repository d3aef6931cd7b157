// The compiler-like look of diagnostics, which editors' tools and people already know.
#include "generator/core/report.h"

#include <fmt/format.h>

#include "search/text/escape.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t widest_line = 160;  // longer source lines are cut around the place

/// The half of an argument made by `both` that is in the language; any other argument as it is.
std::string_view in_language(std::string_view argument, MessageLanguage language) {
  const auto split = argument.find('\x1f');
  if (split == std::string_view::npos) return argument;
  return language == MessageLanguage::polish ? argument.substr(split + 1) : argument.substr(0, split);
}

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments, MessageLanguage language) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    if (!slot) {
      out += pattern[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (number < arguments.size()) out += in_language(arguments[number], language);
    i += 2;
  }
  return out;
}

std::string_view nth_line(std::string_view text, int line) {
  for (int at = 1; at < line; ++at) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

/// Byte offset of the code point `column` (from 1).
std::size_t offset_of(std::string_view line, int column) {
  std::size_t at = 0;
  for (int c = 1; c < column && at < line.size(); ++c) at += decode_utf8(line, at).length;
  return at;
}

struct Excerpt {
  std::string text;
  std::string caret;
};

/// The line with tabs as spaces and control characters made harmless, and the caret under it.
Excerpt excerpt(std::string_view line, const Span& span) {
  const std::size_t start = offset_of(line, span.column);
  std::size_t from = 0;
  if (start > widest_line / 2) from = start - clip_utf8(line.substr(0, start), widest_line / 2).size();
  while (from > 0 && (static_cast<unsigned char>(line[from]) & 0xC0) == 0x80) --from;
  const std::string_view shown = clip_utf8(line.substr(from), widest_line);
  Excerpt result;
  for (std::size_t at = 0; at < shown.size();) {
    const Decoded c = decode_utf8(shown, at);
    if (from + at < start) result.caret += ' ';
    append_utf8(result.text, c.code_point < 0x20 || c.code_point == 0x7F ? U' ' : c.code_point);
    at += c.length;
  }
  const std::size_t rest = start >= from ? count_code_points(shown.substr(std::min(start - from, shown.size()))) : 1;
  const auto length = std::min<std::size_t>(span.length > 0 ? static_cast<std::size_t>(span.length) : 1,
                                            std::max<std::size_t>(rest, 1));
  result.caret += '^';
  result.caret.append(length - 1, '~');
  return result;
}

std::string position(const Place& place) {
  std::string out = place.file;
  if (place.span.line > 0) out += fmt::format(":{}", place.span.line);
  if (place.span.line > 0 && place.span.column > 0) out += fmt::format(":{}", place.span.column);
  return out;
}

std::string_view severity_name(Severity severity, MessageLanguage language) {
  const bool polish = language == MessageLanguage::polish;
  if (severity == Severity::error) return polish ? "błąd" : "error";
  return polish ? "ostrzeżenie" : "warning";
}

}  // namespace

std::string message(const Diagnostic& diagnostic, MessageLanguage language) {
  const CodeInfo& code = info(diagnostic.code);
  const bool polish = language == MessageLanguage::polish;
  std::string text = fill(polish ? code.polish : code.english, diagnostic.arguments, language);
  if (!diagnostic.context.empty()) text.insert(0, std::string(in_language(diagnostic.context, language)) + ": ");
  if (!diagnostic.suggestion.empty()) {
    text += polish ? "; czy chodziło o „" + diagnostic.suggestion + "”?"
                   : "; did you mean '" + diagnostic.suggestion + "'?";
  }
  return text;
}

std::string format_text(const Diagnostic& diagnostic, MessageLanguage language, Colour colour,
                        const SourceText& source) {
  const CodeInfo& code = info(diagnostic.code);
  const bool paint = colour == Colour::always;
  const char* strong = diagnostic.severity() == Severity::error ? "\033[1;31m" : "\033[1;33m";
  std::string out =
      fmt::format("{}{}{}: {}{}[{}]{}: {}\n", paint ? "\033[1m" : "", position(diagnostic.place),
                  paint ? "\033[0m" : "", paint ? strong : "", severity_name(diagnostic.severity(), language),
                  code.name, paint ? "\033[0m" : "", message(diagnostic, language));
  const Span& span = diagnostic.place.span;
  if (span.line <= 0 || !source) return out;
  const auto text = source(diagnostic.place.file);
  if (!text) return out;
  const Excerpt shown = excerpt(repair_utf8(nth_line(*text, span.line)), span);
  if (shown.text.empty()) return out;
  const std::string gutter = fmt::format("{:>5}", span.line);
  out += fmt::format("{} | {}\n", gutter, shown.text);
  if (span.column > 0) {
    out += fmt::format("{:5} | {}{}{}\n", "", paint ? strong : "", shown.caret, paint ? "\033[0m" : "");
  }
  return out;
}

std::string format_json(const Diagnostic& diagnostic, MessageLanguage language) {
  const CodeInfo& code = info(diagnostic.code);
  const std::string suggestion =
      diagnostic.suggestion.empty() ? "null" : "\"" + escape_json(diagnostic.suggestion) + "\"";
  return fmt::format(
      R"({{"file":"{}","line":{},"column":{},"severity":"{}","code":"{}","message":"{}","suggestion":{}}})"
      "\n",
      escape_json(diagnostic.place.file), diagnostic.place.span.line, diagnostic.place.span.column,
      diagnostic.severity() == Severity::error ? "error" : "warning", code.name,
      escape_json(message(diagnostic, language)), suggestion);
}

}  // namespace kronika
