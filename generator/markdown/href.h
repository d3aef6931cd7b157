// Addresses as they stand in an attribute.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// Appends a URL ready for a quoted attribute: what RFC 3986 does not allow is percent-encoded (escapes that are there
/// stay), then & and ' are escaped for HTML.
void append_href(std::string& out, std::string_view url);

}  // namespace kronika
