// The term contract: what the generator writes and the search program looks for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kronika {

/// "Z" and a folded lemma: a word of the title, summary, headings, text or fields, in any of its forms. The number of
/// occurrences counts a word of the title `title_weight` times, and so on. There are no positions.
inline std::string lemma_term(std::string_view lemma) {
  return std::string("Z").append(lemma);
}
/// The sum stands for `occurrence_unit` times as many on a page of average length, and for fewer on a longer one
/// (BM25's norm, see below): so a search need not look up how long each page is that it meets.
inline constexpr unsigned title_weight = 5, summary_weight = 2, heading_weight = 2, text_weight = 1;
inline constexpr unsigned occurrence_unit = 8;

/// BM25's parameters. `length` is the page's, `average` that of all pages, in any unit; no average: 1.
inline constexpr double bm25_k1 = 1.0, bm25_b = 0.6, bm25_least_norm = 0.5;
double length_norm(double length, double average);

/// "U" and a lemma with its diacritics, where folding makes it equal to another word's (Analyser::ambiguous_lemmas).
inline std::string unfolded_term(std::string_view lemma) {
  return std::string("U").append(lemma);
}

/// "X", the name of a field, ':' and a folded lemma: a word of that field's value.
inline std::string field_term(std::string_view field, std::string_view lemma) {
  return std::string("X").append(field).append(":").append(lemma);
}

/// "T" and the words of a title, folded and in order of the alphabet, without the small ones of the language: who types
/// the whole title means the page. The longest titles are cut.
std::string title_term(std::string_view title, std::string_view language);

/// "L" and a language tag: the language of the page.
inline std::string language_term(std::string_view language) {
  return std::string("L").append(language);
}

/// The page is a translation: a search that names no language has the original.
inline constexpr std::string_view translation_term = "V";

/// Value slots. A slot without a value is empty and sorts first.
namespace slot {
inline constexpr std::uint32_t date = 0;   // ISO 8601
inline constexpr std::uint32_t title = 1;  // collation key
}  // namespace slot

/// What is added to a page's relevance: search weights from 1/16 to 16 become bonuses from 0 to 8, 1 becomes 4.
double page_bonus(double weight);
inline constexpr double most_page_bonus = 8;

}  // namespace kronika
