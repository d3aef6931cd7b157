// A suggestion must lead to something, so all of them come from the site itself.
#include "generator/indexing/suggestions.h"

#include <algorithm>

#include "generator/indexing/describe.h"
#include "search/language/tokens.h"
#include "search/language/words.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t longest_key = 60, longest_text = 120;  // bytes
constexpr std::size_t least_letters = 4;                     // of a word
constexpr std::uint32_t rank_of_title = 40, rank_of_label = 80;
constexpr std::uint32_t most_frequent = 60;  // a word counts no more than this
constexpr std::size_t most_starts = 8;       // words of a title that a query may begin with

void add_from_each_word(std::string text, std::uint32_t rank, CountedWords& out) {
  std::replace(text.begin(), text.end(), '\t', ' ');
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() > longest_text) return;
  Tokens tokens(text);
  std::size_t starts = 0;
  for (Token token; starts < most_starts && tokens.next(token); ++starts) {
    const std::string key = fold(std::string_view(text).substr(token.offset));
    std::uint32_t& known = out[{std::string(clip_utf8(key, longest_key)), text}];
    known = std::max(known, starts == 0 ? rank : rank / 2);
  }
}

bool is_base_form(const std::string& word, const PolishDictionary& dictionary) {
  std::vector<std::string> lemmas;
  dictionary.lemmas(word, lemmas);
  return std::find(lemmas.begin(), lemmas.end(), word) != lemmas.end();
}

}  // namespace

CountedWords suggestions(const SiteModel& model, const SearchConfig& config, const CountedWords& words,
                         const PolishDictionary& dictionary) {
  CountedWords out;
  for (const Page& page : model.pages)
    if (is_searchable(page)) add_from_each_word(page.title, rank_of_title, out);
  for (const Facet& facet : config.facets) {
    if (facet.range) continue;  // a number says nothing by itself
    for (const FacetValue& value : facet.values)
      for (const std::string& label : value.labels) add_from_each_word(label, rank_of_label, out);
  }
  for (const auto& [names, count] : words) {
    const auto& [key, word] = names;
    const bool is_useful = count > 1 && count_code_points(word) >= least_letters && !is_stop_word(key, "pl");
    if (is_useful && is_base_form(word, dictionary)) out[names] = std::min(count, most_frequent);
  }
  return out;
}

}  // namespace kronika
