// What one section of site.toml says about another: checked once all are read, so that their order does not matter.
#include <map>

#include "generator/config/collections.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

template <class Section>
std::vector<std::string> names_of(const std::vector<Section>& sections) {
  std::vector<std::string> names;
  for (const Section& section : sections) names.push_back(section.name);
  return names;
}

void check_targets(const Schema& schema, const Config& config, Diagnostics& diagnostics) {
  for (const Field& field : schema.fields) {
    if (!field.vocabulary.empty() && !config.vocabulary(field.vocabulary)) {
      diagnostics.report(Code::unknown_reference_target, {config.file, field.span_of("vocabulary")},
                         {both("section [vocabularies.NAME]", "sekcja [vocabularies.NAZWA]"), field.vocabulary},
                         nearest(field.vocabulary, names_of(config.vocabularies)));
    }
    if (!field.collection.empty() && !config.collection(field.collection)) {
      diagnostics.report(Code::unknown_reference_target, {config.file, field.span_of("collection")},
                         {both("collection", "kolekcja"), field.collection},
                         nearest(field.collection, names_of(config.collections)));
    }
    check_targets(field.fields, config, diagnostics);
  }
}

void check_home(const Config& config, Diagnostics& diagnostics) {
  for (const std::string& name : config.home) {
    if (config.collection(name)) continue;
    diagnostics.report(Code::unknown_reference_target, {config.file, config.home_span},
                       {both("collection", "kolekcja"), name}, nearest(name, names_of(config.collections)));
  }
}

}  // namespace

void check_names(const Config& config, Diagnostics& diagnostics) {
  std::map<std::string, std::string> taken;  // list address → section
  const auto claim = [&](const Route& route, const std::string& section, const Span& span) {
    const auto [found, fresh] = taken.emplace(route.path(), section);
    if (!fresh) diagnostics.report(Code::same_route, {config.file, span}, {route.path(), "[" + found->second + "]"});
  };
  for (const CollectionConfig& collection : config.collections) {
    check_targets(collection.schema, config, diagnostics);
    claim(collection.list_route, "collections." + collection.name, collection.span);
  }
  for (const VocabularyConfig& vocabulary : config.vocabularies) {
    if (vocabulary.pages) claim(*vocabulary.pages, "vocabularies." + vocabulary.name, vocabulary.span);
  }
  for (const TableConfig& table : config.tables) {
    check_targets(table.fields, config, diagnostics);
    if (!config.vocabulary(table.name)) continue;
    diagnostics.report(Code::setting_value, {config.file, table.span},
                       {table.name, "tables",
                        both("a vocabulary has this name, and both would be read from one file; choose another",
                             "tę nazwę ma słownik, a oba byłyby czytane z jednego pliku; wybierz inną")});
  }
  claim(config.search_path, "search", {0, 0, 1});
  check_home(config, diagnostics);
  if (config.date_facet && is_request_parameter(config.front_matter.date)) {
    diagnostics.report(Code::setting_value, {config.file, config.date_facet_span},
                       {"true", "date_facet",
                        both("the filter would be called '" + config.front_matter.date +
                                 "', which the search itself uses; choose another [front_matter] date",
                             "filtr nazywałby się „" + config.front_matter.date +
                                 "”, a tej nazwy używa wyszukiwarka; zmień [front_matter] date")});
  }
}

}  // namespace kronika
