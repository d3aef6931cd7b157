// Strict reading of a table: wrong types, missing and unknown keys are reported at their own place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/raw.h"

namespace kronika {

/// Reads one table of a TOML file. Every key that a read function names is a known key; `finish` reports the others
/// with the nearest known one. `section` is the table's name for messages, e.g. "collections.rejestr".
class TableReader {
 public:
  TableReader(const RawTable& table, std::string file, std::string section, Diagnostics& diagnostics);

  std::optional<std::string> text(std::string_view key);
  std::optional<bool> yes_no(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<double> number(std::string_view key);
  std::optional<Date> date(std::string_view key);  // a day without an hour
  std::optional<std::vector<std::string>> texts(std::string_view key);
  /// A list of texts, or one text as a list of itself.
  std::optional<std::vector<std::string>> text_or_texts(std::string_view key);
  const RawTable* table(std::string_view key);
  std::vector<const RawTable*> tables(std::string_view key);  // array of tables
  /// Any value; marks the key as known.
  const RawValue* value(std::string_view key);

  /// Reports a missing key (E0104) and returns "".
  std::string required_text(std::string_view key);

  Place place(std::string_view key) const;  // of the key's value, else of the table
  void finish();                            // reports unknown keys (E0103)

 private:
  template <class T>
  const T* typed(std::string_view key, const char* english, const char* polish);
  const RawTable& table_;
  std::string file_;
  std::string section_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

}  // namespace kronika
