// Days and times as spreadsheets count them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/importing/sheet.h"

namespace kronika {

/// A serial number as a day ("2026-03-12"), with its time where it has one ("2026-03-12T10:00:00"). Nothing outside the
/// years 1900 to 9999, for a time without a day, and for 29 February 1900, which only Excel knows.
std::optional<std::string> date_of_serial(double serial, DateSystem);

/// Does the number format of a cell show a day or a time? The formats that are built in, by their number; others by
/// their code ("dd.mm.yyyy").
bool is_date_format(int id);
bool is_date_format(std::string_view code);

}  // namespace kronika
