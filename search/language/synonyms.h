// Words and abbreviations that stand for one another: "OWES" and "ośrodek wsparcia ekonomii społecznej".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/language/analyser.h"

namespace kronika {

/// Who types the one is shown pages with the other too, and not the other way round.
struct Synonym {
  std::string typed, meant;  // one or several words each
};

/// The keys that words are looked up by as a synonym: their folded lemmas with spaces between, one for each reading.
std::vector<std::string> synonym_keys(std::string_view words, const Analyser& analyser);

}  // namespace kronika
