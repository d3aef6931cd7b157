// The function that libFuzzer calls.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kronika::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
