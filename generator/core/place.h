// Where in a source file something stands.
#pragma once

#include <string>

namespace kronika {

/// Line and column count from 1; a column counts code points; `length` is in code points, within the line.
/// Line 0 means the file as a whole.
struct Span {
  int line = 0;
  int column = 0;
  int length = 1;
};

/// A span in a named file. `file` is relative to the site's folder, with '/'.
struct Place {
  std::string file;
  Span span;
};

}  // namespace kronika
