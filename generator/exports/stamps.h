// Days and instants in the short form of ISO 8601 that calendars and cards use.
#pragma once

#include <string>

#include "generator/core/date.h"

namespace kronika {

std::string basic(Date day);         // 20260912
std::string basic(Instant instant);  // 20260912T080000Z

}  // namespace kronika
