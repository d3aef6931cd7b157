// Maps of tiles are drawn from what a vocabulary says of its own terms: nothing here knows a region.
#include <algorithm>
#include <charconv>
#include <map>

#include "generator/content/data_files.h"

namespace kronika {
namespace {

constexpr const char* row_key = "tile_row";
constexpr const char* column_key = "tile_column";
constexpr const char* label_key = "tile_label";

class TileReader {
 public:
  TileReader(Vocabulary& vocabulary, Diagnostics& diagnostics) : vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  void read() {
    for (Term& term : vocabulary_.terms) {
      const std::string row = text_of(term, row_key), column = text_of(term, column_key);
      if (row.empty() && column.empty()) continue;
      const auto in_row = number(term, row_key, row);
      const auto in_column = number(term, column_key, column);
      if (!in_row || !in_column) continue;
      const auto [other, free] = taken_.emplace(std::pair(*in_row, *in_column), &term);
      if (free) {
        term.tile = Tile{*in_row, *in_column, text_of(term, label_key)};
      } else {
        diagnostics_.report(Code::same_tile, place_of(term), {term.value, other->second->value, row, column});
      }
    }
  }

 private:
  static std::string text_of(const Term& term, const char* key) {
    const auto found = term.extra.find(key);
    return found == term.extra.end() ? "" : found->second;
  }

  Place place_of(const Term& term) const { return {vocabulary_.file, term.span}; }

  std::optional<int> number(const Term& term, const char* key, const std::string& text) {
    if (text.empty()) {
      diagnostics_.report(Code::missing_key, place_of(term),
                          {key, both("where the tile stands", "miejsce kafelka na mapie")});
      return std::nullopt;
    }
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && value >= 1 && value <= most_tiles) return value;
    diagnostics_.report(Code::bad_value, place_of(term), {text, key, bounds(1, most_tiles)});
    return std::nullopt;
  }

  Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  std::map<std::pair<int, int>, const Term*> taken_;
};

void check_map(const CollectionConfig& collection, const std::vector<Vocabulary>& vocabularies, const Config& config,
               Diagnostics& diagnostics) {
  const Field* field = collection.map.empty() ? nullptr : collection.schema.find(collection.map);
  if (!field) return;
  for (const Vocabulary& vocabulary : vocabularies) {
    if (vocabulary.name != field->vocabulary || vocabulary.terms.empty() || vocabulary.has_tiles()) continue;
    diagnostics.report(
        Code::setting_value, {config.file, collection.map_span},
        {collection.map, "map",
         both("no term of the vocabulary '" + vocabulary.name + "' has the keys tile_row and tile_column",
              "żadne hasło słownika „" + vocabulary.name + "” nie ma kluczy tile_row i tile_column")});
  }
}

}  // namespace

bool Vocabulary::has_tiles() const {
  return std::any_of(terms.begin(), terms.end(), [](const Term& term) { return term.tile.has_value(); });
}

void read_tiles(std::vector<Vocabulary>& vocabularies, const Config& config, Diagnostics& diagnostics) {
  for (Vocabulary& vocabulary : vocabularies) TileReader(vocabulary, diagnostics).read();
  for (const CollectionConfig& collection : config.collections) {
    check_map(collection, vocabularies, config, diagnostics);
  }
}

}  // namespace kronika
