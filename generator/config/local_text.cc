// Texts that site.toml and data files give in one language or in several.
#include "generator/config/language_tag.h"
#include "generator/config/schema.h"

namespace kronika {

const std::string& LocalText::in(std::string_view language) const {
  if (const auto found = by_language.find(language); found != by_language.end()) return found->second;
  if (any.empty() && !by_language.empty()) return by_language.begin()->second;
  return any;
}

LocalText read_local_text(const RawValue& value, const std::string& key, const std::string& file,
                          Diagnostics& diagnostics) {
  LocalText out;
  if (const auto* text = value.as<std::string>()) {
    out.any = *text;
    return out;
  }
  const std::string expected = both("a text in quotes, or a table { pl = \"…\", en = \"…\" }",
                                    "tekst w cudzysłowie albo tabela { pl = \"…\", en = \"…\" }");
  const auto* table = value.as<RawTable>();
  if (!table) {
    diagnostics.report(Code::setting_type, {file, value.span}, {key, expected, kind_name(value)});
    return out;
  }
  for (const RawEntry& entry : table->entries) {
    const auto* text = entry.value.as<std::string>();
    if (!is_language_tag(entry.key)) {
      diagnostics.report(
          Code::setting_value, {file, entry.key_span},
          {entry.key, key, both("it is no language code like pl or en", "to nie jest kod języka, jak pl albo en")});
    } else if (!text) {
      diagnostics.report(Code::setting_type, {file, entry.value.span}, {key, expected, kind_name(entry.value)});
    } else {
      out.by_language[entry.key] = *text;
    }
  }
  return out;
}

}  // namespace kronika
