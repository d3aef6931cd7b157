// The file in a release's folder search/ by which answers of one release are told from those of another.
#pragma once

#include <string_view>

namespace kronika {

/// One line: a digest of everything that the release publishes, in hexadecimal digits.
inline constexpr std::string_view release_file = "release";

}  // namespace kronika
