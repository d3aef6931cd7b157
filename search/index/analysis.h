// The analysers of a site's languages.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "search/language/analyser.h"

namespace kronika {

/// Polish goes through the dictionary, other languages through Xapian's stemmer, or none where it has none.
/// One a thread. The dictionary must outlive it.
class Analysers {
 public:
  explicit Analysers(const PolishDictionary& dictionary) : dictionary_(dictionary) {}
  const Analyser& of(std::string_view language);

 private:
  const PolishDictionary& dictionary_;
  std::map<std::string, std::unique_ptr<Analyser>, std::less<>> made_;
};

}  // namespace kronika
