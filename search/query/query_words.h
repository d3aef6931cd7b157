// The words of a query with the lemmas that they ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/index/analysis.h"

namespace kronika {

struct QueryWord {
  std::string text;
  std::vector<std::string> lemmas;   // any of them matches
  std::vector<std::string> guesses;  // lemmas if the word was typed without diacritics; they count less
  bool excluded = false;             // written with a leading minus
};

/// The words that a query is matched by, in their order, each once. Small words are left out unless there is nothing
/// else. `languages`: those whose pages are searched.
std::vector<QueryWord> query_words(std::string_view query, const std::vector<std::string>& languages,
                                   Analysers& analysers);

}  // namespace kronika
