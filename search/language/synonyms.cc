// Keys are lemmas, so that synonyms are found whatever form they are typed in; they are worked out once, by the
// generator, since the search program has a millisecond.
#include "search/language/synonyms.h"

namespace kronika {
namespace {

constexpr std::size_t most_readings = 32;  // where several words are ambiguous

}  // namespace

std::vector<std::string> synonym_keys(std::string_view words, const Analyser& analyser) {
  std::vector<std::string> keys = {""};
  for (const AnalysedWord& word : analyze(words, analyser)) {
    std::vector<std::string> longer;
    for (const std::string& key : keys)
      for (const std::string& lemma : word.lemmas)
        if (longer.size() < most_readings) longer.push_back(key.empty() ? lemma : key + " " + lemma);
    keys = std::move(longer);
  }
  std::erase(keys, "");
  return keys;
}

}  // namespace kronika
