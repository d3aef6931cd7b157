// A look into a sorted list: nothing is searched for, so that an answer takes no longer than the program's start.
#include "search/query/suggest.h"

#include <algorithm>
#include <set>

#include "search/language/tokens.h"
#include "search/language/words.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t most_lines = 3000;  // of a list that are compared
constexpr std::size_t least_letters = 2;
constexpr std::size_t least_of_last = 3;  // of a word that is completed though nothing has it beside the others

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
    if (const auto number = index.config().language(language))
      languages_ = {*number};
    else
      for (std::size_t i = 0; i < index.config().languages.size(); ++i) languages_.push_back(i);
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
    for (const ListedWord& each : found) {
      if (out_.size() >= most_) return;
      std::string text(before);
      text += each.text;
      if (seen_.insert(without_endings(text)).second) out_.push_back(std::move(text));
    }
  }

  bool empty() const { return out_.empty(); }
  std::vector<std::string> take() { return std::move(out_); }

 private:
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
  if (words.size() < 2) return found.take();
  const std::string_view last = words.back();
  words.pop_back();
  found.add(last, "", [&](const ListedWord& each) { return has_words(words, fold(each.text)); });
  // Failing all that, the last word by itself.
  const auto space = typed.rfind(' ');
  if (found.empty() && space != std::string_view::npos && last.size() >= least_of_last)
    found.add(fold(typed.substr(space + 1)), typed.substr(0, space + 1),
              [](const ListedWord& each) { return each.text.find(' ') == std::string_view::npos; });
  return found.take();
}

}  // namespace kronika
