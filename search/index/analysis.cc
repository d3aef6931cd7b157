// Stemmers come from Xapian, which search/language does not know.
#include "search/index/analysis.h"

#include <xapian.h>

namespace kronika {
namespace {

StemFunction xapian_stemmer(const std::string& language) {
  try {
    return [stem = Xapian::Stem(language)](const std::string& word) { return stem(word); };
  } catch (const Xapian::InvalidArgumentError&) {
    return {};
  }
}

}  // namespace

const Analyser& Analysers::of(std::string_view language) {
  const auto known = made_.find(language);
  if (known != made_.end()) return *known->second;
  std::string name(language);
  auto made = name == "pl" ? polish_analyser(dictionary_) : stemming_analyser(name, xapian_stemmer(name));
  return *made_.emplace(std::move(name), std::move(made)).first->second;
}

}  // namespace kronika
