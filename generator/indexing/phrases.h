// Groups of words that a site uses again and again, as candidates for what people look for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/language/dictionary.h"

namespace kronika {

/// A word of running text as far as suggestions care.
struct WordKind {
  bool is_nominal = false;     // it can be a noun, an adjective or a name: something to look for
  bool is_nominative = false;  // and is, or may be, in the nominative: as a dictionary would list it
};

/// Of a Polish word as it is written. Words that the dictionary does not know are names where they begin with a capital
/// letter.
WordKind kind_of(std::string_view word, const PolishDictionary& dictionary);

struct Phrase {
  std::string text;                  // in the nominative: "zakład aktywności zawodowej"
  std::vector<std::string> written;  // how else it is written: "zakładów aktywności zawodowej"; sorted
  std::uint32_t pages = 0;           // that have it, of those that were looked at
};

/// The texts of one page; they outlive the call.
using PageTexts = std::vector<std::string_view>;

/// Groups of two to four Polish words, inflected forms as one, that three pages or more have and that can be written in
/// the nominative; the most frequent first, 2000 at most. Of a large site an even sample of the pages is looked at, so
/// that this takes no longer than a moment.
std::vector<Phrase> frequent_phrases(const std::vector<PageTexts>& pages, const PolishDictionary& dictionary);

}  // namespace kronika
