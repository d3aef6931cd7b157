// Declarations of fields, read strictly: what a field's type does not use is a mistake, not silence.
#include "generator/config/schema.h"

#include <algorithm>
#include <array>

#include "generator/config/states.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

struct TypeName {
  FieldType type;
  std::string_view name;
  bool facet;
};

constexpr bool yes = true, no = false;
constexpr TypeName type_names[] = {
#define KRONIKA_FIELD_TYPE(type, name, facet, ...) {FieldType::type, name, facet},
#include "generator/config/field_types.def"
#undef KRONIKA_FIELD_TYPE
};

struct RoleName {
  std::string_view name;
  Role role;
  std::array<FieldType, 3> types;  // that can have it
};

constexpr RoleName role_names[] = {
    {"title", Role::title, {FieldType::text, FieldType::text, FieldType::text}},
    {"summary", Role::summary, {FieldType::text, FieldType::long_text, FieldType::text}},
    {"date", Role::date, {FieldType::date, FieldType::datetime, FieldType::date}},
    {"image", Role::image, {FieldType::image, FieldType::image, FieldType::image}},
    {"archived", Role::archived, {FieldType::boolean, FieldType::boolean, FieldType::boolean}},
    {"example", Role::example, {FieldType::boolean, FieldType::boolean, FieldType::boolean}},
    {"start", Role::start, {FieldType::datetime, FieldType::date, FieldType::datetime}},
    {"end", Role::end, {FieldType::datetime, FieldType::date, FieldType::datetime}},
    {"place", Role::place, {FieldType::text, FieldType::text, FieldType::text}},
    {"cancelled", Role::cancelled, {FieldType::boolean, FieldType::boolean, FieldType::boolean}},
    {"street", Role::street, {FieldType::text, FieldType::text, FieldType::text}},
    {"alt", Role::alt, {FieldType::text, FieldType::text, FieldType::text}},
    {"credit", Role::credit, {FieldType::text, FieldType::text, FieldType::text}},
    {"locality", Role::locality, {FieldType::text, FieldType::choice, FieldType::text}},
    {"author", Role::author, {FieldType::text, FieldType::text, FieldType::text}},
    {"responsible", Role::responsible, {FieldType::text, FieldType::text, FieldType::text}},
    {"entered_by", Role::entered_by, {FieldType::text, FieldType::text, FieldType::text}},
    {"created", Role::created, {FieldType::date, FieldType::datetime, FieldType::date}},
};

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool has_range(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::money;
}

bool can_be_unique(FieldType type) {
  return type != FieldType::list && type != FieldType::table && type != FieldType::boolean;
}

class FieldReader {
 public:
  FieldReader(const RawEntry& entry, const RawTable& table, const std::string& file, std::string section,
              Diagnostics& diagnostics)
      : entry_(entry),
        table_(table),
        file_(file),
        section_(std::move(section)),
        diagnostics_(diagnostics),
        reader_(table, file, section_, diagnostics) {}

  Field read() {
    field_.name = entry_.key;
    field_.span = entry_.key_span;
    for (const RawEntry& setting : table_.entries) field_.spans[setting.key] = setting.value.span;
    read_types();
    field_.label.any = entry_.key;
    if (const RawValue* label = reader_.value("label"))
      field_.label = read_local_text(*label, "label", file_, diagnostics_);
    field_.required = reader_.yes_no("required").value_or(false);
    field_.unique = reader_.yes_no("unique").value_or(false);
    field_.facet = reader_.yes_no("facet").value_or(false);
    field_.highlight = reader_.yes_no("highlight").value_or(false);
    field_.hidden = reader_.yes_no("hidden").value_or(false);
    read_default();
    read_role();
    read_targets();
    read_range();
    read_within();
    read_chart();
    read_states();
    if (field_.facet && !can_be_facet(field_.value_type())) useless("facet");
    if (field_.highlight && !fits_into_line(field_.value_type())) useless("highlight");
    if (field_.unique && !can_be_unique(field_.type)) useless("unique");
    reader_.finish();
    return std::move(field_);
  }

 private:
  void read_default() {
    const RawValue* value = reader_.value("default");
    if (!value) return;
    field_.default_value = *value;
    const bool is_words = field_.type == FieldType::text || field_.type == FieldType::long_text;
    const auto* languages = value->as<RawTable>();
    if (!is_words || !languages || languages->entries.empty()) return;
    field_.default_texts = read_local_text(*value, "default", file_, diagnostics_);
    field_.default_value->value = field_.default_texts.in("");
  }

  std::optional<FieldType> read_type(std::string_view key) {
    const auto name = reader_.text(key);
    if (!name) return std::nullopt;
    const auto type = field_type(*name);
    if (!type) unknown(key, *name, both("there is no such type", "nie ma takiego typu"), all_field_type_names());
    return type;
  }

  void read_types() {
    if (!table_.find("type")) {
      diagnostics_.report(Code::missing_setting, {file_, entry_.key_span}, {"type", section_});
    }
    field_.type = read_type("type").value_or(FieldType::text);
    const auto of = read_type("of");
    if (field_.type != FieldType::list) {
      if (table_.find("of")) useless("of");
      return;
    }
    field_.of = of.value_or(FieldType::text);
    if (!table_.find("of")) need("of");
    if (of == FieldType::list || of == FieldType::table || of == FieldType::data) {
      diagnostics_.report(Code::setting_value, reader_.place("of"),
                          {std::string(name_of(*of)), "of",
                           both("a list of records is a field with type = \"table\"; lists of lists or of whole tables "
                                "are not possible",
                                "lista rekordów to pole z type = \"table\"; nie ma list złożonych z list ani z "
                                "całych tabel")});
      field_.of = FieldType::text;
    }
  }

  void read_role() {
    const auto name = reader_.text("role");
    if (!name) return;
    const auto* found =
        std::find_if(std::begin(role_names), std::end(role_names), [&](const RoleName& r) { return r.name == *name; });
    if (found == std::end(role_names)) {
      std::vector<std::string> names;
      for (const RoleName& role : role_names) names.emplace_back(role.name);
      unknown("role", *name, both("there is no such role", "nie ma takiej roli"), names);
    } else if (std::find(found->types.begin(), found->types.end(), field_.type) == found->types.end()) {
      useless("role");
    } else {
      field_.role = found->role;
    }
  }

  /// A setting that one type needs and no other may have.
  template <class Read>
  void only_for(FieldType type, std::string_view key, Read read) {
    const bool given = table_.find(key) != nullptr;
    reader_.value(key);
    if (field_.value_type() == type) {
      given ? read() : need(key);
    } else if (given) {
      useless(key);
    }
  }

  void read_targets() {
    only_for(FieldType::choice, "vocabulary", [&] { field_.vocabulary = reader_.text("vocabulary").value_or(""); });
    if (const auto under = reader_.text("under")) {
      field_.under = *under;
      if (field_.value_type() != FieldType::choice) useless("under");
    }
    only_for(FieldType::reference, "collection", [&] { field_.collection = reader_.text("collection").value_or(""); });
    only_for(FieldType::table, "fields", [&] {
      if (const RawTable* fields = reader_.table("fields")) {
        field_.fields = read_schema(*fields, file_, section_ + ".fields", diagnostics_);
      }
    });
    field_.back = reader_.text("back").value_or("");
    const RawValue* back_label = reader_.value("back_label");
    if (back_label) field_.back_label = read_local_text(*back_label, "back_label", file_, diagnostics_);
    if (field_.value_type() != FieldType::reference) {
      if (!field_.back.empty()) useless("back");
      if (back_label) useless("back_label");
    }
    if (!back_label) field_.back_label.any = field_.back;
  }

  void read_range() {
    field_.min = reader_.number("min");
    field_.max = reader_.number("max");
    if (!has_range(field_.value_type())) {
      if (field_.min) useless("min");
      if (field_.max) useless("max");
    } else if (field_.min && field_.max && *field_.min > *field_.max) {
      diagnostics_.report(Code::setting_value, reader_.place("min"),
                          {"min", entry_.key, both("it is greater than max", "jest większe niż max")});
    }
  }

  void read_chart() {
    const auto chart = reader_.text("chart");
    if (!chart) return;
    const std::vector<std::string> kinds = {"bars", "lines", "parts"};
    if (field_.type != FieldType::table) {
      useless("chart");
    } else if (std::find(kinds.begin(), kinds.end(), *chart) == kinds.end()) {
      unknown("chart", *chart, both("it is bars, lines or parts", "może to być bars, lines albo parts"), kinds);
    } else {
      field_.chart = *chart;
    }
  }

  void read_within() {
    const RawTable* table = reader_.table("within");
    if (!table) return;
    if (field_.value_type() != FieldType::position) return useless("within");
    TableReader sides(*table, file_, section_ + ".within", diagnostics_);
    GeoBox box;
    for (const auto& [side, value] : {std::pair{"south", &box.south}, std::pair{"west", &box.west},
                                      std::pair{"north", &box.north}, std::pair{"east", &box.east}}) {
      if (const auto degrees = sides.number(side)) *value = *degrees;
    }
    sides.finish();
    if (box.south < box.north && box.west < box.east) {
      field_.within = box;
    } else {
      diagnostics_.report(Code::setting_value, reader_.place("within"),
                          {"within", entry_.key,
                           both("south must be less than north, and west less than east",
                                "south ma być mniejsze niż north, a west mniejsze niż east")});
    }
  }

  void read_states() {
    field_.states = read_state_rule(reader_, section_, file_, diagnostics_);
    field_.as_of = reader_.text("as_of").value_or("");
    if (field_.states && field_.type != FieldType::choice) {
      useless(table_.find("states") ? "states" : table_.find("history") ? "history" : "overrides");
    }
  }

  void need(std::string_view key) {
    diagnostics_.report(Code::missing_setting, {file_, entry_.key_span}, {std::string(key), section_});
  }

  void useless(std::string_view key) {
    diagnostics_.report(Code::setting_without_use, reader_.place(key),
                        {std::string(key), std::string(name_of(field_.value_type()))});
  }

  void unknown(std::string_view key, const std::string& value, std::string reason,
               std::span<const std::string> candidates) {
    diagnostics_.report(Code::setting_value, reader_.place(key), {value, std::string(key), std::move(reason)},
                        nearest(value, candidates));
  }

  const RawEntry& entry_;
  const RawTable& table_;
  const std::string& file_;
  std::string section_;
  Diagnostics& diagnostics_;
  TableReader reader_;
  Field field_;
};

}  // namespace

std::optional<FieldType> field_type(std::string_view name) {
  for (const TypeName& row : type_names) {
    if (row.name == name) return row.type;
  }
  return std::nullopt;
}

std::string_view name_of(FieldType type) {
  return type_names[static_cast<std::size_t>(type)].name;
}

bool fits_into_line(FieldType type) {
  switch (type) {
    case FieldType::long_text:
    case FieldType::markdown:
    case FieldType::table:
    case FieldType::data:
    case FieldType::image:
      return false;
    default:
      return true;
  }
}

bool can_be_facet(FieldType type) {
  return type_names[static_cast<std::size_t>(type)].facet;
}

std::vector<std::string> all_field_type_names() {
  std::vector<std::string> names;
  for (const TypeName& row : type_names) names.emplace_back(row.name);
  return names;
}

const Field* Schema::find(std::string_view name) const {
  const auto index = index_of(name);
  return index ? &fields[*index] : nullptr;
}

std::optional<std::size_t> Schema::index_of(std::string_view name) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == name) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Schema::index_of(Role role) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].role == role) return i;
  }
  return std::nullopt;
}

bool is_shown_apart(Role role) {
  return role == Role::title || role == Role::summary || role == Role::date || role == Role::image ||
         role == Role::example || role == Role::archived || is_of_record(role);
}

Span Field::span_of(std::string_view setting) const {
  const auto found = spans.find(setting);
  return found == spans.end() ? span : found->second;
}

Schema read_schema(const RawTable& fields, const std::string& file, const std::string& section,
                   Diagnostics& diagnostics) {
  Schema schema;
  for (const RawEntry& entry : fields.entries) {
    if (!is_field_name(entry.key)) {
      diagnostics.report(Code::setting_value, {file, entry.key_span},
                         {entry.key, section,
                          both("the name of a field has letters a–z, digits and _ only",
                               "nazwa pola składa się tylko z liter a–z, cyfr i znaku _")});
      continue;
    }
    const auto* table = entry.value.as<RawTable>();
    if (!table) {
      diagnostics.report(Code::setting_type, {file, entry.value.span},
                         {entry.key, both("a field ({ type = \"text\" })", "opis pola ({ type = \"text\" })"),
                          kind_name(entry.value)});
      continue;
    }
    schema.fields.push_back(FieldReader(entry, *table, file, section + "." + entry.key, diagnostics).read());
  }
  return schema;
}

}  // namespace kronika
