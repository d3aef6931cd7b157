// What the fuzzers share. A fuzzer is a file NAME_fuzz.cc with the function `run`.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace kronika::fuzz {

/// One try. It must return whatever the input is: an exception that leaves it, a sanitizer's report or a `require` that
/// fails ends the program, and libFuzzer keeps the input.
void run(std::string_view input);

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "this does not hold: %s\n", what);
  std::abort();
}

/// Takes a part off the front of the input, up to a line's end.
inline std::string_view take_line(std::string_view& input) {
  const auto end = input.find('\n');
  const std::string_view line = input.substr(0, end);
  input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
  return line;
}

}  // namespace kronika::fuzz
