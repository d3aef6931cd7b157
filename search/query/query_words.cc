// Typed parts become what the index is asked for. All that is guessed about a word (missing diacritics, a wrong letter)
// widens the query and counts less than what was typed.
#include "search/query/query_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "search/index/terms.h"
#include "search/query/correction.h"
#include "search/request/request.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t most_lemmas = 16;        // of one word; the most ambiguous forms have six
constexpr std::size_t longest_synonym = 5;     // words
constexpr std::size_t most_combinations = 16;  // of lemmas that are looked up as one synonym
constexpr std::size_t most_synonyms = 8;
constexpr std::size_t most_corrections = 3;
constexpr std::size_t most_corrected_words = 5;  // of a query: each takes some thousand look-ups

void merge(std::vector<std::string>& into, std::vector<std::string> more) {
  into.insert(into.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

void keep_first(std::vector<std::string>& list) {
  if (list.size() > most_lemmas) list.resize(most_lemmas);
}

bool is_one_word(const QueryAlternatives& alternatives) {
  return alternatives.size() == 1 && alternatives.front().words.size() == 1;
}

class Interpreter {
 public:
  Interpreter(std::string_view query, const std::vector<std::string>& languages, const IndexReader& index,
              Analysers& analysers)
      : query_(query), plain_(!has_diacritics(query)), languages_(languages), index_(index), analysers_(analysers) {}

  SearchQuery run() {
    for (const TypedAlternatives& typed : parse_typed(query_, index_.config().fields)) add(typed);
    const bool nothing_else = out_.wanted.empty();
    if (nothing_else) out_.wanted = std::move(small_);
    add_synonyms();
    if (!replaced_.empty()) offer_correction();
    return std::move(out_);
  }

 private:
  void add(const TypedAlternatives& typed) {
    QueryAlternatives alternatives;
    bool is_small = true;
    for (const TypedPart& part : typed) {
      QueryPart made = part_of(part);
      is_small = is_small && typed.size() == 1 && is_small_word(part);
      if (part.excluded) {
        out_.unwanted.push_back(std::move(made));
      } else {
        alternatives.push_back(std::move(made));
      }
    }
    if (alternatives.empty()) return;
    std::vector<QueryAlternatives>& list = is_small ? small_ : out_.wanted;
    const bool is_known = std::any_of(list.begin(), list.end(), [&](const QueryAlternatives& other) {
      return is_one_word(other) && is_one_word(alternatives) && other[0].field == alternatives[0].field &&
             !other[0].words[0].prefix && other[0].words[0].lemmas == alternatives[0].words[0].lemmas;
    });
    if (!is_known) list.push_back(std::move(alternatives));
  }

  QueryPart part_of(const TypedPart& typed) {
    QueryPart part{{}, typed.quoted && typed.words.size() > 1, typed.field, typed.number, false};
    for (const std::string& text : typed.words) {
      QueryWord word = word_of(text, typed);
      if (!typed.quoted && !typed.excluded && !typed.prefix && typed.field.empty()) correct(word);
      part.words.push_back(std::move(word));
    }
    return part;
  }

  QueryWord word_of(const std::string& text, const TypedPart& typed) {
    QueryWord word;
    word.text = text;
    word.prefix = typed.prefix;
    if (typed.prefix) return word;
    for (const std::string& language : languages_) {
      const Analyser& analyser = analysers_.of(language);
      merge(word.lemmas, analyser.lemmas(text));
      if (plain_) merge(word.guesses, analyser.lemmas_if_plain(text));
      if (!plain_) merge(word.unfolded, analyser.ambiguous_lemmas(text));
    }
    word.small = std::any_of(languages_.begin(), languages_.end(),
                             [&](const std::string& language) { return analysers_.of(language).is_stop_word(text); });
    std::erase_if(word.guesses, [&](const std::string& lemma) {
      return std::binary_search(word.lemmas.begin(), word.lemmas.end(), lemma);
    });
    keep_first(word.lemmas);
    keep_first(word.guesses);
    keep_first(word.unfolded);
    return word;
  }

  bool is_small_word(const TypedPart& part) {
    if (part.quoted || part.prefix || part.excluded || !part.field.empty() || part.words.size() != 1) return false;
    return std::all_of(languages_.begin(), languages_.end(), [&](const std::string& language) {
      return analysers_.of(language).is_stop_word(part.words.front());
    });
  }

  /// A word that nobody knows is taken for those that are nearest to it.
  void correct(QueryWord& word) {
    const auto is_indexed = [this](const std::string& lemma) {
      return index_.database().term_exists(lemma_term(lemma));
    };
    if (std::any_of(word.lemmas.begin(), word.lemmas.end(), is_indexed)) return;
    if (std::any_of(word.guesses.begin(), word.guesses.end(), is_indexed)) return;
    if (unknown_words_++ >= most_corrected_words) return;
    std::vector<std::string> found = corrections(word.text, index_, most_corrections);
    if (found.empty()) return;
    for (const std::string& each : found)
      for (const std::string& language : languages_) merge(word.guesses, analysers_.of(language).lemmas(each));
    keep_first(word.guesses);
    replaced_.emplace_back(word.text, found.front());
  }

  /// What is offered must be a query that can be asked.
  void offer_correction() {
    std::string better = replaced_query(Replacement::better), literal = replaced_query(Replacement::quoted);
    if (better.size() > most_query_bytes || literal.size() > most_query_bytes) return;
    out_.correction = std::move(better);
    out_.literal = std::move(literal);
  }

  enum class Replacement { better, quoted };
  std::string replaced_query(Replacement by) const {
    std::string out(query_);
    std::size_t from = 0;
    for (const auto& [typed, better] : replaced_) {
      const auto at = out.find(typed, from);
      if (at == std::string::npos) continue;
      const std::string text = by == Replacement::better ? better : '"' + typed + '"';
      out.replace(at, typed.size(), text);
      from = at + text.size();
    }
    return out;
  }

  void add_synonyms() {
    if (index_.synonyms().empty()) return;
    for (std::size_t begin = 0; begin < out_.wanted.size(); ++begin) {
      const std::size_t longest = std::min(longest_synonym, out_.wanted.size() - begin);
      for (std::size_t count = longest; count > 0; --count)
        if (add_synonyms_at(begin, count)) break;
    }
  }

  /// Where `count` words from `begin` on have synonyms, they and the synonyms become alternatives.
  bool add_synonyms_at(std::size_t begin, std::size_t count) {
    QueryPart own;
    std::vector<std::string> keys = {""};
    for (std::size_t i = begin; i < begin + count; ++i) {
      QueryAlternatives& alternatives = out_.wanted[i];
      const bool whole = count == 1 && alternatives.size() == 1;  // a phrase is matched as a whole
      if (alternatives.size() != 1 || !alternatives[0].field.empty()) return false;
      if (!whole && (alternatives[0].words.size() != 1 || alternatives[0].phrase)) return false;
      for (const QueryWord& word : alternatives[0].words) {
        extend(keys, word.lemmas);
        own.words.push_back(word);
      }
      own.phrase = own.phrase || alternatives[0].phrase;
    }
    QueryAlternatives all = {std::move(own)};
    for (const std::string& key : keys)
      for (const ListedWord& synonym : index_.synonyms().find(key, most_synonyms))
        all.push_back(synonym_part(synonym.text));
    if (all.size() == 1) return false;
    all[0].number = count == 1 ? out_.wanted[begin][0].number : "";
    out_.wanted[begin] = std::move(all);
    out_.wanted.erase(out_.wanted.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                      out_.wanted.begin() + static_cast<std::ptrdiff_t>(begin + count));
    return true;
  }

  static void extend(std::vector<std::string>& keys, const std::vector<std::string>& lemmas) {
    std::vector<std::string> longer;
    for (const std::string& key : keys)
      for (const std::string& lemma : lemmas)
        if (longer.size() < most_combinations) longer.push_back(key.empty() ? lemma : key + " " + lemma);
    keys = std::move(longer);
  }

  QueryPart synonym_part(std::string_view synonym) {
    TypedPart typed;
    for (const AnalysedWord& word : analyze(synonym, analysers_.of(languages_.front())))
      typed.words.push_back(word.word);
    QueryPart part{{}, typed.words.size() > 1, "", "", true};
    for (const std::string& text : typed.words) part.words.push_back(word_of(text, typed));
    return part;
  }

  std::string_view query_;
  bool plain_;
  const std::vector<std::string>& languages_;
  const IndexReader& index_;
  Analysers& analysers_;
  SearchQuery out_;
  std::vector<QueryAlternatives> small_;
  std::size_t unknown_words_ = 0;
  std::vector<std::pair<std::string, std::string>> replaced_;
};

}  // namespace

SearchQuery understand(std::string_view query, const std::vector<std::string>& languages, const IndexReader& index,
                       Analysers& analysers) {
  SearchQuery asked = Interpreter(query, languages, index, analysers).run();
  const std::string composed = compose(query);
  for (const std::string& language : languages) asked.titles.push_back(title_term(composed, language));
  return asked;
}

}  // namespace kronika
