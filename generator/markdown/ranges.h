// 10-20: a range, or something that only looks like one?
#pragma once

#include <string_view>

namespace kronika {

/// Whether the hyphen between the two texts surely stands in a range of numbers (pages, years, hours, articles) and is
/// no part of a date, a telephone number, a postal code, a score, an ISBN, ISSN, NIP or the number of a standard.
bool is_range(std::string_view before, std::string_view after);

}  // namespace kronika
