// ICU knows which languages there are and what they are called.
#include "generator/config/language_tag.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace kronika {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_known_language(std::string_view code) {
  for (const char* const* known = uloc_getISOLanguages(); *known; ++known) {
    if (code == *known) return true;
  }
  return false;
}

bool is_region(std::string_view part) {
  return part.size() == 2 && std::all_of(part.begin(), part.end(), is_upper);
}

bool is_script(std::string_view part) {
  return part.size() == 4 && is_upper(part[0]) && std::all_of(part.begin() + 1, part.end(), is_lower);
}

}  // namespace

bool is_language_tag(std::string_view text) {
  const auto hyphen = text.find('-');
  if (!is_known_language(text.substr(0, hyphen))) return false;
  if (hyphen == std::string_view::npos) return true;
  std::string_view rest = text.substr(hyphen + 1);
  if (rest.size() > 5 && is_script(rest.substr(0, 4)) && rest[4] == '-') rest.remove_prefix(5);
  return is_region(rest) || is_script(rest);
}

std::string language_name(std::string_view tag, std::string_view in_language) {
  const icu::Locale language(std::string(tag).c_str());
  const icu::Locale reader(std::string(in_language).c_str());
  icu::UnicodeString name;
  language.getDisplayName(reader, name);
  std::string out;
  name.toUTF8String(out);
  return out;
}

}  // namespace kronika
