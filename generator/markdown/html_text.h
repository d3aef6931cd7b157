// Reading HTML that themes, components and authors gave: its text, its ids. Tolerant; never fails.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kronika {

/// The text a reader sees, without tags, comments, scripts, styles and the signs of footnotes; character references
/// decoded, spaces collapsed and ordinary; block elements end with '\n', which does not stand at the ends.
std::string text_of_html(std::string_view html);

/// The values of all id attributes, in order.
std::vector<std::string> ids_of_html(std::string_view html);

/// The HTML of a heading without links (their text stays) and without references to footnotes.
std::string without_links(std::string_view html);

}  // namespace kronika
