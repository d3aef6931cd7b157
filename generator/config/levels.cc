// A place lies in a larger one: vocabularies stand under vocabularies (county › municipality), and the fields that
// choose from them stand under one another in the same way.
#include <algorithm>

#include "generator/config/collections.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

class LevelChecker {
 public:
  LevelChecker(const Config& config, Diagnostics& diagnostics) : config_(config), diagnostics_(diagnostics) {}

  void check_parent(const VocabularyConfig& vocabulary) {
    if (vocabulary.parent.empty()) return;
    if (!config_.vocabulary(vocabulary.parent)) {
      std::vector<std::string> names;
      for (const VocabularyConfig& each : config_.vocabularies) names.push_back(each.name);
      return unknown(vocabulary.parent_span, both("section [vocabularies.NAME]", "sekcja [vocabularies.NAZWA]"),
                     vocabulary.parent, names);
    }
    std::size_t level = 1;
    for (const VocabularyConfig* above = config_.vocabulary(vocabulary.parent); above;
         above = config_.vocabulary(above->parent)) {
      if (above == &vocabulary) {
        return wrong(vocabulary.parent_span, "parent", vocabulary.parent,
                     both("the vocabulary would stand under itself", "słownik stałby pod samym sobą"));
      }
      if (++level > config_.vocabularies.size()) return;  // a circle further up, told there
    }
    if (level != most_levels + 1) return;
    const std::string most = std::to_string(most_levels);
    wrong(vocabulary.parent_span, "parent", vocabulary.parent,
          both("at most " + most + " vocabularies may stand under one another",
               "jeden pod drugim mogą stać najwyżej " + most + " słowniki"));
  }

  void check_fields(const Schema& schema) {
    for (const Field& field : schema.fields) {
      if (!field.under.empty()) check_under(field, schema);
      for (const Field& column : field.fields.fields) {
        if (column.under.empty()) continue;
        wrong(column.span_of("under"), "under", column.under,
              both("only a field of a collection itself may stand under another; remove it",
                   "pod innym może stać tylko pole samej kolekcji; usuń to ustawienie"));
      }
    }
  }

 private:
  void check_under(const Field& field, const Schema& schema) {
    const Field* above = schema.find(field.under);
    if (!above) {
      std::vector<std::string> names;
      for (const Field& each : schema.fields) names.push_back(each.name);
      return unknown(field.span_of("under"), both("field of this collection", "pole tej kolekcji"), field.under, names);
    }
    const VocabularyConfig* own = config_.vocabulary(field.vocabulary);
    if (!own || field.value_type() != FieldType::choice) return;  // told already
    if (own->parent.empty() || own->parent != above->vocabulary) {
      wrong(field.span_of("under"), "under", field.under,
            both("its vocabulary is not the parent of '" + own->name + "'; see [vocabularies." + own->name + "] parent",
                 "jego słownik nie jest nadrzędny wobec „" + own->name + "”; zobacz [vocabularies." + own->name +
                     "] parent"));
    } else if (field.facet && !above->facet) {
      wrong(field.span_of("under"), "under", field.under,
            both("the filter of that field would show these values, but it has none; give it facet = true",
                 "te wartości pokazywałby filtr tamtego pola, a nie ma ono filtra; dopisz mu facet = true"));
    }
  }

  void wrong(const Span& span, std::string_view setting, const std::string& value, std::string reason) {
    diagnostics_.report(Code::setting_value, {config_.file, span}, {value, std::string(setting), std::move(reason)});
  }

  void unknown(const Span& span, std::string what, const std::string& name, std::span<const std::string> names) {
    diagnostics_.report(Code::unknown_reference_target, {config_.file, span}, {std::move(what), name},
                        nearest(name, names));
  }

  const Config& config_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_levels(const Config& config, Diagnostics& diagnostics) {
  LevelChecker checker(config, diagnostics);
  for (const VocabularyConfig& vocabulary : config.vocabularies) checker.check_parent(vocabulary);
  for (const CollectionConfig& collection : config.collections) checker.check_fields(collection.schema);
}

}  // namespace kronika
