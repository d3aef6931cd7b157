// What the search offers while someone types.
#pragma once

#include <span>
#include <string_view>

#include "generator/views/view.h"
#include "search/index/config.h"
#include "search/index/word_list.h"
#include "search/language/dictionary.h"
#include "search/language/synonyms.h"

namespace kronika {

/// What suggestions are drawn from; all of it is borrowed.
struct SuggestionSources {
  const SiteModel& model;
  std::span<const PageContent> contents;  // parallel to model.pages
  const SearchConfig& config;
  std::span<const Synonym> synonyms;
  const CountedWords& words;  // of all pages, see IndexWriter::finish
  const PolishDictionary& dictionary;
};

/// The suggestions of one language, folded key and text → how far up it comes: titles and headings of its pages, from
/// each of their words on; labels of facet values; and for Polish, as far as they stand on the pages: synonyms, phrases
/// that come up often, nouns and adjectives as the dictionary lists them.
CountedWords suggestions(const SuggestionSources& sources, std::string_view language);

}  // namespace kronika
