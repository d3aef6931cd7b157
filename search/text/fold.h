// Case and diacritics: what makes `Łódź`, `łódź` and `lodz` the same search term and the same slug.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// Lower case of Latin, Greek and Cyrillic letters (simple mappings); other code points unchanged.
char32_t lower(char32_t c);
char32_t upper(char32_t c);
std::string lower(std::string_view text);

/// Letters (all scripts that the site's languages use) and digits; combining marks count as letters.
bool is_letter(char32_t c);
bool is_digit(char32_t c);
inline bool is_word(char32_t c) {
  return is_letter(c) || is_digit(c);
}

/// Lower case without diacritics: ą→a, ł→l, ß→ss, é→e; combining marks (U+0300–U+036F) and the soft hyphen are dropped.
std::string fold(std::string_view text);

/// Composes letter + combining mark pairs of Latin scripts (the part of NFC that Polish and its neighbours need) and
/// drops U+00AD. ICU does full NFC in the generator; the search program cannot afford to load it.
std::string compose(std::string_view text);

/// A slug or an anchor: folded letters and digits, every other run as one hyphen, none at the ends. May be empty.
std::string slugify(std::string_view text);

}  // namespace kronika
