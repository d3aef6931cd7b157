// Xapian's own snippets compare single stems, but a Polish word has several lemmas; so the passage is chosen here.
#include "search/query/snippet.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "search/language/tokens.h"
#include "search/text/escape.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t snippet_words = 36;
constexpr std::size_t words_before = 8;  // of the first match, where no sentence begins nearer
constexpr std::size_t window_words = snippet_words - words_before;
constexpr std::size_t most_text = 200'000;      // bytes of one page that are looked at
constexpr std::size_t least_text = 10'000;      // even of a page after many long ones
constexpr std::size_t longest_gap = 40;         // bytes between two words
constexpr std::size_t most_counted_words = 60;  // of the query

bool ends_sentence(std::string_view between) {
  return between.find_first_of(".?!\n") != std::string_view::npos;
}

/// Text between words: line ends become spaces, long rules and the like are cut.
void append_gap(std::string& out, std::string_view text) {
  std::string flat(clip_utf8(text, longest_gap));
  std::replace(flat.begin(), flat.end(), '\n', ' ');
  append_escaped_html(out, flat);
}

/// The quotation marks and brackets that belong to the word after `before`.
std::string_view opening(std::string_view before) {
  std::size_t at = before.size();
  while (at > 0 && before[at - 1] != ' ' && before[at - 1] != '\n') {
    std::size_t last = at - 1;
    while (last > 0 && (static_cast<unsigned char>(before[last]) & 0xC0) == 0x80) --last;
    if (is_word(decode_utf8(before, last).code_point)) break;
    at = last;
  }
  return before.substr(at);
}

}  // namespace

Snippets::Snippets(const SearchQuery& query, const IndexReader& index) : index_(index) {
  bool has_others = false;
  visit_wanted(query, [&](const QueryWord& word) { has_others = has_others || !word.small; });
  const auto add = [&](const QueryWord& word) {
    if (words_.size() < most_counted_words && !(word.small && has_others)) words_.push_back(word);
  };
  visit_wanted(query, add);
  for (const QueryAlternatives& alternatives : query.wanted)
    for (const QueryPart& part : alternatives) {
      QueryWord number;  // in groups when it was typed, perhaps in one piece here
      number.text = part.number;
      if (!part.number.empty()) add(number);
    }
}

const WantedForms& Snippets::wanted(std::string_view language) {
  const auto known = wanted_.find(language);
  if (known != wanted_.end()) return known->second;
  WantedForms& wanted = wanted_[std::string(language)];
  for (std::size_t i = 0; i < words_.size(); ++i)
    for (const std::string& form : forms_of(words_[i], language, index_)) wanted.add(form, static_cast<int>(i));
  return wanted;
}

/// Whether every word of the query was seen among the last words of a window that ends at `at`.
bool Snippets::all_within(const std::vector<std::size_t>& last_seen, std::size_t at) const {
  return std::all_of(last_seen.begin(), last_seen.end(),
                     [&](std::size_t seen) { return seen > 0 && seen + window_words > at + 1; });
}

std::vector<Snippets::Word> Snippets::read(std::string_view text, const WantedForms& wanted) const {
  std::vector<Word> out;
  std::vector<std::size_t> last_seen(words_.size(), 0);  // by word of the query: the number of words up to it
  std::size_t enough = words_.empty() ? snippet_words + 1 : most_text;  // words
  Tokens tokens(text);
  for (Token token; out.size() < enough && tokens.next(token);) {
    const int match = wanted.find(token.text);
    out.push_back({token.offset, token.text.size(), match});
    if (match < 0 || enough != most_text) continue;
    last_seen[static_cast<std::size_t>(match)] = out.size();
    if (all_within(last_seen, out.size() - 1)) enough = out.size() + snippet_words;
  }
  return out;
}

/// The first match of the window with the most different words of the query, then the most matches; 0 without any.
std::size_t Snippets::best_match(const std::vector<Word>& words) {
  std::size_t best = 0, best_score = 0;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    if (words[begin].matches < 0) continue;
    std::uint64_t seen = 0;
    std::size_t count = 0;
    const std::size_t end = std::min(begin + window_words, words.size());
    for (std::size_t i = begin; i < end; ++i)
      if (words[i].matches >= 0) seen |= std::uint64_t{1} << words[i].matches, ++count;
    const std::size_t score = static_cast<std::size_t>(std::popcount(seen)) * snippet_words + count;
    if (score > best_score) best = begin, best_score = score;
  }
  return best;
}

/// Where a passage around a match begins: at its sentence, or a few words before.
std::size_t Snippets::passage_start(std::string_view text, const std::vector<Word>& words, std::size_t match) {
  const std::size_t least = match - std::min(match, words_before);
  for (std::size_t i = match; i > least; --i) {
    const std::size_t gap = words[i - 1].offset + words[i - 1].size;
    if (ends_sentence(text.substr(gap, words[i].offset - gap))) return i;
  }
  return least;
}

Snippet Snippets::of(std::string_view text, std::string_view language) {
  text = clip_utf8(text, std::min(most_text, std::max(text_left_, least_text)));
  text_left_ -= std::min(text_left_, text.size());
  const auto matches = [](const Word& word) { return word.matches >= 0; };
  const std::vector<Word> words = read(text, wanted(language));
  if (words.empty()) return {};

  const std::size_t best = best_match(words);
  const std::size_t begin = passage_start(text, words, best);
  const std::size_t end = std::min(begin + snippet_words, words.size());
  Snippet snippet;
  if (words[best].matches >= 0) snippet.match = words[best].offset;
  std::string& out = snippet.html;
  if (begin > 0) out = "… ";
  append_gap(out, opening(text.substr(0, words[begin].offset)));
  for (std::size_t i = begin; i < end; ++i) {
    const Word& word = words[i];
    if (matches(word)) out += "<mark>";
    append_escaped_html(out, text.substr(word.offset, word.size));
    if (matches(word)) out += "</mark>";
    const std::size_t gap = word.offset + word.size;
    if (i + 1 < end) append_gap(out, text.substr(gap, words[i + 1].offset - gap));
  }
  const std::string_view rest = text.substr(words[end - 1].offset + words[end - 1].size);
  if (end < words.size())
    out += " …";
  else
    append_gap(out, rest.substr(0, rest.find('\n')));
  return snippet;
}

}  // namespace kronika
