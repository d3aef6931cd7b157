// The index, the query and the snippets must cut a text in the same places, so they all cut it here.
#include "search/language/tokens.h"

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

}  // namespace

bool Tokens::next(Token& token) {
  for (; at_ < text_.size();) {
    const Step first = step(text_, at_);
    if (!first.word) {
      at_ += first.length;
      continue;
    }
    const std::size_t begin = at_;
    at_ += first.length;
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

}  // namespace kronika
