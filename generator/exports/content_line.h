// The lines that iCalendar (RFC 5545, section 3.1) and vCard (RFC 6350, section 3.2) are made of.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// A text as a value: backslash, comma, semicolon and line end are escaped, other control characters left out. Bytes
/// that are no UTF-8 become U+FFFD.
std::string escape_content(std::string_view text);

/// Appends "NAME:VALUE" and CRLF, folded into lines of at most 75 octets that cut no character. `name` may have
/// parameters behind it ("TEL;TYPE=work"); `value` is escaped already.
void append_content_line(std::string& out, std::string_view name, std::string_view value);

}  // namespace kronika
