// A look into a sorted list: nothing is searched for, so that an answer takes no longer than the program's start.
#include "search/query/suggest.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "search/query/correction.h"
#include "search/query/edits.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t most_lines = 3000;  // of the list that are compared
constexpr std::size_t least_letters = 2;
constexpr std::size_t least_mistyped = 4, most_mistyped = 60;  // letters
constexpr std::size_t most_near = 40;                          // lines of one beginning

void trim_end(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
}

/// Appends what begins with `key`, each with `before` in front.
void add_completions(const std::string& key, const std::string& before, const IndexReader& index, std::size_t most,
                     std::vector<std::string>& out) {
  if (key.size() < least_letters) return;
  std::vector<ListedWord> found = index.suggestions().with_prefix(key, most_lines);
  std::stable_sort(found.begin(), found.end(), [](const ListedWord& a, const ListedWord& b) {
    return a.count != b.count ? a.count > b.count : a.text.size() < b.text.size();
  });
  for (const ListedWord& each : found) {
    if (out.size() >= most) return;
    std::string text = before + std::string(each.text);
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
  }
}

/// How far the list has something that begins as `key` does. An error must be there, or before.
std::size_t length_known(const std::string& key, const WordList& list) {
  std::size_t length = 0;
  while (length < key.size() && list.has_prefix(std::string_view(key).substr(0, length + 1))) ++length;
  return length;
}

/// Appends what begins with `key` but for one typing error, each with `before` in front.
void add_near_completions(const std::string& key, const std::string& before, const IndexReader& index, std::size_t most,
                          std::vector<std::string>& out) {
  if (key.size() < least_mistyped || key.size() > most_mistyped || !is_plain(key)) return;
  const WordList& list = index.suggestions();
  std::map<std::string_view, double> likelihoods;
  visit_edits(key, length_known(key, list) + 1, [&](const std::string& meant, Edit edit) {
    for (const ListedWord& each : list.with_prefix(meant, most_near)) {
      const double likelihood = std::log2(1.0 + each.count) - unlikeliness(edit);
      const auto [known, is_new] = likelihoods.try_emplace(each.text, likelihood);
      if (!is_new) known->second = std::max(known->second, likelihood);
    }
  });
  std::vector<std::pair<std::string_view, double>> found(likelihoods.begin(), likelihoods.end());
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first.size() < b.first.size();
  });
  for (std::size_t i = 0; i < found.size() && out.size() < most; ++i)
    out.push_back(before + std::string(found[i].first));
}

}  // namespace

std::vector<std::string> suggest(std::string_view typed, const IndexReader& index, std::size_t most) {
  std::vector<std::string> out;
  std::string key = fold(typed);
  trim_end(key);
  add_completions(key, "", index, most, out);
  if (!out.empty()) return out;

  const auto space = typed.rfind(' ');
  const bool has_words = space != std::string_view::npos;
  const std::string before(has_words ? typed.substr(0, space + 1) : "");
  const std::string_view last = has_words ? typed.substr(space + 1) : typed;
  if (has_words) {
    add_near_completions(key, "", index, most, out);
    if (out.empty()) add_completions(fold(last), before, index, most, out);
  }
  if (out.empty()) add_near_completions(fold(last), before, index, most, out);
  if (out.empty())
    for (const std::string& word : nearest_page_words(last, index, most)) out.push_back(before + word);
  return out;
}

}  // namespace kronika
