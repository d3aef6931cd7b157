// The one file that the search program writes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kronika {

/// A log of this size takes no more lines until it is moved away: nobody can fill a disk with searches.
inline constexpr std::int64_t fullest_log = std::int64_t{64} << 20;

/// Appends the line in one write, so that lines of several processes never mix. A missing file is made, for its owner
/// and group alone (0640); its folder is not. A link, a device or a pipe is refused, and never waited for. Gives the
/// reason when nothing, or not all, could be written, else "" ; a full log takes nothing and is no failure.
std::string append_to_log(const std::string& path, std::string_view line);

}  // namespace kronika
