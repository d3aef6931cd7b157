// Counts by term as tiles, a way into lists that is quicker for those who know the region than for those who read
// names.
#include "generator/views/maps.h"

#include <algorithm>

#include "generator/views/routes.h"

namespace kronika {
namespace {

constexpr const char* page_map_id = "k-map";

ValueContext context_of(const Views& views) {
  return {views.model, views.theme, views.links, views.source, views.config.language};
}

bool holds(const FieldValue& value, const std::string& key) {
  if (const auto* list = value.as<ValueList>()) {
    return std::any_of(list->begin(), list->end(), [&](const FieldValue& each) { return holds(each, key); });
  }
  const auto* text = value.as<std::string>();
  return text && *text == key;
}

/// Of the view's own, one a page.
std::string drawn(TileMap map, const std::string& what, const Views& views) {
  map.id = page_map_id;
  map.unit = views.theme.text(map.language, "map_entries");
  map.title = what + ": " + map.unit;
  return draw(map);
}

}  // namespace

ChartWords chart_words(const Theme& theme, std::string_view language) {
  const auto text = [&](const char* key) { return theme.text(language, key); };
  return {text("chart_bars"),  text("chart_lines"),   text("chart_parts"),  text("map_tiles"),   text("map_links"),
          text("chart_items"), text("chart_highest"), text("chart_lowest"), text("chart_total"), text("chart_no_data")};
}

TileMap map_of(const Vocabulary& vocabulary, const ValueContext& context,
               const std::function<std::optional<double>(const Term&)>& value) {
  TileMap map;
  map.language = std::string(context.language);
  map.words = chart_words(context.theme, context.language);
  for (const Term& term : vocabulary.terms) {
    if (!term.tile) continue;
    const std::string& name = term.label.in(context.language);
    const auto route = term_route(context.model, vocabulary.name, term.value);
    map.tiles.push_back({term.tile->row, term.tile->column, term.tile->label.empty() ? name : term.tile->label, name,
                         route ? context.url(*route) : "", value(term)});
  }
  return map;
}

std::string terms_map(std::size_t which, const Views& views) {
  const Vocabulary& vocabulary = views.model.vocabularies[which];
  if (!vocabulary.has_tiles()) return "";
  const auto count = [&](const Term& term) -> std::optional<double> {
    for (const TermEntries& entries : views.model.terms) {
      if (entries.vocabulary == which && vocabulary.terms[entries.term].value == term.value)
        return static_cast<double>(entries.pages.size());
    }
    return 0;
  };
  return drawn(map_of(vocabulary, context_of(views), count),
               views.config.vocabularies[which].title.in(views.config.language), views);
}

std::string collection_map(const Collection& collection, const Views& views) {
  const CollectionConfig& config = *collection.config;
  const auto field = config.map.empty() ? std::nullopt : config.schema.index_of(config.map);
  const Vocabulary* vocabulary = field ? views.model.vocabulary(config.schema.fields[*field].vocabulary) : nullptr;
  if (!vocabulary || !vocabulary->has_tiles()) return "";
  const auto count = [&](const Term& term) -> std::optional<double> {
    return static_cast<double>(std::count_if(collection.entries.begin(), collection.entries.end(), [&](PageId id) {
      return holds(views.model.page(id).fields[*field], term.value);
    }));
  };
  return drawn(map_of(*vocabulary, context_of(views), count), config.title.in(views.config.language), views);
}

}  // namespace kronika
