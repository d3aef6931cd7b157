// The program's version, which releases and feeds name.
#pragma once

#include <string_view>

namespace kronika {

inline constexpr std::string_view program_version = KRONIKA_VERSION;

}  // namespace kronika
