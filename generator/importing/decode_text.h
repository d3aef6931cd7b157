// Bytes of a text file of an office → UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

struct DecodedText {
  std::string text;      // UTF-8 without a BOM, composed (NFC), '\n' at line ends whatever they were
  std::string encoding;  // "UTF-8", "Windows-1250", "UTF-16"
};

/// UTF-8 where the bytes are that; UTF-16 where a BOM says so; else Windows-1250, which Excel in Polish writes. Throws
/// UnreadableSheet for bytes that are no text, or UTF-8 with a few broken places.
DecodedText decode_text(std::string_view bytes);

}  // namespace kronika
