// Books for readers: EPUB 3.3 (W3C Recommendation), an entry a chapter.
#pragma once

#include <string>

#include "generator/packs/book.h"

namespace kronika {

/// The bytes of a whole collection's or one entry's book.
std::string epub_pack(const Book& book);

/// "urn:uuid:…", always the same for one address (RFC 9562, version 8).
std::string stable_urn(std::string_view address);

}  // namespace kronika
