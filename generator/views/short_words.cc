// The one rule of Polish typography that is safe without knowing the markup around it.
#include "generator/views/short_words.h"

#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {

std::string bind_short_words(std::string_view text, std::string_view language) {
  if (language != "pl" && language != "uk") return std::string(text);
  std::string out;
  out.reserve(text.size() + 16);
  int letters = 0;  // of the word that ends here; a digit or a sign inside counts as many
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    if (c.code_point == ' ' && letters == 1 && at < text.size()) {
      out += "\u00A0";
      letters = 0;
      continue;
    }
    const bool opens = c.code_point == '(' || c.code_point == U'„' || c.code_point == U'«';
    if (c.code_point == ' ' || c.code_point == U'\u00A0' || c.code_point == '\n' || opens) {
      letters = 0;
    } else {
      letters += is_letter(c.code_point) ? 1 : 2;
    }
    append_utf8(out, c.code_point);
  }
  return out;
}

}  // namespace kronika
