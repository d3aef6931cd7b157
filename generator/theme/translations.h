// The texts of a theme in one language: i18n/LANGUAGE.toml.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/core/place.h"

namespace kronika {

struct Translation {
  std::string plain;                                      // of a text without plural forms
  std::map<std::string, std::string, std::less<>> forms;  // "one" → "{n} wynik"
  Place place;                                            // of the text, or of the table of forms

  bool is_plural() const { return !forms.empty(); }
};

class Translations {
 public:
  explicit Translations(std::string language) : language_(std::move(language)) {}

  /// Lays the texts of one file over those read before. Mistakes are reported: a value that is no text, an unknown
  /// plural form, a plural form that the language needs and the text lacks (E0507).
  void read(std::string_view toml, const std::string& file, Diagnostics& diagnostics);

  const std::string& language() const { return language_; }
  /// The same texts, for pages in another language; plural forms that it counts otherwise are those of `other`.
  Translations as(std::string other) const;
  const Translation* find(std::string_view key) const;
  std::string nearest_to(std::string_view key) const;

 private:
  std::string language_;
  std::map<std::string, Translation, std::less<>> texts_;
};

/// A stretch of a text, or the name that stands in braces: "{n} wyniki" → name "n", text " wyniki". Braces around
/// anything but letters, digits, '_' and '.' are text.
struct TranslationPart {
  bool is_name = false;
  std::string_view text;
};
std::vector<TranslationPart> translation_parts(std::string_view text);

}  // namespace kronika
