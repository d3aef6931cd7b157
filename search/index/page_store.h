// What is kept of each page beside the database, to be read where it lies: its words in their order, by which phrases
// and nearness are told; its facet values and bonus, which every match needs; its text for snippets. Positions in
// Xapian would double the time and the size of an index, and its values and documents take longer to reach than to use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/text/calendar.h"
#include "search/text/mapped_file.h"

namespace kronika {

/// What stands for a word: a hash of its lower-case form without dots.
using WordHash = std::uint32_t;

/// Numbers below stand for no word. Two of the forms that a language has may share a hash; that the words of a phrase
/// meet others' hashes side by side is not to be expected in any site.
inline constexpr WordHash first_word_hash = 4096;

/// Between paragraphs, headings and other parts that no phrase crosses.
inline constexpr WordHash part_break = 0;

/// Before each line of a field, by the field's place in SearchConfig::fields; a field beyond the numbers is none.
inline constexpr WordHash field_break(std::size_t field) {
  return field + 1 < first_word_hash ? static_cast<WordHash>(field + 1) : part_break;
}

WordHash hash_of_word(std::string_view lower_case);

/// A facet value, by its number, that a page has on these days, both included.
struct StateDays {
  std::uint32_t value = 0;
  DayNumber first = 0, last = 0;
  bool operator==(const StateDays&) const = default;
};

struct PageRecord {
  double bonus = 0;                    // what its own weight adds to the page's relevance
  double freshness = 0;                // of news, from 1 for today's down to 0
  std::vector<std::uint32_t> facets;   // its facet values, numbered through all facets of the SearchConfig
  std::vector<WordHash> words;         // and breaks
  std::string text;                    // headings and texts of the sections, a line each
  std::vector<StateDays> states = {};  // of one facet: they do not overlap
};

/// One file, mapped. Its form, all numbers little-endian: eight letters "KRPAGES2"; the number of pages, 64 bits; their
/// least and their greatest bonus, their bonuses, their freshness, 64-bit floating point; for facets, words, states and
/// text in turn, where each page's end, counted in their elements, 64 bits; then all facets and words, 32 bits each,
/// all states, three times 32 bits each, and all texts.
///
/// Pages are numbered from 1 on, as documents in the database; there is nothing for another number.
class PageStore {
 public:
  /// Throws SearchFailure when the file is missing or has another form.
  explicit PageStore(const std::string& path);

  /// Reads from bytes that outlive the object and begin at a multiple of eight. `name` is for messages.
  static PageStore over(std::string_view bytes, const std::string& name);

  std::size_t size() const { return bonuses_.size(); }
  double bonus(std::uint32_t page) const { return is_page(page) ? bonuses_[page - 1] : 0; }
  double freshness(std::uint32_t page) const { return is_page(page) ? freshness_[page - 1] : 0; }
  /// Whether bonuses tell pages apart.
  bool has_bonuses() const { return bounds_[0] < bounds_[1]; }
  std::span<const std::uint32_t> facets(std::uint32_t page) const { return facets_.of(page); }
  std::span<const WordHash> words(std::uint32_t page) const { return words_.of(page); }
  std::span<const StateDays> states(std::uint32_t page) const { return states_.of(page); }
  std::string_view text(std::uint32_t page) const {
    const std::span<const char> text = texts_.of(page);
    return {text.data(), text.size()};
  }

 private:
  PageStore(MappedFile file, std::string_view bytes, const std::string& name);

  template <class Element>
  struct Column {
    std::span<const std::uint64_t> ends;
    std::span<const Element> elements;
    std::span<const Element> of(std::uint32_t page) const {
      if (page == 0 || page > ends.size()) return {};
      const std::uint64_t begin = page > 1 ? ends[page - 2] : 0, end = ends[page - 1];
      if (begin > end || end > elements.size()) return {};  // damaged
      return elements.subspan(begin, end - begin);
    }
  };
  bool is_page(std::uint32_t page) const { return page > 0 && page <= bonuses_.size(); }
  friend void join_page_stores(const std::filesystem::path& file, std::span<const PageStore> parts);

  MappedFile file_;  // empty when the bytes are another's
  std::span<const double> bounds_, bonuses_, freshness_;
  Column<std::uint32_t> facets_, words_;
  Column<StateDays> states_;
  Column<char> texts_;
};

/// Throws SearchFailure when the file cannot be written.
void write_page_store(const std::filesystem::path& file, std::span<const PageRecord> pages);

/// The pages of several files, one after the other. Throws SearchFailure when the file cannot be written.
void join_page_stores(const std::filesystem::path& file, std::span<const PageStore> parts);

}  // namespace kronika
