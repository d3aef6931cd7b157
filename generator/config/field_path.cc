// Every name in a path is held against the schema that it stands for when site.toml is read, so that a rule with a
// typing error is never a rule that holds.
#include "generator/config/field_path.h"

#include <algorithm>

#include "generator/config/config.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

std::optional<PathEnd> unknown(const FieldPath& path, const std::string& name, const Schema& schema,
                               const Config& config, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Field& field : schema.fields) names.push_back(field.name);
  diagnostics.report(Code::unknown_reference_target, {config.file, path.span},
                     {both("field (of the path '" + path.text + "')", "pole (ścieżki „" + path.text + "”)"), name},
                     nearest(name, names));
  return std::nullopt;
}

}  // namespace

const Field& term_text() {
  static const Field field;
  return field;
}

FieldPath field_path(std::string text, const Span& span) {
  FieldPath path{std::move(text), span, {}};
  for (std::size_t at = 0; at <= path.text.size();) {
    const auto dot = std::min(path.text.find('.', at), path.text.size());
    path.names.push_back(path.text.substr(at, dot - at));
    at = dot + 1;
  }
  return path;
}

std::optional<PathEnd> follow(const FieldPath& path, const CollectionConfig& from, const Field* row,
                              const Config& config, Diagnostics& diagnostics) {
  const Schema* schema = row ? &row->fields : &from.schema;
  PathEnd end{nullptr, nullptr};
  for (std::size_t i = 0; i < path.names.size(); ++i) {
    const std::string& name = path.names[i];
    if (i == 0 && name == entry_name) {
      schema = &from.schema;
      end = {nullptr, &from};
      continue;
    }
    const Field* field = schema->find(name);
    if (!field && i == 0 && row) field = from.schema.find(name);
    if (!field) return unknown(path, name, *schema, config, diagnostics);
    end = {field, nullptr};
    if (field->value_type() == FieldType::choice && &name != &path.names.back()) {
      end.field = &term_text();  // a further column of the vocabulary's file
      return end;
    }
    static const Schema no_fields;
    schema = &field->fields;
    if (field->value_type() == FieldType::reference) {
      const CollectionConfig* target = config.collection(field->collection);
      schema = target ? &target->schema : &no_fields;
    }
  }
  return end;
}

}  // namespace kronika
