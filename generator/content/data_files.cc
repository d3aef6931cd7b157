// Reads content/_data/ as a whole: vocabularies first, since tables choose from them, then the defaults of all fields.
#include "generator/content/data_files.h"

#include "generator/config/text_file.h"
#include "generator/content/field_types.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

constexpr std::string_view data_folder = "content/_data/";

/// The file there is whose name is most like the one wanted; "" : none is.
std::string meant_file(const std::string& stem, const Source& source) {
  std::vector<std::string> paths;
  for (const SourceFile& file : source.files()) {
    const bool data = file.path.ends_with(".csv") || file.path.ends_with(".toml");
    if (data && file.path.starts_with(data_folder)) paths.push_back(file.path.substr(data_folder.size()));
  }
  const std::string name = stem.substr(data_folder.size());
  for (const std::string_view ending : {".csv", ".toml"}) {
    const std::string near = nearest(name + std::string(ending), paths);
    if (near.ends_with(ending)) return std::string(data_folder) + near;
  }
  return "";
}

void check_defaults(const Schema& schema, const FieldContext& context) {
  for (const Field& field : schema.fields) {
    const bool beside_each_page = field.value_type() == FieldType::file || field.value_type() == FieldType::image;
    if (field.default_value && !beside_each_page) read_field(*field.default_value, field, field.name, context);
    check_defaults(field.fields, context);
  }
}

/// Whoever needs help must reach someone: addresses of the declaration are held to what fields of their type are.
void check_declared_contact(const Config& config, const FieldContext& context) {
  if (!config.declaration) return;
  const DeclarationConfig& declared = *config.declaration;
  const auto check = [&](const char* key, const std::string& value, FieldType type) {
    Field field;
    field.name = key;
    field.type = type;
    if (!value.empty()) read_field({value, declared.span_of(key), {}}, field, key, context);
  };
  check("email", declared.email, FieldType::email);
  check("phone", declared.phone, FieldType::phone);
}

}  // namespace

std::optional<DataFile> read_data_file(const std::string& name, const Place& section, std::string what,
                                       const Source& source, Diagnostics& diagnostics) {
  const std::string stem = std::string(data_folder) + name;
  const std::string toml = stem + ".toml", csv = stem + ".csv";
  const SourceFile* written = source.find(toml);
  const SourceFile* sheet = source.find(csv);
  if (!written && !sheet) {
    diagnostics.report(Code::unknown_reference_target, section,
                       {std::move(what), both(csv + " or .toml", csv + " albo .toml")}, meant_file(stem, source));
    return std::nullopt;
  }
  if (written && sheet) diagnostics.report(Code::two_data_files, {csv, {0, 0, 1}}, {csv, toml});
  const SourceFile& file = written ? *written : *sheet;
  if (file.kind != FileKind::regular) return std::nullopt;  // told by page_paths
  auto text = text_of_file(source.read(file.path), file.path, diagnostics);
  if (!text) return std::nullopt;
  return DataFile{file.path, written ? DataFile::Format::toml : DataFile::Format::csv, std::move(*text)};
}

SiteData read_site_data(const Source& source, const Config& config, Diagnostics& diagnostics) {
  SiteData out;
  out.vocabularies = read_vocabularies(source, config, diagnostics);
  read_tiles(out.vocabularies, config, diagnostics);
  out.tables = read_tables(source, config, out.vocabularies, diagnostics);
  out.projects = read_projects(source, config, out.vocabularies, diagnostics);
  const FieldContext context{out.vocabularies, out.tables, source, config.file, "content", Typing::strict, diagnostics};
  for (const TableConfig& table : config.tables) check_defaults(table.fields, context);
  for (const CollectionConfig& collection : config.collections) check_defaults(collection.schema, context);
  check_declared_contact(config, context);
  return out;
}

}  // namespace kronika
