// Every program that reads columns can read the log; that is worth the escapes.
#include "search/query_log/line.h"

#include <time.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view hour_form = "dddd-dd-ddTddZ";
constexpr std::size_t longest_language = 35;  // as long as tags of RFC 5646 are ever wanted

struct Range {
  char32_t first, last;
};
constexpr Range unseen[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},      {0x61C, 0x61C},
                            {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},  {0x2060, 0x206F},
                            {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF}};

bool is_digit_char(char c) {
  return c >= '0' && c <= '9';
}

bool is_hour(std::string_view text) {
  return std::equal(text.begin(), text.end(), hour_form.begin(), hour_form.end(),
                    [](char c, char form) { return form == 'd' ? is_digit_char(c) : c == form; });
}

bool is_language(std::string_view text) {
  return !text.empty() && text.size() <= longest_language && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit_char(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
}

template <class Number>
std::optional<Number> whole_number(std::string_view text, int base) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void append_escaped(std::string& out, char32_t c) {
  if (c != U'\\' && !is_unseen(c)) return append_utf8(out, c);
  char digits[8];
  const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), static_cast<std::uint32_t>(c), 16);
  out.append("\\u{").append(digits, end).append("}");
}

/// At most `most` bytes of it.
std::string escaped(std::string_view query, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < query.size();) {
    const Decoded decoded = decode_utf8(query, at);
    const std::size_t before = out.size();
    append_escaped(out, decoded.code_point);
    if (out.size() > most) {
      out.resize(before);
      break;
    }
    at += decoded.length;
  }
  return out;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t backslash = std::min(text.find('\\'), text.size());
    out += text.substr(0, backslash);
    text.remove_prefix(backslash);
    if (text.empty()) break;
    const std::size_t end = text.find('}');
    if (!text.starts_with("\\u{") || end == std::string_view::npos) return std::nullopt;
    const auto c = whole_number<std::uint32_t>(text.substr(3, end - 3), 16);
    if (!c || (*c != U'\\' && !is_unseen(*c))) return std::nullopt;
    append_utf8(out, *c);
    text.remove_prefix(end + 1);
  }
  return out;
}

/// No character that the writer would have escaped.
bool is_plain(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    if (!decoded.valid || is_unseen(decoded.code_point)) return false;
    at += decoded.length;
  }
  return true;
}

/// Up to the next tab, which is taken away too.
std::string_view take_column(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view column = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return column;
}

}  // namespace

bool is_unseen(char32_t c) {
  return std::any_of(std::begin(unseen), std::end(unseen),
                     [c](const Range& range) { return range.first <= c && c <= range.last; });
}

std::string hour_of(std::int64_t seconds) {
  const time_t moment = seconds;
  tm parts{};
  gmtime_r(&moment, &parts);
  char text[32];
  return {text, strftime(text, sizeof text, "%Y-%m-%dT%HZ", &parts)};
}

std::string escape_query(std::string_view query) {
  return escaped(query, std::string::npos);
}

std::string log_line(const LoggedQuery& query) {
  std::string out = query.hour + "\t" + std::to_string(query.total) + "\t" + query.language + "\t";
  out += escaped(query.query, longest_log_line - 1 - out.size());
  return out += '\n';
}

std::optional<LoggedQuery> parse_log_line(std::string_view line) {
  if (line.size() >= longest_log_line) return std::nullopt;
  const std::string_view hour = take_column(line);
  const auto total = whole_number<std::size_t>(take_column(line), 10);
  const std::string_view language = take_column(line);
  if (!is_hour(hour) || !total || !is_language(language) || line.empty() || !is_plain(line)) return std::nullopt;
  auto query = unescaped(line);
  if (!query) return std::nullopt;
  return LoggedQuery{std::string(hour), *total, std::string(language), std::move(*query)};
}

}  // namespace kronika
