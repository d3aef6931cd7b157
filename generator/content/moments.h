// Dates as front matter writes them: TOML's own, YAML's texts, and what other generators accept.
#pragma once

#include <optional>
#include <string_view>

#include "generator/content/field_types.h"

namespace kronika {

/// A day, or a day and its time.
struct Moment {
  DateTime time;
  bool has_time = false;
};

/// Reads 2026-03-14, 2026-3-14, 2026/03/14, 14.03.2026, 2026-03-14 10:00, with seconds and a zone ("+0200", "Z", "UTC")
/// where given.
std::optional<Moment> parse_moment(std::string_view text);

/// A date value of any kind; texts only where `typing` lets them stand for dates.
std::optional<Moment> moment_of(const RawValue&, Typing typing);

}  // namespace kronika
