// A line is found by halving the file and going back to the line's beginning; so there is no table to load.
#include "search/index/word_list.h"

#include <charconv>

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;

std::size_t start_of_line(std::string_view text, std::size_t at) {
  const auto before = at == 0 ? nowhere : text.rfind('\n', at - 1);
  return before == nowhere ? 0 : before + 1;
}

std::string_view line_at(std::string_view text, std::size_t start) {
  return text.substr(start, text.find('\n', start) - start);
}

std::string_view key_of(std::string_view line) {
  return line.substr(0, line.find('\t'));
}

std::optional<ListedWord> parse(std::string_view line) {
  const auto first = line.find('\t');
  const auto second = first == nowhere ? nowhere : line.find('\t', first + 1);
  if (second == nowhere) return std::nullopt;
  ListedWord out{line.substr(0, first), line.substr(first + 1, second - first - 1), 0};
  const std::string_view number = line.substr(second + 1);
  std::from_chars(number.data(), number.data() + number.size(), out.count);
  return out;
}

}  // namespace

WordList WordList::over(std::string_view bytes) {
  WordList list;
  list.text_ = bytes;
  return list;
}

/// Where the first line begins whose key is not before `key`.
std::size_t WordList::lower_bound(std::string_view key) const {
  std::size_t low = 0, high = text_.size();  // both are beginnings of lines, or the end
  while (low < high) {
    const std::size_t middle = start_of_line(text_, low + (high - low) / 2);
    const std::string_view line = line_at(text_, middle);
    if (key_of(line) < key) {
      low = std::min(middle + line.size() + 1, text_.size());
    } else {
      high = middle;
    }
  }
  return low;
}

std::vector<ListedWord> WordList::with_prefix(std::string_view prefix, std::size_t most) const {
  std::vector<ListedWord> out;
  for (std::size_t at = lower_bound(prefix); at < text_.size() && out.size() < most;) {
    const std::string_view line = line_at(text_, at);
    if (!key_of(line).starts_with(prefix)) break;
    if (const auto word = parse(line)) out.push_back(*word);
    at += line.size() + 1;
  }
  return out;
}

std::vector<ListedWord> WordList::find(std::string_view key, std::size_t most) const {
  std::vector<ListedWord> out;
  for (const ListedWord& word : with_prefix(key, most)) {
    if (word.key != key) break;  // longer keys come later
    out.push_back(word);
  }
  return out;
}

std::string write_word_list(const CountedWords& words) {
  std::string out;
  for (const auto& [names, count] : words) {
    const auto& [key, text] = names;
    if (key.find_first_of("\t\n") != nowhere || text.find_first_of("\t\n") != nowhere) continue;
    out.append(key).append("\t").append(text).append("\t").append(std::to_string(count)).append("\n");
  }
  return out;
}

}  // namespace kronika
