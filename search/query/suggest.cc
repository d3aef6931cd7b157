// A look into a sorted list: nothing is searched for, so that an answer takes no longer than the program's start.
#include "search/query/suggest.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "search/language/tokens.h"
#include "search/language/words.h"
#include "search/query/correction.h"
#include "search/query/edits.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t most_lines = 3000;  // of a list that are compared
constexpr std::size_t least_letters = 2;
constexpr std::size_t least_of_last = 3;  // of a word that is completed though nothing has it beside the others
constexpr std::size_t least_mistyped = 4, most_mistyped = 60;  // letters
constexpr std::size_t most_near = 40;                          // lines of one beginning

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  Tokens tokens(text);
  for (Token token; tokens.next(token);) out.push_back(token.text);
  return out;
}

/// The same for "lekcja" and "lekcje": who sees the one misses nothing without the other.
std::string without_endings(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  for (const std::string_view word : words_of(folded)) out.append(strip_polish_ending(word)).append(" ");
  return out;
}

/// Whether a word of `text` begins as each of `words` does; endings aside, for people inflect.
bool has_words(const std::vector<std::string_view>& words, std::string_view text) {
  const std::vector<std::string_view> others = words_of(text);
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    const std::string_view stem = strip_polish_ending(word);
    return std::any_of(others.begin(), others.end(), [&](std::string_view other) { return other.starts_with(stem); });
  });
}

class Suggestions {
 public:
  Suggestions(const IndexReader& index, std::string_view language, std::size_t most) : index_(index), most_(most) {
    for (const std::string& each : index.config().languages_of(language))
      if (const auto number = index.config().language(each)) languages_.push_back(*number);
  }

  /// Adds what begins with `key` and is wanted, the likeliest first, each with `before` in front.
  template <class IsWanted>
  void add(std::string_view key, std::string_view before, IsWanted is_wanted) {
    if (key.size() < least_letters) return;
    std::vector<ListedWord> found;
    for (const std::size_t language : languages_)
      for (const ListedWord& each : index_.suggestions(language).with_prefix(key, most_lines))
        if (is_wanted(each)) found.push_back(each);
    std::stable_sort(found.begin(), found.end(), [](const ListedWord& a, const ListedWord& b) {
      return a.count != b.count ? a.count > b.count : a.text.size() < b.text.size();
    });
    for (const ListedWord& each : found) put(before, each.text);
  }

  /// Adds what begins with `key` but for one typing error.
  void add_near(const std::string& key, std::string_view before) {
    if (key.size() < least_mistyped || key.size() > most_mistyped || !is_plain(key)) return;
    std::map<std::string_view, double> likelihoods;
    for (const std::size_t language : languages_) note_near(key, index_.suggestions(language), likelihoods);
    std::vector<std::pair<std::string_view, double>> found(likelihoods.begin(), likelihoods.end());
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first.size() < b.first.size();
    });
    for (const auto& [text, likelihood] : found) put(before, text);
  }

  void put(std::string_view before, std::string_view text) {
    if (out_.size() >= most_) return;
    std::string whole(before);
    whole += text;
    if (seen_.insert(without_endings(whole)).second) out_.push_back(std::move(whole));
  }

  bool empty() const { return out_.empty(); }
  std::vector<std::string> take() { return std::move(out_); }

 private:
  /// How far the list has something that begins as `key` does. An error must be there, or before.
  static std::size_t length_known(const std::string& key, const WordList& list) {
    std::size_t length = 0;
    while (length < key.size() && list.has_prefix(std::string_view(key).substr(0, length + 1))) ++length;
    return length;
  }

  static void note_near(const std::string& key, const WordList& list, std::map<std::string_view, double>& into) {
    visit_edits(key, length_known(key, list) + 1, [&](const std::string& meant, Edit edit) {
      for (const ListedWord& each : list.with_prefix(meant, most_near)) {
        const double likelihood = std::log2(1.0 + each.count) - unlikeliness(edit);
        const auto [known, is_new] = into.try_emplace(each.text, likelihood);
        if (!is_new) known->second = std::max(known->second, likelihood);
      }
    });
  }

  const IndexReader& index_;
  std::size_t most_;
  std::vector<std::size_t> languages_;
  std::set<std::string> seen_;  // without endings
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> suggest(std::string_view typed, std::string_view language, const IndexReader& index,
                                 std::size_t most) {
  Suggestions found(index, language, most);
  std::string key = fold(typed);
  while (key.ends_with(' ')) key.pop_back();
  found.add(key, "", [](const ListedWord&) { return true; });
  std::vector<std::string_view> words = words_of(key);
  const std::string_view last_word = words.empty() ? std::string_view() : words.back();
  const bool has_several = words.size() > 1;
  if (has_several) {
    words.pop_back();
    found.add(last_word, "", [&](const ListedWord& each) { return has_words(words, fold(each.text)); });
  }
  if (!found.empty()) return found.take();

  const auto space = typed.rfind(' ');
  const std::string_view before = space == std::string_view::npos ? "" : typed.substr(0, space + 1);
  const std::string last = fold(typed.substr(before.size()));
  if (has_several) found.add_near(key, "");
  if (found.empty() && has_several && last_word.size() >= least_of_last)
    found.add(last, before, [](const ListedWord& each) { return each.text.find(' ') == std::string_view::npos; });
  if (found.empty()) found.add_near(last, before);
  if (found.empty())
    for (const std::string& word : nearest_page_words(last, index, most)) found.put(before, word);
  return found.take();
}

}  // namespace kronika
