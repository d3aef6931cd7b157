// Language codes as BCP 47 writes them, as far as a site needs: pl, en-GB, sr-Latn.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// An ISO 639 language in lower case, with a script or a region if need be.
bool is_language_tag(std::string_view text);

/// The language's name in another language: ("uk", "pl") → "ukraiński".
std::string language_name(std::string_view tag, std::string_view in_language);

}  // namespace kronika
