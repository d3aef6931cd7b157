// Checked values of fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "generator/core/date.h"
#include "generator/core/place.h"

namespace kronika {

/// Index into SiteModel::pages.
enum class PageId : std::uint32_t {};
inline std::size_t index(PageId id) {
  return static_cast<std::size_t>(id);
}

struct Money {
  std::int64_t minor = 0;  // grosze, cents
  std::string currency = "PLN";
  auto operator<=>(const Money&) const = default;
};
struct Period {  // either end may be open, not both
  std::optional<Date> from, to;
  bool operator==(const Period&) const = default;
};
struct GeoPosition {  // degrees, WGS 84
  double latitude = 0, longitude = 0;
  bool operator==(const GeoPosition&) const = default;
};
/// A reference before and after it is resolved: a slug with its place; after `assemble` also the entry, or nothing when
/// the entry is not published.
struct Reference {
  std::string slug;
  std::optional<PageId> target;
  bool operator==(const Reference&) const = default;
};
/// A file beside the page: its path from the site's folder.
struct FilePath {
  std::string source_path;
  bool operator==(const FilePath&) const = default;
};

struct FieldValue;
using ValueList = std::vector<FieldValue>;
/// Parallel to the schema's fields.
struct Record {
  std::vector<FieldValue> values;
};
/// The rows of a table field.
struct RecordList {
  std::vector<Record> rows;
};

struct FieldValue {
  /// monostate: not given. Choice, language, licence, e-mail and the like are strings in their normal form (digits only
  /// for NIP, REGON, KRS, TERYT).
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Date, DateTime, Money, Period, GeoPosition,
               Reference, FilePath, ValueList, RecordList>
      value;
  Span span;  // where the author wrote it

  bool empty() const { return std::holds_alternative<std::monostate>(value); }
  template <class T>
  const T* as() const {
    return std::get_if<T>(&value);
  }
};

}  // namespace kronika
