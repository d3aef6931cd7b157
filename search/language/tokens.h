// A text cut into words.
#pragma once

#include <cstddef>
#include <string_view>

namespace kronika {

/// A run of letters and digits as it stands in the text. `offset` is in bytes.
struct Token {
  std::string_view text;
  std::size_t offset = 0;
};

/// Walks over the words of a text, which must outlive it. Texts are expected composed (see fold.h: compose); bytes that
/// are not UTF-8 separate words.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  /// False at the end of the text.
  bool next(Token& token);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace kronika
