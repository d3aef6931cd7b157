// Synonyms that editors keep in content/_data/.
#pragma once

#include <vector>

#include "generator/config/config.h"
#include "generator/core/diagnostics.h"
#include "generator/source/source.h"
#include "search/language/synonyms.h"

namespace kronika {

/// Reads content/_data/NAME.toml or NAME.csv, as `[search] synonyms = "NAME"` says; nothing where it is not set. TOML:
/// `PES = "podmiot ekonomii społecznej"` or a list, each both ways, and `[one_way]` with more. CSV: the columns `word`,
/// `synonym` and `one_way` ("yes", or empty). Mistakes are reported.
std::vector<Synonym> read_synonyms(const Source& source, const Config& config, Diagnostics& diagnostics);

}  // namespace kronika
