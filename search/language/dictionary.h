// Morfologik's polish.dict: 4.67 million word forms and their lemmas, read where they lie.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/text/mapped_file.h"

namespace kronika {

/// A dictionary in the format CFSA2 (version 0xC6, encoder PREFIX, separator ';'), mapped into memory and never copied.
/// Look-ups are const and thread-safe. Nothing is trusted: a damaged file gives fewer or other lemmas, never a read out
/// of bounds or an endless walk.
class PolishDictionary {
 public:
  /// Maps the file. Throws SearchFailure when it is missing or is no such dictionary.
  explicit PolishDictionary(const std::string& path);

  /// Reads from bytes that outlive the object.
  static PolishDictionary over(std::string_view bytes, const std::string& name);

  PolishDictionary(PolishDictionary&&) noexcept = default;
  PolishDictionary& operator=(PolishDictionary&&) = delete;

  /// Appends the lemmas of a form, spelt exactly so (letter case counts too), each once. Nothing is appended for a form
  /// that the dictionary does not know.
  void lemmas(std::string_view form, std::vector<std::string>& out) const;

  /// What the dictionary says of a form's grammar, a text for each lemma: "subst:sg:nom:m3+subst:sg:acc:m3". None for a
  /// form that it does not know.
  std::vector<std::string> grammar(std::string_view form) const;

  /// Appends the lemmas of every form that becomes `form` when its Polish diacritics are taken off: `zolw` is read as
  /// `żółw`. The form itself is among them when the dictionary has it. Each lemma once.
  void lemmas_without_diacritics(std::string_view form, std::vector<std::string>& out) const;

 private:
  struct Arc;
  struct Walk;
  PolishDictionary(MappedFile file, std::string_view bytes, const std::string& name);

  bool read_arc(std::size_t offset, Arc& arc) const;
  std::size_t target(const Arc& arc) const;
  bool find_arc(std::size_t node, unsigned char label, Arc& arc) const;
  std::size_t node_of_entries(std::string_view form) const;
  void collect(std::size_t node, std::string_view form, Walk& walk) const;
  void collect_grammar(std::size_t node, Walk& walk) const;
  void decode(std::string_view form, const Walk& walk) const;
  void spell(std::size_t node, std::string_view rest, std::string& spelt, Walk& walk) const;

  MappedFile file_;  // empty when the bytes are another's
  std::string_view arcs_;
  std::string_view labels_;
  std::size_t root_ = 0;
};

}  // namespace kronika
