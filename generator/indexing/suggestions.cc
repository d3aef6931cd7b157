// A suggestion must lead to something, so all of them come from the site itself.
#include "generator/indexing/suggestions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "generator/indexing/describe.h"
#include "generator/indexing/phrases.h"
#include "search/language/analyser.h"
#include "search/language/tokens.h"
#include "search/language/words.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t longest_key = 60, longest_text = 120;  // bytes
constexpr std::size_t least_letters = 4;                     // of a word
constexpr std::size_t most_starts = 8;                       // words of a text that a query may begin with

// How far up a suggestion comes. What begins in the middle of a text comes half as far.
constexpr std::uint32_t rank_of_label = 60, rank_of_synonym = 50, rank_of_title = 40, rank_of_heading = 10;
constexpr std::uint32_t most_of_word = 50;                          // a word: how often it is used
constexpr std::uint32_t least_of_phrase = 30, most_of_phrase = 90;  // a phrase: so much, and the pages that have it
constexpr std::uint32_t rank_of_page = 3;

std::string capitalised(std::string_view word) {
  const Decoded first = decode_utf8(word, 0);
  std::string out;
  append_utf8(out, upper(first.code_point));
  return out.append(word.substr(first.length));
}

/// "OWES", "Pzp": a word with two capitals, or of two or three letters.
bool is_abbreviation(std::string_view text) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (next.code_point == U' ') return false;
    capitals += lower(next.code_point) != next.code_point ? 1 : 0;
    at += next.length;
  }
  return capitals >= 2 || (capitals == 1 && count_code_points(text) <= 3);
}

class Collector {
 public:
  Collector(const SuggestionSources& sources, std::string_view language)
      : sources_(sources), language_(language), analyser_(polish_analyser(sources.dictionary)) {}

  void add_pages() {
    std::map<std::string_view, std::size_t> headings;
    for_each_page([&](const Page& page, const RenderedPage& body) {
      add_from_each_word(page.title, rank_of_title);
      for (const TextSection& section : body.sections) ++headings[section.heading];
    });
    for (const auto& [heading, count] : headings)  // what many pages have says nothing of any
      if (count == 1 && heading.find(' ') != std::string_view::npos)
        add_from_each_word(std::string(heading), rank_of_heading);
  }

  void add_labels() {
    const SearchConfig& config = sources_.config;
    const std::size_t number = config.language(language_).value_or(0);
    for (const Facet& facet : config.facets) {
      if (facet.range) continue;  // a number says nothing by itself
      for (const FacetValue& value : facet.values) add_from_each_word(value.labels[number], rank_of_label);
    }
  }

  void add_phrases() {
    std::vector<PageTexts> pages;
    for_each_page([&](const Page& page, const RenderedPage& body) {
      PageTexts texts{page.title, page.summary};
      for (const TextSection& section : body.sections) texts.insert(texts.end(), {section.heading, section.text});
      pages.push_back(std::move(texts));
    });
    for (const Phrase& phrase : frequent_phrases(pages, sources_.dictionary)) {
      const std::uint32_t rank = std::min(least_of_phrase + rank_of_page * phrase.pages, most_of_phrase);
      add_from_each_word(phrase.text, rank);
      for (const std::string& written : phrase.written) add_from_each_word(written, phrase.text, rank / 2);
    }
  }

  void add_synonyms() {
    if (sources_.synonyms.empty()) return;
    for (const auto& names : sources_.words) note_lemmas(names.first.second);
    // What people call by a word that the pages avoid is found, and not suggested.
    for (const Synonym& synonym : sources_.synonyms) {
      const bool is_short = is_abbreviation(synonym.typed), leads_on = has_all_words(synonym.meant);
      if (is_short && leads_on) add(synonym.typed, synonym.meant, rank_of_synonym);
      if ((is_short && leads_on) || has_all_words(synonym.typed)) add_from_each_word(synonym.typed, rank_of_synonym);
    }
  }

  void add_words() {
    for (const auto& [names, count] : sources_.words) {
      const auto& [key, word] = names;
      if (count < 2 || count_code_points(word) < least_letters || is_stop_word(key, "pl")) continue;
      if (is_listed(word))
        note(key, word, std::min(count, most_of_word));
      else if (const std::string name = capitalised(word); is_listed(name))
        note(key, name, std::min(count, most_of_word));
    }
  }

  CountedWords take() { return std::move(out_); }

 private:
  template <class Visit>
  void for_each_page(Visit visit) const {
    for (std::size_t i = 0; i < sources_.model.pages.size(); ++i) {
      const Page& page = sources_.model.pages[i];
      if (is_searchable(page) && page.language == language_) visit(page, sources_.contents[i].body);
    }
  }

  void note(std::string_view key, const std::string& text, std::uint32_t rank) {
    std::uint32_t& known = out_[{std::string(clip_utf8(key, longest_key)), text}];
    known = std::max(known, rank);
  }

  void add(const std::string& typed, std::string text, std::uint32_t rank) {
    for (const char blank : {'\t', '\n'}) std::replace(text.begin(), text.end(), blank, ' ');
    if (text.size() <= longest_text) note(fold(typed), text, rank);
  }

  /// `text` for who types `typed`, from its first word on or from a later one.
  void add_from_each_word(const std::string& typed, const std::string& text, std::uint32_t rank) {
    Tokens tokens(typed);
    std::size_t starts = 0;
    for (Token token; starts < most_starts && tokens.next(token); ++starts) {
      const std::string rest = typed.substr(token.offset);
      if (starts == 0)
        add(rest, text, rank);
      else if (!is_stop_word(fold(token.text), language_))
        add(rest, text, rank / 2);
    }
  }
  void add_from_each_word(const std::string& text, std::uint32_t rank) { add_from_each_word(text, text, rank); }

  /// As a dictionary lists it: its own lemma, and something to look for.
  bool is_listed(const std::string& word) const {
    std::vector<std::string> lemmas;
    sources_.dictionary.lemmas(word, lemmas);
    if (std::find(lemmas.begin(), lemmas.end(), word) == lemmas.end()) return false;
    for (const std::string& entry : sources_.dictionary.grammar(word))
      if (entry.starts_with("subst") || entry.starts_with("adj:") || entry.find("+subst") != std::string::npos)
        return true;
    return false;
  }

  void note_lemmas(const std::string& word) {
    for (std::string& lemma : analyser_->lemmas(word)) lemmas_.insert(std::move(lemma));
  }

  bool has_all_words(std::string_view text) const {
    Tokens tokens(text);
    for (Token token; tokens.next(token);) {
      const std::vector<std::string> lemmas = analyser_->lemmas(token.text);
      if (std::none_of(lemmas.begin(), lemmas.end(), [&](const auto& lemma) { return lemmas_.contains(lemma); }))
        return false;
    }
    return true;
  }

  const SuggestionSources& sources_;
  std::string_view language_;
  std::unique_ptr<Analyser> analyser_;
  std::set<std::string> lemmas_;  // of all words of the site
  CountedWords out_;
};

}  // namespace

CountedWords suggestions(const SuggestionSources& sources, std::string_view language) {
  Collector collector(sources, language);
  collector.add_pages();
  collector.add_labels();
  if (language == "pl") {
    collector.add_phrases();
    collector.add_synonyms();
    collector.add_words();
  }
  return collector.take();
}

}  // namespace kronika
