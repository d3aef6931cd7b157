// A text cut into words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kronika {

/// A run of letters and digits as it stands in the text, or single letters with dots between them ("P.E.S", "o.o").
/// `offset` is in bytes.
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
  std::size_t end_of_initials(std::size_t end) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

/// A word without the dots between its letters.
std::string without_dots(std::string_view word);

/// Finds numbers that are written in groups of digits: "35 014", "526-000-12-46", "41 200 10 01". One a text.
class DigitGroups {
 public:
  explicit DigitGroups(std::string_view text) : text_(text) {}

  /// A group that has come to its end, as one number. Offsets and ends are in bytes.
  struct Number {
    std::string digits;
    std::size_t begin, end;
  };
  /// Takes the text's next token; gives the number that ended before it.
  std::optional<Number> add(const Token& token);
  /// At the end of the text.
  std::optional<Number> finish();

 private:
  bool continues(const Token& token) const;

  std::string_view text_;
  std::string digits_;
  std::size_t begin_ = 0, end_ = 0, groups_ = 0;
  bool thousands_ = false;  // one to three digits, then threes
};

}  // namespace kronika
