// One pass over the text: runs of ordinary bytes are copied whole, the few bytes that may matter are looked at with
// what the block holds so far (its plain text) and with what follows. It must not be slower than cmark's own escaping.
#include "generator/markdown/typography.h"

#include <algorithm>
#include <array>
#include <span>

#include "generator/markdown/ranges.h"
#include "search/text/escape.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

using ByteSet = std::array<bool, 256>;
constexpr std::string_view no_break_space = "\u00A0";

constexpr ByteSet bytes(std::string_view list) {
  ByteSet set{};
  for (const char c : list) set[static_cast<unsigned char>(c)] = true;
  return set;
}

// 0xC2 and 0xE2 begin the no-break spaces and the soft hyphen, which the plain text does without.
constexpr ByteSet escaped_bytes = bytes("&<>\"\xC2\xE2");
constexpr ByteSet quoting_bytes = bytes("&<>\"\xC2\xE2'-.");
constexpr ByteSet spacing_bytes = bytes("&<>\"\xC2\xE2'-. ");

struct Marks {
  std::string_view open, close;
};

constexpr std::u32string_view polish_words = U"aiouwzAIOUWZ";
constexpr std::u32string_view ukrainian_words = U"ійвузоаІЙВУЗОА";
constexpr std::string_view polish_units[] = {"zł", "gr", "r.",  "%",   "tys.", "mln",   "mld",  "km",    "m",   "cm",
                                             "mm", "kg", "g",   "ha",  "t",    "l",     "m²",   "km²",   "m³",  "kB",
                                             "MB", "GB", "kWh", "min", "°C",   "godz.", "min.", "proc.", "PLN", "EUR"};
constexpr std::string_view ukrainian_units[] = {"грн", "р.", "%",  "тис.", "млн", "млрд", "км",
                                                "м",   "см", "мм", "кг",   "г",   "га"};
constexpr std::string_view polish_labels[] = {"art.", "ust.", "pkt",    "nr",   "poz.",
                                              "§",    "str.", "rozdz.", "lit.", "zał."};
constexpr std::string_view ukrainian_labels[] = {"ст.", "ч.", "п.", "№", "§"};

bool is_opening(char32_t c) {
  return c == 0 || c == ' ' || c == '(' || c == '[' || c == '{' || c == '/' || c == '-' || c == U'–' || c == U'—' ||
         c == U'„' || c == U'“' || c == U'«' || c == U'‘';
}

bool is_ascii_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char32_t last_of(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return decode_utf8(text, at).code_point;
}

bool ends_with_word(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.ends_with(word) && is_opening(last_of(text.substr(0, text.size() - word.size())));
  });
}

bool begins_with_word(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.starts_with(word) &&
           (text.size() == word.size() || !is_word(decode_utf8(text, word.size()).code_point));
  });
}

/// Whether the byte begins a letter of two bytes: Latin with diacritics, Cyrillic.
bool begins_letter(unsigned char byte) {
  return (byte >= 0xC3 && byte <= 0xC5) || byte == 0xD0 || byte == 0xD1;
}

/// Whether the space surely stays an ordinary one, by its nearest bytes alone; at least four precede it. It does when
/// no digit is beside it and two letters end before it.
bool is_plain_space(std::string_view in, std::size_t at) {
  const auto byte = [&](std::size_t back) { return static_cast<unsigned char>(in[at - back]); };
  if (at + 1 < in.size() && is_digit(static_cast<unsigned char>(in[at + 1]))) return false;
  if (is_ascii_letter(byte(1))) return is_ascii_letter(byte(2)) || (byte(2) >= 0x80 && begins_letter(byte(3)));
  if (byte(1) < 0x80) return !is_digit(byte(1)) && byte(1) != '"';
  return begins_letter(byte(2)) && (is_ascii_letter(byte(3)) || (byte(3) >= 0x80 && begins_letter(byte(4))));
}

/// 35 014: one to three digits, a space, exactly three digits.
bool is_grouped_number(std::string_view before, std::string_view after) {
  const auto digits = [](char c) { return is_digit(static_cast<unsigned char>(c)); };
  const auto count_after = std::find_if_not(after.begin(), after.end(), digits) - after.begin();
  const auto count_before = std::find_if_not(before.rbegin(), before.rend(), digits) - before.rbegin();
  return count_after == 3 && count_before >= 1 && count_before <= 3;
}

}  // namespace

struct Typographer::Language {
  const ByteSet& special;
  Marks outer, inner;
  std::u32string_view short_words;
  std::span<const std::string_view> units, labels;
};

const Typographer::Language& Typographer::language_of(std::string_view tag) {
  static const Language none{escaped_bytes, {}, {}, {}, {}, {}};
  static const Language english{quoting_bytes, {"“", "”"}, {"‘", "’"}, {}, {}, {}};
  static const Language polish{spacing_bytes, {"„", "”"}, {"«", "»"}, polish_words, polish_units, polish_labels};
  static const Language ukrainian{spacing_bytes,   {"«", "»"},      {"„", "“"},
                                  ukrainian_words, ukrainian_units, ukrainian_labels};
  const std::string_view first = tag.substr(0, tag.find('-'));
  return first == "pl" ? polish : first == "uk" ? ukrainian : first == "en" ? english : none;
}

Typographer::Typographer(std::string_view language, std::string& html)
    : language_(language_of(language)), html_(html) {}

void Typographer::begin_block() {
  plain_.clear();
  open_.clear();
}

void Typographer::end_block() {
  if (open_.empty()) return;
  restore(html_, &OpenQuote::html_at, "&quot;");
  restore(plain_, &OpenQuote::plain_at, "\"");
  open_.clear();
}

/// Puts `mark` in place of every open quotation mark, in one pass.
void Typographer::restore(std::string& text, std::size_t OpenQuote::*position, std::string_view mark) const {
  const std::string tail = text.substr(open_.front().*position);
  const std::size_t start = open_.front().*position;
  text.resize(start);
  std::size_t from = 0;
  for (const OpenQuote& quote : open_) {
    const std::size_t at = quote.*position - start;
    text.append(tail, from, at - from);
    text += mark;
    from = at + quote.bytes;
  }
  text.append(tail, from);
}

bool Typographer::looks_ahead(std::string_view literal) {
  return !literal.empty() && (literal.back() == '"' || literal.back() == '-' || literal.back() == '\'');
}

void Typographer::text(std::string_view literal, std::string_view following) {
  following_ = following;
  const ByteSet& is_special = language_.special;
  std::size_t from = 0, at = 0;
  while (at < literal.size()) {
    if (!is_special[static_cast<unsigned char>(literal[at])]) {
      ++at;
      continue;
    }
    if (literal[at] == ' ' && at - from > 4 && is_plain_space(literal, at)) {
      ++at;
      continue;
    }
    run(literal.substr(from, at - from));
    at = special(literal, at);
    from = at;
  }
  run(literal.substr(from));
}

void Typographer::exact(std::string_view literal) {
  append_escaped_html(html_, literal);
  plain_ += literal;
}

void Typographer::soft_break(std::string_view following) {
  html_ += joins(following) ? no_break_space : "\n";
  plain_ += ' ';
}

void Typographer::run(std::string_view text) {
  html_ += text;
  plain_ += text;
}

void Typographer::escaped(char c, std::string_view entity) {
  html_ += entity;
  plain_ += c;
}

/// Writes what stands at `at` and returns where to go on.
std::size_t Typographer::special(std::string_view in, std::size_t at) {
  switch (in[at]) {
    case '&':
      escaped('&', "&amp;");
      return at + 1;
    case '<':
      escaped('<', "&lt;");
      return at + 1;
    case '>':
      escaped('>', "&gt;");
      return at + 1;
    case '"':
      return quote(in, at);
    case '\'':
      return apostrophe(in, at);
    case '.':
      return dots(in, at);
    case '-':
      return hyphen(in, at);
    case ' ':
      return space(in, at);
    default:
      return invisible(in, at);
  }
}

char32_t Typographer::next(std::string_view in, std::size_t at) const {
  if (at < in.size()) return decode_utf8(in, at).code_point;
  return following_.empty() ? 0 : decode_utf8(following_, 0).code_point;
}

std::size_t Typographer::quote(std::string_view in, std::size_t at) {
  const char32_t before = last_of(plain_), after = next(in, at + 1);
  if (!language_.outer.open.empty() && is_opening(before) && after != 0 && after != ' ') {
    const std::string_view mark = (open_.size() % 2 == 0 ? language_.outer : language_.inner).open;
    open_.push_back({html_.size(), plain_.size(), mark.size()});
    run(mark);
  } else if (!open_.empty() && before != ' ') {
    open_.pop_back();
    run((open_.size() % 2 == 0 ? language_.outer : language_.inner).close);
  } else {
    escaped('"', "&quot;");
  }
  return at + 1;
}

std::size_t Typographer::apostrophe(std::string_view in, std::size_t at) {
  html_ += is_letter(last_of(plain_)) && is_letter(next(in, at + 1)) ? "’" : "'";
  plain_ += '\'';
  return at + 1;
}

std::size_t Typographer::dots(std::string_view in, std::size_t at) {
  const std::size_t end = std::min(in.find_first_not_of('.', at), in.size());
  run(end - at == 3 ? "…" : in.substr(at, end - at));
  return end;
}

std::size_t Typographer::hyphen(std::string_view in, std::size_t at) {
  const std::size_t end = std::min(in.find_first_not_of('-', at), in.size());
  const bool is_dash = end - at <= 2 && last_of(plain_) == ' ' && next(in, end) == ' ';
  const bool is_between_numbers = end - at == 1 && is_range(plain_, in.substr(end));
  run(is_dash || is_between_numbers ? "–" : in.substr(at, end - at));
  return end;
}

std::size_t Typographer::space(std::string_view in, std::size_t at) {
  html_ += joins(in.substr(at + 1)) ? no_break_space : " ";
  plain_ += ' ';
  return at + 1;
}

std::size_t Typographer::invisible(std::string_view in, std::size_t at) {
  const Decoded c = decode_utf8(in, at);
  const std::string_view written = in.substr(at, c.length);
  html_ += written;
  if (c.code_point == U'\u00A0' || c.code_point == U'\u202F') {
    plain_ += ' ';
  } else if (c.code_point != U'\u00AD') {
    plain_ += written;
  }
  return at + c.length;
}

/// Whether the space between `plain_` and `following` must not become a line end.
bool Typographer::joins(std::string_view following) const {
  const char32_t before = last_of(plain_);
  if (language_.short_words.find(before) != std::u32string_view::npos) {
    const std::size_t length = before < 0x80 ? 1 : 2;
    return is_opening(last_of(std::string_view(plain_).substr(0, plain_.size() - length)));
  }
  const bool digit_before = is_digit(before);
  const bool digit_after = !following.empty() && is_digit(static_cast<unsigned char>(following.front()));
  if (digit_before && begins_with_word(following, language_.units)) return true;
  if (!digit_after) return false;
  return ends_with_word(plain_, language_.labels) ||
         (digit_before && !language_.units.empty() && is_grouped_number(plain_, following));
}

}  // namespace kronika
