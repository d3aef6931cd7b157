// What a collection's entries hold: the fields that site.toml declares.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/raw.h"

namespace kronika {

/// See field_types.def.
enum class FieldType {
#define KRONIKA_FIELD_TYPE(type, ...) type,
#include "generator/config/field_types.def"
#undef KRONIKA_FIELD_TYPE
};

/// "text", "bool", …, as site.toml spells them. Nothing for another word.
std::optional<FieldType> field_type(std::string_view name);
std::string_view name_of(FieldType type);
std::vector<std::string> all_field_type_names();
/// May search filter by values of this type?
bool can_be_facet(FieldType type);
/// Can a value of the type, or a link to it, stand in a line of text?
bool fits_into_line(FieldType type);

/// How many vocabularies may stand under one another: region › county › municipality › village.
inline constexpr std::size_t most_levels = 4;

/// What a field means to the program, whatever its name: it takes the place of the built-in one, adds a mark, or tells
/// exports what it is; `alt` and `credit` are columns of a table of images.
enum class Role {
  none,
  title,
  summary,
  date,
  image,
  example,
  archived,
  start,
  end,
  place,
  cancelled,
  street,
  locality,
  alt,
  credit,
  author,
  responsible,
  entered_by,
  created
};

/// Roles of a page's record: who made what it says and answers for it, who entered it, and when it was made.
inline bool is_of_record(Role role) {
  return role == Role::author || role == Role::responsible || role == Role::entered_by || role == Role::created;
}

/// Does the page show a field of this role elsewhere than among its facts?
bool is_shown_apart(Role role);

/// One state in the life of an entry, in the order in which states follow.
struct StateStep {
  std::string state;              // a term of the vocabulary
  std::vector<std::string> from;  // the dates that it begins with, the first given one counts; none: from the start
  bool after = false;             // it begins when that date is over: the next day, or the minute of a time
  std::string needs;              // only entries with this field have the step; "" : all
};
/// A state that editors write, since no date tells it: called off, fully booked.
struct StateOverride {
  std::string state;
  std::string instead_of;  // holds as long as dates give this state; "" : whatever they give
};
/// The state is that of the row in force: a history of statuses.
struct StateHistory {
  std::string table, from, to, value;  // names of a table field, and of its columns
  std::string holds;                   // the value that ends with its row
  std::string otherwise;               // the state when no row is in force and the last one had `holds`
};
/// A choice that follows from dates and the time of the build.
struct StateRule {
  std::vector<StateStep> steps;
  std::vector<StateOverride> overrides;
  std::optional<StateHistory> history;
};

/// Degrees, WGS 84.
struct GeoBox {
  double south = -90, west = -180, north = 90, east = 180;
};

struct Field;

struct Schema {
  std::vector<Field> fields;  // in the order of site.toml
  const Field* find(std::string_view name) const;
  std::optional<std::size_t> index_of(std::string_view name) const;
  std::optional<std::size_t> index_of(Role role) const;
};

/// Text in the languages of the site: `label = "…"` is for all, `label = { pl = "…", en = "…" }` for each.
struct LocalText {
  std::string any;
  std::map<std::string, std::string, std::less<>> by_language;
  /// The text in `language`, else the one for all, else any there is, else "".
  const std::string& in(std::string_view language) const;
  bool empty() const { return any.empty() && by_language.empty(); }
};

struct Field {
  std::string name;
  FieldType type = FieldType::text;
  std::optional<FieldType> of;  // element type of a list; fields below describe the element too
  LocalText label;              // defaults to the name
  bool required = false;
  bool unique = false;
  bool facet = false;
  bool highlight = false;  // what a reader of the page wants first
  bool hidden = false;     // kept out of the page's field list
  Role role = Role::none;
  std::optional<RawValue> default_value;
  LocalText default_texts;  // of a text whose default is a table of languages; default_value is one of them
  std::string vocabulary;   // of a choice
  std::string under;        // of a choice: the field of the same collection that it stands under; "" : none
  std::string collection;   // of a reference: the target
  std::string back;         // of a reference: the name of the list that the target gets
  LocalText back_label;
  std::optional<double> min, max;
  std::optional<GeoBox> within;                    // of a position
  std::string chart;                               // of a table: "bars", "lines" or "parts", drawn above it; "": none
  std::optional<StateRule> states;                 // of a choice
  std::string as_of;                               // with a history: the search's parameter for a day; "" : none
  Schema fields;                                   // of a table
  Span span;                                       // of its declaration in site.toml (or theme.toml)
  std::map<std::string, Span, std::less<>> spans;  // of its settings, by name

  /// Where a setting stands in the file; the field's own place when it is not written.
  Span span_of(std::string_view setting) const;
  /// The type of one value: `of` for a list, else `type`.
  FieldType value_type() const { return of.value_or(type); }
};

/// Reads one `label = "…"` or `label = { pl = "…", en = "…" }`. Reports mistakes; `key` names the setting in them.
LocalText read_local_text(const RawValue& value, const std::string& key, const std::string& file, Diagnostics&);

/// Reads `[….fields]`, of which `section` is the name for messages ("collections.rejestr.fields"). Also used for the
/// parameters of a theme's components. Reports mistakes; whether vocabularies and collections exist is checked by
/// read_config alone.
Schema read_schema(const RawTable& fields, const std::string& file, const std::string& section, Diagnostics&);

}  // namespace kronika
