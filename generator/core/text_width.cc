// What is written must hold in any typeface, so letters fall in a few classes and the widest of each class counts.
#include "generator/core/text_width.h"

#include <algorithm>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view narrow_letters = "iljtfrI.,:;'|!()[]/ -";
constexpr std::string_view wide_letters = "mwMW@%";
constexpr std::string_view breaks = " -/\n";

}  // namespace

double letter_width(char32_t letter) {
  if (letter == 0xA0) return 0.36;
  if (letter < 0x80 && narrow_letters.find(static_cast<char>(letter)) != std::string_view::npos) return 0.36;
  if (letter < 0x80 && wide_letters.find(static_cast<char>(letter)) != std::string_view::npos) return 0.9;
  if (letter >= 'A' && letter <= 'Z') return 0.7;
  if (letter >= 0x1100) return letter < 0x2E80 ? 0.7 : 1.05;
  return 0.58;
}

double text_width(std::string_view text, double size) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded letter = decode_utf8(text, at);
    width += letter_width(letter.code_point) * size;
    at += letter.length;
  }
  return width;
}

void WidestText::add(std::string_view text) {
  if (const double width = text_width(text, 1); width > text_width_) {
    text_width_ = width;
    text_ = text;
  }
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find_first_of(breaks));
    if (const double width = text_width(word, 1); width > word_width_) {
      word_width_ = width;
      word_ = word;
    }
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
}

std::string WidestText::lines() const {
  return text_.find(word_) == std::string::npos ? text_ + '\n' + word_ : text_;
}

std::string WidestText::beside(std::string_view name) const {
  WidestText both = *this;
  both.add(name);
  return both.lines() == name ? std::string() : lines();
}

}  // namespace kronika
