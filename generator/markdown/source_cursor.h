// Where in the file an inline element stands. cmark's own inline positions drift, so it is searched for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/core/place.h"

namespace kronika {

/// A text as it lies in a file.
struct SourceText {
  std::string_view text;
  std::string file;
  int first_line = 1;    // line of the file that the text begins on
  int column_shift = 0;  // code points that stand before every line of it in the file
};

/// Moves forward through a text, block by block and element by element, as the renderer does.
class SourceCursor {
 public:
  explicit SourceCursor(SourceText source);

  /// Elements are searched for between these lines of the text (from 1; 0: unknown). Searches go on from the last
  /// element that was found when the block begins before it.
  void begin_block(int start_line, int end_line);
  /// Goes back when needed: footnotes are rendered after the text that stands behind them.
  void jump(int line);

  /// The destination of a link or image; where it is written in another form, that of the reference definition, else
  /// the link's text, else the block.
  Place destination(std::string_view url, std::string_view link_text);
  /// Any literal text, else the block. Multi-line literals are searched for by their first line.
  Place literal(std::string_view text);
  /// The first of two texts that stands in the block, wherever the cursor is by now; else the block.
  Place in_block(std::string_view text, std::string_view otherwise) const;
  /// Goes past a literal, so that what it holds is not mistaken for an element.
  void skip(std::string_view text);
  /// The first character of a line of the text that is no space.
  Place line(int line) const;

  const std::string& file() const { return source_.file; }
  int file_line(int line) const { return source_.first_line + line - 1; }

 private:
  std::size_t offset_of_line(int line) const;
  std::size_t find_destination(std::string_view url, std::size_t from, std::size_t to) const;
  std::size_t find_definition(std::string_view url);
  Place place(std::size_t offset, std::size_t bytes) const;
  int columns(std::size_t from, std::size_t to) const;

  SourceText source_;
  std::vector<std::size_t> lines_;  // offset of each line's first byte
  std::size_t at_ = 0;              // searches begin here
  std::size_t limit_ = 0;           // and end here
  int block_line_ = 1;
  mutable std::size_t counted_offset_ = 0;  // of the last place, and its column
  mutable int counted_column_ = 1;
  std::unordered_map<std::string, std::size_t> definitions_;  // by destination, as far as they were asked for
};

}  // namespace kronika
