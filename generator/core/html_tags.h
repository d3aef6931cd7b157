// Tags and character references of HTML, read one after another.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

struct HtmlAttribute {
  std::string name;   // as written
  std::string value;  // decoded; "" for one without a value
};

struct HtmlTag {
  std::string name;  // as written; "" for a comment or declaration
  std::vector<HtmlAttribute> attributes;
  bool closes = false;
  bool is_empty = false;  // ends with "/>"
  std::size_t end = 0;    // after '>'

  const HtmlAttribute* find(std::string_view attribute) const;
};

/// The tag at `at`, where a '<' stands; nothing when that is none but text.
std::optional<HtmlTag> html_tag_at(std::string_view html, std::size_t at);

/// Text with its character references decoded: numbers and the names that people write.
std::string decode_html(std::string_view text);

std::string lower_case(std::string_view text);

}  // namespace kronika
