// The catalogue of open data: [catalogue], and of each collection that is a dataset [collections.NAME.dataset].
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/schema.h"
#include "generator/core/route.h"

namespace kronika {

struct Config;
class TableReader;

/// Characters that the national catalogue takes.
inline constexpr std::size_t longest_dataset_id = 36;
inline constexpr std::size_t longest_dataset_title = 300;
inline constexpr std::size_t longest_dataset_description = 1000;

/// How often a dataset changes: in the national catalogue's words, and in the European Union's list of frequencies.
struct UpdateFrequency {
  std::string_view name;      // "everyHalfYear"
  std::string_view eu;        // "ANNUAL_2"
  std::string_view text_key;  // of the theme: "frequency_half_year"
};
/// Null for another word.
const UpdateFrequency* find_frequency(std::string_view name);

struct DatasetConfig {
  std::string id;  // for ever
  LocalText title, description;
  const UpdateFrequency* frequency = nullptr;  // never null once read without errors
  std::vector<std::string> categories;         // "SOCI": the same codes in the national and the European list
  std::map<std::string, std::vector<std::string>, std::less<>> tags;  // by language, pl or en
  std::vector<std::string> regions;                                   // TERYT codes; none: the whole country
  std::optional<bool> dynamic_data, high_value, research;
  std::optional<std::int64_t> catalogue_number;  // the national catalogue's own
  Span span;
};

struct CatalogueConfig {
  Route url;  // of its page; the files lie beside it
  LocalText title, description;
  std::string licence;       // SPDX identifier; [site] data_licence where it has none of its own
  std::string availability;  // "local", "remote" or "": whether the national catalogue keeps copies
  Span span;
};

CatalogueConfig read_catalogue(const RawTable& table, const std::string& file, Diagnostics&);

/// [collections.NAME.dataset], where there is one.
std::optional<DatasetConfig> read_dataset(TableReader& collection, const std::string& section, const std::string& file,
                                          Diagnostics&);

/// Gives the catalogue its licence, and reports what only shows together: datasets without files or with one
/// identifier, a catalogue without publisher or licence.
void settle_catalogue(Config&, Diagnostics&);

/// What a text says in this very language: written for it or, where `any` counts for it, for all; "" where nothing is.
enum class ForAll { counts, does_not_count };
std::string_view written_in(const LocalText& text, std::string_view language, ForAll any);

}  // namespace kronika
