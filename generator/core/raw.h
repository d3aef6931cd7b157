// TOML, YAML and CSV as one tree that knows where each value was written. Nothing is interpreted yet.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generator/core/date.h"
#include "generator/core/diagnostics.h"
#include "generator/core/place.h"

namespace kronika {

struct RawValue;
using RawArray = std::vector<RawValue>;
struct RawEntry;
/// Entries in the order in which the author wrote them; keys are unique.
struct RawTable {
  std::vector<RawEntry> entries;
  Span span;
  const RawValue* find(std::string_view key) const;
};

struct RawValue {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Date, DateTime, RawArray, RawTable> value;
  Span span;
  /// YAML does not tell a number from a text that looks like one: the characters as written, for a plain YAML scalar.
  std::string plain;

  template <class T>
  const T* as() const {
    return std::get_if<T>(&value);
  }
  bool is_null() const { return std::holds_alternative<std::monostate>(value); }
};

struct RawEntry {
  std::string key;
  Span key_span;
  RawValue value;
};

/// What the author wrote, as an argument of a message in both languages: "a text"/"tekst", "a list"/"lista" …
std::string kind_name(const RawValue& value);

/// `first_line` is the line of the file on which `text` begins (front matter starts on line 2). Syntax errors are
/// reported; then the result is nothing. Key names and texts come back composed (NFC), line ends as \n.
std::optional<RawTable> parse_toml(std::string_view text, const std::string& file, int first_line, Diagnostics&);
std::optional<RawTable> parse_yaml(std::string_view text, const std::string& file, int first_line, Diagnostics&);

/// A CSV file: the header's cells, then each row a table of texts under their names; a row has as many entries as the
/// header has columns, in their order. Names may be empty or stand twice.
struct RawCsv {
  struct Column {
    std::string name;
    Span span;
  };
  std::vector<Column> columns;
  std::vector<RawTable> rows;
};

/// Separator comma or semicolon (whichever the header has more of), RFC 4180 quotes, a BOM is dropped.
std::optional<RawCsv> parse_csv(std::string_view text, const std::string& file, Diagnostics&);

/// Unicode NFC by ICU; ASCII is returned as it is.
std::string to_nfc(std::string_view text);

}  // namespace kronika
