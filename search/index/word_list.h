// The words of all pages, as a sorted list in a file that is mapped and searched where it lies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/text/mapped_file.h"

namespace kronika {

/// A line of a sorted list: a folded key, what it stands for, and a number. Views into the file.
struct ListedWord {
  std::string_view key, text;
  std::uint32_t count = 0;
};

/// A text file of lines "KEY tab TEXT tab COUNT", sorted by their bytes. Damaged lines are passed over.
class WordList {
 public:
  WordList() = default;
  /// Maps the file. Throws SearchFailure when it is missing.
  explicit WordList(const std::string& path) : file_(path), text_(file_.bytes()) {}
  /// Reads from bytes that outlive the object.
  static WordList over(std::string_view bytes);

  bool empty() const { return text_.empty(); }
  /// The lines with exactly this key, `most` at most.
  std::vector<ListedWord> find(std::string_view key, std::size_t most) const;
  /// The lines whose keys begin so, `most` at most, in their order.
  std::vector<ListedWord> with_prefix(std::string_view prefix, std::size_t most) const;
  /// Whether a key begins so.
  bool has_prefix(std::string_view prefix) const { return !with_prefix(prefix, 1).empty(); }

 private:
  std::size_t lower_bound(std::string_view key) const;

  MappedFile file_;
  std::string_view text_;
};

/// What a list holds before it is written: key and text → count.
using CountedWords = std::map<std::pair<std::string, std::string>, std::uint32_t>;
std::string write_word_list(const CountedWords& words);

/// The words of all pages, in lower case and without dots.
struct IndexedWords {
  CountedWords words;  // by their folded form
  CountedWords forms;  // by form_key of each of their lemmas
};

/// Under what the forms of a folded lemma are listed.
inline std::string form_key(std::string_view language, std::string_view lemma) {
  return std::string(language).append("/").append(lemma);
}

}  // namespace kronika
