// The table of types, and reading what holds other values: lists and tables.
#include "generator/content/field_types.h"

#include "generator/core/nearest.h"

namespace kronika {
namespace {

constexpr FieldTypeInfo table[] = {
#define KRONIKA_FIELD_TYPE(type, name, facet, english, polish, read, display, plain) \
  {FieldType::type, name, english, polish, read, display, plain},
#include "generator/config/field_types.def"
#undef KRONIKA_FIELD_TYPE
};

Record read_row(const RawTable& row, const FieldInput& input) {
  const Schema& schema = input.field.fields;
  const FieldContext& context = input.context;
  const std::string prefix = std::string(input.name) + ".";
  Record record;
  for (const Field& field : schema.fields) {
    const RawValue* raw = row.find(field.name);
    FieldValue value;
    if (raw && !raw->is_null()) {
      value = read_field(*raw, field, prefix + field.name, context);
    } else if (!field.required) {
      value = default_of(field, context);
    }
    if (field.required && (!raw || raw->is_null() || is_blank(value))) {
      context.diagnostics.report(Code::missing_key, {std::string(context.file), raw ? raw->span : row.span},
                                 {prefix + field.name, both(field.label.in("en"), field.label.in("pl"))});
    }
    record.values.push_back(std::move(value));
  }
  for (const RawEntry& entry : row.entries) {
    if (schema.find(entry.key)) continue;
    std::vector<std::string> names;
    for (const Field& field : schema.fields) names.push_back(field.name);
    context.diagnostics.report(Code::unknown_record_key, {std::string(context.file), entry.key_span},
                               {entry.key, std::string(input.name)}, nearest(entry.key, names));
  }
  return record;
}

}  // namespace

const FieldTypeInfo& info(FieldType type) {
  return table[static_cast<std::size_t>(type)];
}

FieldValue FieldInput::wrong_type(FieldType wanted) const {
  const FieldTypeInfo& type = info(wanted);
  report(Code::wrong_type, {std::string(name), both(type.english, type.polish), kind_name(raw)});
  return {{}, raw.span};
}

FieldValue FieldInput::bad(std::string reason, std::string suggestion) const {
  report(Code::bad_value, {text().value_or("…"), std::string(name), std::move(reason)}, std::move(suggestion));
  return {{}, raw.span};
}

void FieldInput::report(Code code, std::vector<std::string> arguments, std::string suggestion) const {
  context.diagnostics.report(code, {std::string(context.file), raw.span}, std::move(arguments), std::move(suggestion));
}

std::optional<std::string> FieldInput::text() const {
  if (const auto* written = raw.as<std::string>()) return *written;
  if (!raw.plain.empty()) return raw.plain;
  return std::nullopt;
}

FieldValue read_field(const RawValue& raw, const Field& field, std::string_view name, const FieldContext& context) {
  return info(field.type).read({raw, field, name, context});
}

FieldValue default_of(const Field& field, const FieldContext& context) {
  if (!field.default_value) return {};
  Diagnostics ignored;
  const FieldContext silent{context.vocabularies, context.tables, context.source, context.file,
                            context.folder,       context.typing, ignored,        context.language,
                            context.site_language};
  RawValue written = *field.default_value;
  if (!field.default_texts.empty()) {
    const bool has_own = field.default_texts.by_language.contains(context.language);
    written.value = field.default_texts.in(has_own ? context.language : context.site_language);
  }
  FieldValue value = read_field(written, field, field.name, silent);
  value.span = {};
  return value;
}

bool is_blank(const FieldValue& value) {
  if (const auto* text = value.as<std::string>()) return text->empty();
  if (const auto* list = value.as<ValueList>()) return list->empty();
  if (const auto* rows = value.as<RecordList>()) return rows->rows.empty();
  return false;
}

FieldValue read_list(const FieldInput& input) {
  const auto* items = input.raw.as<RawArray>();
  if (!items) return input.wrong_type(FieldType::list);
  const FieldTypeInfo& element = info(input.field.value_type());
  ValueList values;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::string name = std::string(input.name) + "[" + std::to_string(i + 1) + "]";
    FieldValue value = element.read({(*items)[i], input.field, name, input.context});
    if (!value.empty()) values.push_back(std::move(value));
  }
  return input.give(std::move(values));
}

FieldValue read_table(const FieldInput& input) {
  RecordList out;
  if (const auto* single = input.raw.as<RawTable>()) {
    out.rows.push_back(read_row(*single, input));
    return input.give(std::move(out));
  }
  const auto* rows = input.raw.as<RawArray>();
  if (!rows) return input.wrong_type();
  for (const RawValue& raw : *rows) {
    if (const auto* row = raw.as<RawTable>()) {
      out.rows.push_back(read_row(*row, input));
    } else {
      FieldInput{raw, input.field, input.name, input.context}.wrong_type();
    }
  }
  return input.give(std::move(out));
}

}  // namespace kronika
