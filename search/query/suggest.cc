// A look into a sorted list: nothing is searched for, so that an answer takes no longer than the program's start.
#include "search/query/suggest.h"

#include <algorithm>

#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t most_lines = 3000;  // of the list that are compared
constexpr std::size_t least_letters = 2;

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

}  // namespace

std::vector<std::string> suggest(std::string_view typed, const IndexReader& index, std::size_t most) {
  std::vector<std::string> out;
  std::string key = fold(typed);
  trim_end(key);
  add_completions(key, "", index, most, out);
  const auto last = typed.rfind(' ');
  if (out.empty() && last != std::string_view::npos)
    add_completions(fold(typed.substr(last + 1)), std::string(typed.substr(0, last + 1)), index, most, out);
  return out;
}

}  // namespace kronika
