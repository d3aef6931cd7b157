// A key, a line's end, and any bytes as a sorted list.
#include "search/index/word_list.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {

void run(std::string_view input) {
  constexpr std::size_t most = 5;
  const std::string_view key = take_line(input);
  const WordList list = WordList::over(input);
  const std::vector<ListedWord> with_prefix = list.with_prefix(key, most), exact = list.find(key, most);
  require(with_prefix.size() <= most && exact.size() <= with_prefix.size(), "words are few");
  for (const ListedWord& word : with_prefix) require(word.key.starts_with(key), "words begin as was asked");
  for (const ListedWord& word : exact) require(word.key == key, "words are what was asked");
  require(!list.has_prefix(key) == with_prefix.empty(), "has_prefix agrees with with_prefix");
}

}  // namespace kronika::fuzz
