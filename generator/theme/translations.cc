// Plural forms are checked when the file is read, so that a missing one is found though no number has yet asked for it.
#include "generator/theme/translations.h"

#include <algorithm>

#include "generator/core/nearest.h"
#include "generator/core/raw.h"
#include "generator/core/table_reader.h"
#include "search/text/plural.h"

namespace kronika {
namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Translation read_plural(const RawTable& table, const RawEntry& entry, const std::string& language,
                        const std::string& file, Diagnostics& diagnostics) {
  Translation result;
  result.place = {file, entry.key_span};
  TableReader reader(table, file, entry.key, diagnostics);
  for (const std::string& form : words(forms_of(language))) {
    if (!reader.value(form)) diagnostics.report(Code::missing_plural, result.place, {entry.key, form});
    result.forms[form] = reader.value(form) ? reader.text(form).value_or("") : "";
  }
  reader.finish();
  return result;
}

/// The form, or the one that says it of many.
const std::string& form_or_many(const Translation& text, const std::string& form) {
  for (const std::string& each : {form, std::string("other"), std::string("many")}) {
    if (const auto found = text.forms.find(each); found != text.forms.end()) return found->second;
  }
  return text.plain;
}

bool is_name(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '.';
  });
}

}  // namespace

void Translations::read(std::string_view toml, const std::string& file, Diagnostics& diagnostics) {
  const auto table = parse_toml(toml, file, 1, diagnostics);
  if (!table) return;
  for (const RawEntry& entry : table->entries) {
    if (const auto* text = entry.value.as<std::string>()) {
      texts_[entry.key] = {*text, {}, {file, entry.value.span}};
    } else if (const auto* forms = entry.value.as<RawTable>()) {
      texts_[entry.key] = read_plural(*forms, entry, language_, file, diagnostics);
    } else {
      diagnostics.report(Code::setting_type, {file, entry.value.span},
                         {entry.key, both("a text in quotes", "tekst w cudzysłowie"), kind_name(entry.value)});
    }
  }
}

Translations Translations::as(std::string other) const {
  Translations out(std::move(other));
  for (const auto& [key, text] : texts_) {
    Translation& copy = out.texts_[key] = text;
    if (!text.is_plural()) continue;
    copy.forms.clear();
    for (const std::string& form : words(forms_of(out.language_))) copy.forms[form] = form_or_many(text, form);
  }
  return out;
}

const Translation* Translations::find(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? nullptr : &found->second;
}

std::string Translations::nearest_to(std::string_view key) const {
  std::vector<std::string> keys;
  for (const auto& entry : texts_) keys.push_back(entry.first);
  return nearest(key, keys);
}

std::vector<TranslationPart> translation_parts(std::string_view text) {
  std::vector<TranslationPart> out;
  std::size_t start = 0;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (!is_name(name)) continue;
    if (open > start) out.push_back({false, text.substr(start, open - start)});
    out.push_back({true, name});
    start = close + 1;
  }
  if (start < text.size()) out.push_back({false, text.substr(start)});
  return out;
}

}  // namespace kronika
