// How wide texts are, measured by rough classes of letters: the reader's own font is not known here.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// The width of one letter, in ems; a little too wide rather than too narrow.
double letter_width(char32_t letter);

/// The width of a text set in one line, in the unit of `size` (the font's).
double text_width(std::string_view text, double size);

/// What decides how wide a column of texts is laid out: its widest text, and the widest word of all its texts where
/// that one is not in it. A page that comes in slowly shows it beforehand, so that later rows find the columns as wide
/// as they need them.
class WidestText {
 public:
  void add(std::string_view text);
  /// In two lines at most. Empty where nothing was added, or nothing but empty texts.
  std::string lines() const;
  /// The same; empty where the column's name, which is seen, is as wide.
  std::string beside(std::string_view name) const;

 private:
  std::string text_, word_;
  double text_width_ = 0, word_width_ = 0;
};

}  // namespace kronika
