// Strictness in one place: every TOML file of a site is read through this.
#include "generator/core/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/core/nearest.h"

namespace kronika {

TableReader::TableReader(const RawTable& table, std::string file, std::string section, Diagnostics& diagnostics)
    : table_(table), file_(std::move(file)), section_(std::move(section)), diagnostics_(diagnostics) {}

const RawValue* TableReader::value(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  return table_.find(key);
}

Place TableReader::place(std::string_view key) const {
  const RawValue* found = table_.find(key);
  return {file_, found ? found->span : table_.span};
}

template <class T>
const T* TableReader::typed(std::string_view key, const char* english, const char* polish) {
  const RawValue* found = value(key);
  if (!found) return nullptr;
  if (const T* result = found->as<T>()) return result;
  diagnostics_.report(Code::setting_type, {file_, found->span},
                      {std::string(key), both(english, polish), kind_name(*found)});
  return nullptr;
}

std::optional<std::string> TableReader::text(std::string_view key) {
  const auto* found = typed<std::string>(key, "a text in quotes", "tekst w cudzysłowie");
  return found ? std::optional(*found) : std::nullopt;
}

std::optional<bool> TableReader::yes_no(std::string_view key) {
  const auto* found = typed<bool>(key, "true or false", "true albo false");
  return found ? std::optional(*found) : std::nullopt;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const auto* found = typed<std::int64_t>(key, "a whole number", "liczba całkowita");
  if (!found) return std::nullopt;
  if (*found >= least && *found <= most) return *found;
  diagnostics_.report(Code::out_of_range, place(key),
                      {std::string(key), bounds(static_cast<double>(least), static_cast<double>(most))});
  return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key) {
  const RawValue* found = value(key);
  if (found) {
    if (const auto* whole = found->as<std::int64_t>()) return static_cast<double>(*whole);
  }
  const auto* result = typed<double>(key, "a number", "liczba");
  return result ? std::optional(*result) : std::nullopt;
}

std::optional<Date> TableReader::date(std::string_view key) {
  const auto* found =
      typed<Date>(key, "a day like 2026-03-14, without quotes", "dzień, na przykład 2026-03-14, bez cudzysłowu");
  return found ? std::optional(*found) : std::nullopt;
}

std::optional<std::vector<std::string>> TableReader::texts(std::string_view key) {
  const auto* found = typed<RawArray>(key, "a list of texts", "lista tekstów");
  if (!found) return std::nullopt;
  std::vector<std::string> out;
  for (const RawValue& item : *found) {
    if (const auto* text = item.as<std::string>()) {
      out.push_back(*text);
    } else {
      diagnostics_.report(Code::setting_type, {file_, item.span},
                          {std::string(key), both("a list of texts", "lista tekstów"), kind_name(item)});
    }
  }
  return out;
}

std::optional<std::vector<std::string>> TableReader::text_or_texts(std::string_view key) {
  const RawValue* found = value(key);
  if (const auto* text = found ? found->as<std::string>() : nullptr) return std::vector<std::string>{*text};
  return texts(key);
}

const RawTable* TableReader::table(std::string_view key) {
  return typed<RawTable>(key, "a table", "tabela");
}

std::vector<const RawTable*> TableReader::tables(std::string_view key) {
  std::vector<const RawTable*> out;
  const auto* found = typed<RawArray>(key, "an array of tables ([[…]])", "tablica tabel ([[…]])");
  if (!found) return out;
  for (const RawValue& item : *found) {
    if (const auto* table = item.as<RawTable>()) {
      out.push_back(table);
    } else {
      diagnostics_.report(Code::setting_type, {file_, item.span},
                          {std::string(key), both("a table", "tabela"), kind_name(item)});
    }
  }
  return out;
}

std::string TableReader::required_text(std::string_view key) {
  if (value(key)) return text(key).value_or("");
  diagnostics_.report(Code::missing_setting, {file_, table_.span}, {std::string(key), section_});
  return "";
}

void TableReader::finish() {
  for (const RawEntry& entry : table_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    diagnostics_.report(Code::unknown_setting, {file_, entry.key_span}, {entry.key, section_},
                        nearest(entry.key, known_));
  }
}

}  // namespace kronika
