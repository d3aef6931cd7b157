// Marks are declared once, with the sizes of their pictures, so that whether one is greater than the flag of the Union
// does not depend on an eye.
#include "generator/config/funding.h"

#include <algorithm>

#include "generator/config/config.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

constexpr std::int64_t largest_side = 10'000;

FundingMark read_mark(const RawEntry& entry, const RawTable& table, const std::string& file, Diagnostics& diagnostics) {
  TableReader reader(table, file, "funding.marks." + entry.key, diagnostics);
  FundingMark out;
  out.name = entry.key;
  out.image = reader.required_text("image");
  out.image_span = reader.place("image").span;
  const RawValue* label = reader.value("label");
  if (!label) reader.required_text("label");
  if (label) out.label = read_local_text(*label, "label", file, diagnostics);
  const auto side = [&](const char* key) {
    if (!table.find(key)) reader.required_text(key);
    return static_cast<int>(reader.integer(key, 1, largest_side).value_or(1));
  };
  out.width = side("width");
  out.height = side("height");
  out.eu_flag = reader.yes_no("eu_flag").value_or(false);
  reader.finish();
  return out;
}

bool is_single_choice(const Field* field) {
  return field && field->type == FieldType::choice;
}

}  // namespace

const FundingMark* FundingConfig::mark(std::string_view name) const {
  const auto found = std::find_if(marks.begin(), marks.end(), [&](const FundingMark& m) { return m.name == name; });
  return found == marks.end() ? nullptr : &*found;
}

std::vector<std::string> FundingConfig::mark_names() const {
  std::vector<std::string> out;
  for (const FundingMark& each : marks) out.push_back(each.name);
  return out;
}

FundingConfig read_funding(const RawTable& table, const std::string& file, Diagnostics& diagnostics) {
  TableReader reader(table, file, "funding", diagnostics);
  FundingConfig out;
  out.span = table.span;
  out.field = reader.required_text("field");
  out.field_span = reader.place("field").span;
  out.default_project = reader.text("default").value_or("");
  out.default_span = reader.place("default").span;
  if (const RawTable* marks = reader.table("marks")) {
    for (const RawEntry& entry : marks->entries) {
      if (const auto* mark = entry.value.as<RawTable>()) {
        out.marks.push_back(read_mark(entry, *mark, file, diagnostics));
      } else {
        diagnostics.report(
            Code::setting_type, {file, entry.value.span},
            {entry.key, both("a table [funding.marks.NAME]", "tabela [funding.marks.NAZWA]"), kind_name(entry.value)});
      }
    }
  }
  const bool has_flag =
      std::any_of(out.marks.begin(), out.marks.end(), [](const FundingMark& each) { return each.eu_flag; });
  if (!has_flag) diagnostics.report(Code::missing_setting, {file, table.span}, {"eu_flag", "funding.marks.NAME"});
  reader.finish();
  return out;
}

void settle_funding(Config& config, Diagnostics& diagnostics) {
  if (!config.funding || config.funding->field.empty()) return;
  FundingConfig& out = *config.funding;
  const Place place{config.file, out.field_span};
  const Field* common = config.common_fields.find(out.field);
  if (!is_single_choice(common)) {
    std::vector<std::string> candidates;
    for (const Field& each : config.common_fields.fields)
      if (is_single_choice(&each)) candidates.push_back(each.name);
    diagnostics.report(
        Code::setting_value, place,
        {out.field, "field",
         both("it is a field of [common_fields] of the type choice", "to pole z sekcji [common_fields], typu choice")},
        nearest(out.field, candidates));
    return;
  }
  out.vocabulary = common->vocabulary;
  for (const CollectionConfig& collection : config.collections) {
    const Field* own = collection.schema.find(out.field);
    if (!own || (is_single_choice(own) && own->vocabulary == out.vocabulary)) continue;
    diagnostics.report(
        Code::setting_value, {config.file, own->span},
        {out.field, "collections." + collection.name + ".fields",
         both("[funding] takes the project from this field: make it a choice of '" + out.vocabulary + "'",
              "z tego pola sekcja [funding] bierze projekt: ma to być choice ze słownika „" + out.vocabulary + "”")});
  }
}

}  // namespace kronika
