// The site's datasets with their files: what the page, DCAT, schema.org and the harvester's file all tell.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/views/view.h"

namespace kronika {

/// A text by language.
using Texts = std::map<std::string, std::string, std::less<>>;

/// One file of a dataset.
struct Resource {
  std::string id;  // "rejestr-csv": names it for ever
  std::string url;
  Texts title, description;
  std::string label, note;  // for the page: "Tabela CSV dla programów", "CSV, 12 kB"
  std::string_view media_type;
  std::string_view file_type;  // of the European Union's list: "CSV"; "" where it has none
  std::uint64_t size = 0;
  std::string sha256;
  std::string schema_url;  // what it conforms to; "" : nothing is told
};

struct Dataset {
  const DatasetConfig* config = nullptr;
  const CollectionConfig* collection = nullptr;
  std::string url;  // of the collection's list
  Texts title, description;
  std::optional<Instant> first, last;  // of the dates of its entries, as far as they have some
  std::vector<Resource> resources;     // in the order of their links on the list; feeds and schemas are none
};

/// Those of collections with [dataset], in the order of site.toml. Borrows the views' configuration.
std::vector<Dataset> datasets_of(const Views& views);

/// Reports what only shows with the files' names: identifiers and titles that are too long for the national catalogue.
void check_datasets(const std::vector<Dataset>& datasets, const Views& views, Diagnostics&);

/// The text in `language`, else in the site's own, else any.
std::string_view text_in(const Texts& texts, std::string_view language, const Config& config);

/// "…/otwarte-dane/#dataset-rejestr"
std::string dataset_address(const Dataset& dataset, const Views& views);
/// "…/otwarte-dane/#file-rejestr-csv"
std::string resource_address(const Resource& resource, const Views& views);

}  // namespace kronika
