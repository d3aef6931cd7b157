// Style sheets as they are sent: what only their authors read is left out.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// The same style sheet without comments, but for those that begin with /*! (licences), and with as little white space
/// as can stand between its parts without a grammar. A comment that alone parts two words stays, empty. Texts in quotes
/// keep their bytes; what is never closed ends with the sheet.
std::string compact_css(std::string_view css);

}  // namespace kronika
