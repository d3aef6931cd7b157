// What a collection's entries are in the words of schema.org: [collections.NAME.schema_org].
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "generator/config/field_path.h"

namespace kronika {

/// What every entry has besides its fields: "@title", "@url" …
enum class EntryFact { title, url, summary, date, updated, image, language, publisher };

/// A text ("=PL" in site.toml), a number or a truth that is the same for all entries.
using Literal = std::variant<std::string, std::int64_t, double, bool>;

/// How values of a field are told where their type has several ways: of a choice its label or its key, of money the
/// amount or the currency.
enum class ValueForm { usual, key, currency };

/// The values that a path leads to.
struct FieldSource {
  FieldPath path;
  ValueForm form = ValueForm::usual;
  std::string format;                                     // "PT{}M": {} stands for the value; "" : the value alone
  std::map<std::string, std::string, std::less<>> names;  // plain value → what is told; "*" for all others
};

struct SchemaOrgObject;

struct SchemaOrgSource {
  std::variant<FieldSource, EntryFact, Literal, std::vector<SchemaOrgObject>> what;  // one object; see below
};

struct SchemaOrgProperty {
  std::string name;  // "startDate"
  std::vector<SchemaOrgSource> sources;
};

/// An object of one or more types. Inside another one it is left out where no field gives it a value.
struct SchemaOrgObject {
  std::vector<std::string> types;  // "Event"
  std::string each;                // an object a row of this table, whose columns its paths begin at; "" : one
  Span each_span;
  std::vector<SchemaOrgProperty> properties;  // in the order of site.toml
};

class TableReader;

/// Reads the section; mistakes are reported.
std::optional<SchemaOrgObject> read_schema_org(TableReader& collection, const std::string& section,
                                               const std::string& file, Diagnostics&);

/// Reports paths that lead nowhere, or to what has no plain form (tables, Markdown).
void check_schema_org(const Config&, Diagnostics&);

}  // namespace kronika
