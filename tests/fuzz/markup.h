// Pages of results made with the templates of tests/search/search_site.h, looked through for what they cannot have.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace kronika::fuzz {

/// Whether a tag, without its brackets, stands in those templates, or in the page for when there are none.
inline bool is_known_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 25> known = {"!DOCTYPE html",
                                                      "html lang=\"pl\"",
                                                      "html lang=\"en\"",
                                                      "/html",
                                                      "head",
                                                      "/head",
                                                      "meta charset=\"utf-8\"",
                                                      "title",
                                                      "/title",
                                                      "body",
                                                      "/body",
                                                      "main",
                                                      "/main",
                                                      "h1",
                                                      "/h1",
                                                      "p",
                                                      "p lang=\"en\"",
                                                      "/p",
                                                      "li",
                                                      "/li",
                                                      "/a",
                                                      "q",
                                                      "/q",
                                                      "mark",
                                                      "/mark"};
  if (std::find(known.begin(), known.end(), tag) != known.end()) return true;
  constexpr std::string_view link = "a href=\"";
  if (!tag.starts_with(link) || !tag.ends_with('"') || tag.size() <= link.size()) return false;
  return tag.substr(link.size(), tag.size() - link.size() - 1).find_first_of("<>\"'") == std::string_view::npos;
}

inline bool is_character_reference(std::string_view text) {
  constexpr std::array<std::string_view, 6> known = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&apos;"};
  return std::any_of(known.begin(), known.end(), [&](std::string_view each) { return text.starts_with(each); });
}

/// Whether no text has become markup: every tag is the templates', every other sign of HTML is escaped.
inline bool has_known_markup_only(std::string_view html) {
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '>' || (html[at] == '&' && !is_character_reference(html.substr(at)))) return false;
    if (html[at] != '<') continue;
    const auto end = html.find('>', at);
    if (end == std::string_view::npos || !is_known_tag(html.substr(at + 1, end - at - 1))) return false;
    at = end;
  }
  return true;
}

}  // namespace kronika::fuzz
