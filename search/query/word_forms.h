// Which words of the site's texts are the ones that were asked for, in any of their forms.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index/reader.h"
#include "search/query/query_words.h"

namespace kronika {

/// The forms in which a word of a query stands on pages of a language, in lower case and without dots: those that share
/// a lemma with it, and the word as typed. They are listed with the index, so no text has to be analysed. At most some
/// thousand.
std::vector<std::string> forms_of(const QueryWord& word, std::string_view language, const IndexReader& index);

/// Finds the words of a query in texts of one language.
class WantedForms {
 public:
  /// `number`: what `find` gives for this form. The first of several stays.
  void add(const std::string& form, int number);

  /// The number of a word as it stands in a text, -1 for one that is not wanted.
  int find(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::bitset<65536> beginnings_;  // the first two bytes of the forms, in any case: spares most words a look-up
  std::unordered_map<std::string, int, Hash, std::equal_to<>> forms_;
};

}  // namespace kronika
