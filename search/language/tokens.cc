// The index, the query and the snippets must cut a text in the same places, so they all cut it here.
#include "search/language/tokens.h"

#include <algorithm>
#include <array>

#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::array<bool, 128> ascii_word = [] {
  std::array<bool, 128> table{};
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = true;
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = true;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = true;
  return table;
}();

/// The length of the code point at `at`, and whether it belongs to a word.
struct Step {
  std::size_t length;
  bool word;
};

Step step(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {1, ascii_word[byte]};
  const Decoded decoded = decode_utf8(text, at);
  return {decoded.length, decoded.valid && is_word(decoded.code_point)};
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What people put between groups of digits.
bool is_separator(std::string_view text) {
  constexpr std::array<std::string_view, 5> separators = {" ", "-", "\u00A0", "\u202F", "\u2009"};
  return std::find(separators.begin(), separators.end(), text) != separators.end();
}

/// Numbers of offices and telephones: NIP and KRS have 10 digits, REGON 9 or 14, telephones 9 or 11.
bool is_usual_length(std::size_t digits) {
  return digits == 9 || digits == 10 || digits == 11 || digits == 14;
}

constexpr std::size_t most_digits = 14;

}  // namespace

/// Where a run of letters with dots between them ends; `end` when the letter that ends there has no such followers.
std::size_t Tokens::end_of_initials(std::size_t end) const {
  std::size_t last = end;
  while (last + 1 < text_.size() && text_[last] == '.') {
    const Decoded letter = decode_utf8(text_, last + 1);
    const std::size_t after = last + 1 + letter.length;
    if (!is_letter(letter.code_point) || (after < text_.size() && step(text_, after).word)) break;
    last = after;
  }
  return last;
}

bool Tokens::next(Token& token) {
  for (; at_ < text_.size();) {
    const Step first = step(text_, at_);
    if (!first.word) {
      at_ += first.length;
      continue;
    }
    const std::size_t begin = at_;
    at_ += first.length;
    const bool may_be_initial = at_ < text_.size() && text_[at_] == '.';
    if (may_be_initial && is_letter(decode_utf8(text_, begin).code_point)) at_ = end_of_initials(at_);
    while (at_ < text_.size()) {
      const Step more = step(text_, at_);
      if (!more.word) break;
      at_ += more.length;
    }
    token = {text_.substr(begin, at_ - begin), begin};
    return true;
  }
  return false;
}

std::string without_dots(std::string_view word) {
  std::string out(word);
  std::erase(out, '.');
  return out;
}

bool DigitGroups::continues(const Token& token) const {
  return groups_ > 0 && is_separator(text_.substr(end_, token.offset - end_)) &&
         digits_.size() + token.text.size() <= most_digits;
}

std::optional<DigitGroups::Number> DigitGroups::add(const Token& token) {
  if (!is_number(token.text)) return finish();
  std::optional<Number> ended;
  if (!continues(token)) {
    ended = finish();
    begin_ = token.offset;
  }
  thousands_ = groups_ == 0 ? token.text.size() <= 3 : thousands_ && token.text.size() == 3;
  ++groups_;
  digits_ += token.text;
  end_ = token.offset + token.text.size();
  return ended;
}

std::optional<DigitGroups::Number> DigitGroups::finish() {
  std::optional<Number> ended;
  if (groups_ > 1 && (thousands_ || is_usual_length(digits_.size()))) ended = Number{digits_, begin_, end_};
  groups_ = 0;
  digits_.clear();
  return ended;
}

}  // namespace kronika
