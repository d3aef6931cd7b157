// content/_data/: what vocabularies and tables have in common, and the parts of read_site_data.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "generator/content/content.h"

namespace kronika {

/// The file of a section of site.toml, found and decoded.
struct DataFile {
  enum class Format { toml, csv };
  std::string path;
  Format format = Format::toml;
  std::string text;
};

/// content/_data/NAME.toml or NAME.csv. Nothing when there is neither (reported at `section`, a place in site.toml;
/// `what` names the file in the message, by both()), or when it cannot be read; two of them are reported too.
std::optional<DataFile> read_data_file(const std::string& name, const Place& section, std::string what, const Source&,
                                       Diagnostics&);

/// The vocabularies alone: see SiteData.
std::vector<Vocabulary> read_vocabularies(const Source&, const Config&, Diagnostics&);

/// Fills Term::tile from the terms' further texts, checks that no two tiles stand in one place, and that the vocabulary
/// of a collection's `map` has tiles.
void read_tiles(std::vector<Vocabulary>&, const Config&, Diagnostics&);

/// The projects of [funding]: every term of its vocabulary, held against what a strip of marks must have. Those with
/// mistakes are left out.
std::vector<FundedProject> read_projects(const Source&, const Config&, std::span<const Vocabulary> vocabularies,
                                         Diagnostics&);

/// The tables alone: see SiteData. A choice in them is one of `vocabularies`.
std::vector<DataTable> read_tables(const Source&, const Config&, std::span<const Vocabulary> vocabularies,
                                   Diagnostics&);

}  // namespace kronika
