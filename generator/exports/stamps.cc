// The long form without its marks: one place knows how a date is written.
#include "generator/exports/stamps.h"

#include <algorithm>

namespace kronika {
namespace {

std::string without_marks(std::string text) {
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

}  // namespace

std::string basic(Date day) {
  return without_marks(iso(day));
}

std::string basic(Instant instant) {
  return without_marks(iso(instant));
}

}  // namespace kronika
