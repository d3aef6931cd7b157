// What a file of data needs is asked of the schema once, here, so that writers need not fear a calendar without days.
#include "generator/config/exports.h"

#include <algorithm>
#include <string>
#include <utility>

#include "generator/core/nearest.h"

namespace kronika {
namespace {

constexpr std::pair<std::string_view, Export> export_names[] = {
    {"csv", Export::csv},   {"json", Export::json},   {"atom", Export::atom},
    {"ical", Export::ical}, {"vcard", Export::vcard}, {"geojson", Export::geojson},
};

/// One of the names in `exports`, at its own place.
void refuse(TableReader& reader, std::string name, std::string reason, Diagnostics& diagnostics,
            std::string suggestion = {}) {
  Place place = reader.place("exports");
  const RawValue* written = reader.value("exports");
  if (const auto* names = written ? written->as<RawArray>() : nullptr) {
    for (const RawValue& each : *names) {
      const auto* text = each.as<std::string>();
      if (text && *text == name) place.span = each.span;
    }
  }
  diagnostics.report(Code::setting_value, place, {std::move(name), "exports", std::move(reason)},
                     std::move(suggestion));
}

}  // namespace

bool CollectionConfig::has(Export wanted) const {
  return std::find(exports.begin(), exports.end(), wanted) != exports.end();
}

std::vector<Export> read_export_names(TableReader& collection, Diagnostics& diagnostics) {
  std::vector<Export> out;
  std::vector<std::string> known;
  for (const auto& [name, format] : export_names) known.emplace_back(name);
  for (const std::string& given : collection.texts("exports").value_or(std::vector<std::string>{})) {
    const auto* found = std::find_if(std::begin(export_names), std::end(export_names),
                                     [&](const auto& each) { return each.first == given; });
    if (found != std::end(export_names)) {
      out.push_back(found->second);
    } else {
      refuse(collection, given,
             both("it may be csv, json, atom, ical, vcard or geojson",
                  "może to być csv, json, atom, ical, vcard albo geojson"),
             diagnostics, nearest(given, known));
    }
  }
  const auto feed = collection.yes_no("feed");
  if (feed == true) out.push_back(Export::atom);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (feed == false && std::find(out.begin(), out.end(), Export::atom) != out.end()) {
    diagnostics.report(Code::setting_value, collection.place("feed"),
                       {"false", "feed",
                        both("'exports' asks for \"atom\", which is the same feed; remove one of them",
                             "„exports” zawiera \"atom\", czyli ten sam kanał; usuń jedno z nich")});
  }
  return out;
}

void check_exports(const CollectionConfig& collection, TableReader& reader, Diagnostics& diagnostics) {
  const std::vector<Field>& fields = collection.schema.fields;
  if (collection.has(Export::ical) && !collection.schema.index_of(Role::start)) {
    refuse(reader, "ical",
           both("a calendar needs a field of the type date or datetime with role = \"start\"",
                "kalendarz wymaga pola typu date albo datetime z role = \"start\""),
           diagnostics);
  }
  const bool placed = std::any_of(fields.begin(), fields.end(),
                                  [](const Field& field) { return field.value_type() == FieldType::position; });
  if (collection.has(Export::geojson) && !placed) {
    refuse(reader, "geojson", both("a map needs a field of the type position", "mapa wymaga pola typu position"),
           diagnostics);
  }
}

}  // namespace kronika
