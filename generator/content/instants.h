// When a date of front matter begins, and when it is over.
#pragma once

#include <optional>

#include "generator/content/value.h"

namespace kronika {

enum class Boundary {
  begun,  // the first instant of a day
  over    // the first instant of the next day
};

/// The instant of a date or a time (which begins and is over at once); nothing for other values.
std::optional<Instant> instant_of(const FieldValue& value, const TimeZone& zone, Boundary boundary);

}  // namespace kronika
