// What each type of field does: how a value is read and checked, shown to people, and written in data.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "generator/content/content.h"

namespace kronika {

/// May a text stand where a number or a date is meant? YAML and foreign front matter do not always tell them apart.
enum class Typing { strict, from_text };

/// What reading a value needs to know of its surroundings. Borrows everything for the length of a call.
struct FieldContext {
  std::span<const Vocabulary> vocabularies;
  std::span<const DataTable> tables;
  const Source& source;
  std::string_view file;    // that the value is written in, for places
  std::string_view folder;  // that names of files are relative to; no '/' at the end
  Typing typing = Typing::strict;
  Diagnostics& diagnostics;
  std::string_view language = {}, site_language = {};  // the page's, and the one that stands in for it: for defaults
};

/// One value as its author wrote it.
struct FieldInput {
  const RawValue& raw;
  const Field& field;
  std::string_view name;  // the key for messages: "statusy.od"
  const FieldContext& context;

  /// Reports E0205: the type's description against what stands there. Gives an empty value.
  FieldValue wrong_type() const { return wrong_type(field.value_type()); }
  FieldValue wrong_type(FieldType wanted) const;
  /// Reports E0206 with a reason made by both(). Gives an empty value.
  FieldValue bad(std::string reason, std::string suggestion = {}) const;
  void report(Code code, std::vector<std::string> arguments, std::string suggestion = {}) const;
  /// The value with its place.
  template <class T>
  FieldValue give(T value) const {
    return {std::move(value), raw.span};
  }
  /// The text as written, a YAML plain scalar included; nothing for other kinds.
  std::optional<std::string> text() const;
};

struct DisplayInput {
  const FieldValue& value;
  const Field& field;
  const SiteModel& model;
  std::string_view language;
};

/// A line of field_types.def.
struct FieldTypeInfo {
  FieldType type;
  std::string_view name;
  std::string_view english, polish;  // what an author must write
  FieldValue (*read)(const FieldInput&);
  std::string (*display)(const DisplayInput&);
  std::string (*plain)(const FieldValue&, const Field&);
};
const FieldTypeInfo& info(FieldType type);

/// Reads one value of a field. Mistakes are reported at their places; then the value (or the part of it) is empty.
/// Required and unique are not looked at. Thread-safe.
FieldValue read_field(const RawValue&, const Field&, std::string_view name, const FieldContext&);

/// The field's default, or an empty value. Reports nothing: read_site_data has checked it.
FieldValue default_of(const Field&, const FieldContext&);

/// "" or an empty list: as good as not given, where a field is required.
bool is_blank(const FieldValue&);

// The columns of field_types.def, each in the file of its kind.
#define KRONIKA_FIELD_TYPE(type, name, facet, english, polish, read, display, plain) \
  FieldValue read(const FieldInput&);                                                \
  std::string display(const DisplayInput&);                                          \
  std::string plain(const FieldValue&, const Field&);
#include "generator/config/field_types.def"
#undef KRONIKA_FIELD_TYPE

}  // namespace kronika
