// Text put safely into HTML, XML, JSON and URLs.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// Escapes & < > " ' for HTML text and quoted attribute values.
std::string escape_html(std::string_view text);
void append_escaped_html(std::string& out, std::string_view text);

/// The same for XML 1.0, which has no place for most control characters: they are left out. Invalid UTF-8 becomes
/// U+FFFD.
std::string escape_xml(std::string_view text);

/// Contents of a JSON string (RFC 8259) without the quotes; also escapes < > & so that it is safe inside HTML,
/// and U+2028/U+2029. Invalid UTF-8 becomes U+FFFD.
std::string escape_json(std::string_view text);

/// Percent-encodes all but RFC 3986 unreserved characters; `keep` lists bytes to leave as they are (for a path: "/").
std::string percent_encode(std::string_view text, std::string_view keep = "");

/// Decodes %XX; malformed escapes stay as they are. With Plus::is_space, '+' becomes a space (form encoding).
enum class Plus { literal, is_space };
std::string percent_decode(std::string_view text, Plus plus = Plus::literal);

}  // namespace kronika
