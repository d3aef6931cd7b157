// Counting every group of words would take more memory than the index. So groups are counted by a digest of their
// lemmas first, and written out in a second walk for those that are frequent.
#include "generator/indexing/phrases.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "search/language/analyser.h"
#include "search/language/tokens.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t most_words = 4;          // of a phrase
constexpr std::uint32_t least_pages = 3;       // that have it
constexpr std::size_t most_bytes = 1'500'000;  // of text that is looked at
constexpr std::size_t most_phrases = 2000;
constexpr std::uint32_t worth_of_lemma = 3;  // "spółdzielnia socjalna" rather than a plural used twice as often
constexpr std::size_t longest_phrase = 80;   // bytes

using Key = std::array<std::uint32_t, most_words>;  // numbers of lemmas; 0: none

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const std::uint32_t part : key) hash = (hash ^ part) * 1099511628211ULL;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
  }
};

struct Word {
  std::uint32_t lemma = 0;  // its number, from 1
  WordKind kind;
  bool is_stop = false;
  bool is_link = false;   // a small word that may stand inside: "praca dla każdego"
  bool is_lemma = false;  // in the form that the dictionary lists
};

struct Use {
  std::uint32_t pages = 0;
  std::uint32_t last_page = 0;  // number + 1
  std::map<std::string, std::uint32_t> written;
};

/// Words of one phrase are parted by a space, or by a hyphen ("Busko-Zdrój").
bool joins(std::string_view gap) {
  return gap == " " || gap == "\u00A0" || gap == "-";
}

std::string with_plain_spaces(std::string_view text) {
  constexpr std::string_view no_break = "\u00A0";
  std::string out(text);
  for (auto at = out.find(no_break); at != std::string::npos; at = out.find(no_break, at))
    out.replace(at, no_break.size(), " ");
  return out;
}

std::string with_small_letter(std::string_view text) {
  std::string out;
  const Decoded first = text.empty() ? Decoded{U' ', 0, true} : decode_utf8(text, 0);
  append_utf8(out, lower(first.code_point));
  return out.append(text.substr(first.length));
}

bool starts_with_capital(std::string_view word) {
  const char32_t first = word.empty() ? U'\0' : decode_utf8(word, 0).code_point;
  return lower(first) != first;
}

class Counter {
 public:
  explicit Counter(const PolishDictionary& dictionary)
      : dictionary_(dictionary), analyser_(polish_analyser(dictionary)) {}

  void count(const PageTexts& texts, std::uint32_t page) {
    for (const std::string_view text : texts)
      walk(text, [&](const Key& key, std::string_view) {
        Use& use = uses_[key];
        if (use.last_page != page + 1) ++use.pages;
        use.last_page = page + 1;
      });
  }

  /// Forgets what is rare.
  void prune() {
    std::erase_if(uses_, [](const auto& use) { return use.second.pages < least_pages; });
  }

  void note_forms(const PageTexts& texts) {
    for (const std::string_view text : texts)
      walk(text, [&](const Key& key, std::string_view written) {
        const auto found = uses_.find(key);
        if (found != uses_.end()) ++found->second.written[with_plain_spaces(written)];
      });
  }

  std::vector<Phrase> phrases() {
    std::vector<Phrase> out;
    for (const auto& [key, use] : uses_)
      if (!is_part_of_longer(key, use)) add(use, out);
    std::sort(out.begin(), out.end(), [](const Phrase& a, const Phrase& b) {
      return a.pages != b.pages ? a.pages > b.pages : a.text < b.text;
    });
    if (out.size() > most_phrases) out.resize(most_phrases);
    return out;
  }

 private:
  const Word& look_up(std::string_view written) {
    const auto known = words_.find(written);
    if (known != words_.end()) return known->second;
    Word word;
    const std::string lemma = lemma_of(written);
    word.lemma = lemmas_.try_emplace(lemma, static_cast<std::uint32_t>(lemmas_.size() + 1)).first->second;
    word.kind = kind_of(written, dictionary_);
    word.is_stop = analyser_->is_stop_word(written) || written.size() == 1;
    word.is_link = word.is_stop && is_preposition(written);
    word.is_lemma = fold(written) == lemma;
    return words_.emplace(written, word).first->second;
  }

  /// The one that a phrase is counted by: "Zamówienia" is of zamówienie rather than of zamówić, "Busku" of Busko rather
  /// than of buski.
  std::string lemma_of(std::string_view written) const {
    for (const std::string& form : {std::string(written), lower(written)}) {
      std::vector<std::string> found;
      dictionary_.lemmas(form, found);
      std::erase_if(found, [&](const std::string& lemma) { return !kind_of(lemma, dictionary_).is_nominal; });
      if (!found.empty()) return fold(*std::min_element(found.begin(), found.end()));
    }
    return analyser_->lemmas(written).front();
  }

  bool is_preposition(std::string_view written) const {
    for (const std::string& entry : dictionary_.grammar(lower(written)))
      if (entry.starts_with("prep")) return true;
    return false;
  }

  /// Calls `visit` with each group of words that may be a phrase: it begins and ends with one to look for, and has no
  /// other inside but prepositions.
  template <class Visit>
  void walk(std::string_view text, Visit visit) {
    std::vector<std::pair<Token, const Word*>> run;  // the last words, each joined to the next
    Tokens tokens(text);
    for (Token token; tokens.next(token);) {
      if (!run.empty()) {
        const Token& last = run.back().first;
        const std::size_t end = last.offset + last.text.size();
        if (!joins(text.substr(end, token.offset - end))) run.clear();
      }
      const Word& word = look_up(token.text);
      if (!word.is_link && (word.is_stop || !word.kind.is_nominal)) {
        run.clear();
        continue;
      }
      if (run.size() == most_words) run.erase(run.begin());
      run.emplace_back(token, &word);
      if (!word.is_stop) visit_ends(text, run, visit);
    }
  }

  template <class Visit>
  static void visit_ends(std::string_view text, const std::vector<std::pair<Token, const Word*>>& run, Visit& visit) {
    const Token& last = run.back().first;
    for (std::size_t first = 0; first + 1 < run.size(); ++first) {
      if (run[first].second->is_stop) continue;
      Key key{};
      for (std::size_t i = first; i < run.size(); ++i) key[i - first] = run[i].second->lemma;
      const std::size_t begin = run[first].first.offset, size = last.offset + last.text.size() - begin;
      if (size <= longest_phrase) visit(key, text.substr(begin, size));
    }
  }

  /// "aktywności zawodowej" where most pages say "zakład aktywności zawodowej".
  bool is_part_of_longer(const Key& key, const Use& use) {
    if (longer_.empty()) note_longest();
    const auto found = longer_.find(key);
    return found != longer_.end() && found->second * 10 >= use.pages * 9;
  }

  /// For the two parts of each phrase that lack its first or its last word: on how many pages the whole is.
  void note_longest() {
    longer_[Key{}] = 0;
    for (const auto& [key, use] : uses_) {
      std::size_t words = 0;
      while (words < most_words && key[words] != 0) ++words;
      Key head = key, tail{};
      head[words - 1] = 0;
      std::copy(key.begin() + 1, key.end(), tail.begin());
      for (const Key& part : {head, tail}) longer_[part] = std::max(longer_[part], use.pages);
    }
  }

  void add(const Use& use, std::vector<Phrase>& out) {
    Phrase phrase{"", {}, use.pages};
    std::uint32_t best = 0;
    for (const auto& [written, count] : use.written) {
      phrase.written.push_back(written);
      Token first;
      Tokens(written).next(first);
      const Word& word = look_up(first.text);
      const std::uint32_t worth = count * (word.is_lemma ? worth_of_lemma : 1);
      if (!word.kind.is_nominative || worth < best) continue;
      phrase.text = written;  // at a tie the later: lower case comes after capitals
      best = worth;
    }
    const std::string small = with_small_letter(phrase.text);  // not a name, but the beginning of a sentence
    if (use.written.contains(small)) phrase.text = small;
    if (!phrase.text.empty()) out.push_back(std::move(phrase));
  }

  struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  const PolishDictionary& dictionary_;
  std::unique_ptr<Analyser> analyser_;
  std::unordered_map<std::string, Word, ViewHash, std::equal_to<>> words_;
  std::unordered_map<std::string, std::uint32_t> lemmas_;
  std::unordered_map<Key, Use, KeyHash> uses_;
  std::unordered_map<Key, std::uint32_t, KeyHash> longer_;
};

bool is_nominal(std::string_view reading) {
  for (const std::string_view part : {"subst", "ger", "adj:", "ppas", "pact", "depr"})
    if (reading.starts_with(part)) return true;
  return false;
}

void add_readings(const std::string& form, const PolishDictionary& dictionary, WordKind& kind) {
  for (const std::string& entry : dictionary.grammar(form)) {
    for (std::size_t at = 0; at < entry.size();) {
      const std::size_t end = std::min(entry.find('+', at), entry.size());
      const std::string_view reading = std::string_view(entry).substr(at, end - at);
      if (is_nominal(reading)) {
        kind.is_nominal = true;
        kind.is_nominative = kind.is_nominative || reading.find(":nom") != std::string_view::npos;
      }
      at = end + 1;
    }
  }
}

}  // namespace

WordKind kind_of(std::string_view word, const PolishDictionary& dictionary) {
  WordKind kind;
  if (word.find_first_of("0123456789") != std::string_view::npos) return kind;
  const std::string small = lower(word);
  add_readings(small, dictionary, kind);
  if (small == word) return kind;
  add_readings(std::string(word), dictionary, kind);
  std::vector<std::string> known;
  dictionary.lemmas(small, known);
  dictionary.lemmas(word, known);
  if (known.empty() && starts_with_capital(word)) kind = {true, true};
  return kind;
}

std::vector<Phrase> frequent_phrases(const std::vector<PageTexts>& pages, const PolishDictionary& dictionary) {
  std::size_t bytes = 0;
  for (const PageTexts& texts : pages)
    for (const std::string_view text : texts) bytes += text.size();
  const std::size_t step = bytes / most_bytes + 1;
  Counter counter(dictionary);
  for (std::size_t i = 0; i < pages.size(); i += step) counter.count(pages[i], static_cast<std::uint32_t>(i));
  counter.prune();
  for (std::size_t i = 0; i < pages.size(); i += step) counter.note_forms(pages[i]);
  return counter.phrases();
}

}  // namespace kronika
