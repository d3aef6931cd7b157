// What the words of a link, of an image's description and of a page must not be, or be too few of.
#pragma once

#include <cstddef>
#include <string_view>

namespace kronika {

/// Words with a letter or a digit; signs alone, as Markdown's # and |, are none.
std::size_t count_words(std::string_view text);

/// Is all that a link says "tutaj", "więcej" or "click here"? By the list of its language, and the English one, which
/// slips into any. Case, diacritics and signs around do not matter.
bool says_nothing_as_link(std::string_view text, std::string_view language);

/// Does a description say no more than that there is an image: "zdjęcie", "Image 2", "фото"?
bool says_nothing_as_alternative(std::string_view text);

/// Is a description the name of the image's file (`url`), or of another one?
bool is_file_name(std::string_view alternative, std::string_view url);

/// Is a link's text a web address: http://…, https://… or www.…?
bool is_web_address(std::string_view text);

}  // namespace kronika
