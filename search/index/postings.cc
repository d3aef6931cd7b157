// Cutting and looking up words is most of the work of indexing that is ours; each word is looked up once a thread.
#include "search/index/postings.h"

#include <algorithm>
#include <utility>

#include "search/index/terms.h"
#include "search/language/tokens.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t longest_form = 200;  // bytes; Xapian refuses terms over 245

/// Orders terms as their bytes do, as far as eight of them go.
std::uint64_t first_bytes(std::string_view term) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof out; ++i) {
    out <<= 8;
    if (i < term.size()) out |= static_cast<unsigned char>(term[i]);
  }
  return out;
}

}  // namespace

std::uint32_t Postings::term_number(std::string term) {
  const auto [at, is_new] = numbers_.emplace(std::move(term), static_cast<std::uint32_t>(terms_.size()));
  if (is_new) terms_.push_back({&at->first, first_bytes(at->first)});
  return at->second;
}

const Postings::Word& Postings::look_up(std::string_view word) {
  const auto known = words_->find(word);
  if (known != words_->end()) return known->second;
  Word made{static_cast<std::uint32_t>(word_terms_.size()), 0, 0, hash_of_word(lower(without_dots(word)))};
  for (const std::string& lemma : analyser_->lemmas(word)) word_terms_.push_back(term_number(lemma_term(lemma)));
  made.lemmas = static_cast<std::uint32_t>(word_terms_.size()) - made.first;
  for (const std::string& lemma : analyser_->ambiguous_lemmas(word))
    word_terms_.push_back(term_number(unfolded_term(lemma)));
  made.unfolded = static_cast<std::uint32_t>(word_terms_.size()) - made.first - made.lemmas;
  return words_->emplace(word, made).first->second;
}

void Postings::note(std::uint32_t term, unsigned weight) {
  Term& noted = terms_[term];
  if (!noted.present) present_.push_back(term);
  noted.present = true;
  noted.occurrences += weight;
}

void Postings::add_field_terms(const Word& word, const std::string& field) {
  for (std::uint32_t i = 0; i < word.lemmas; ++i) {
    const std::string_view lemma = std::string_view(*terms_[word_terms_[word.first + i]].text).substr(1);
    note(term_number(field_term(field, lemma)), 1);
  }
}

void Postings::add_number(const std::string& digits, unsigned weight, std::string_view field) {
  note(term_number(lemma_term(digits)), weight);
  if (!field.empty()) note(term_number(field_term(field, digits)), 0);
}

WordHash Postings::break_before(const std::string& field) const {
  const auto at = std::lower_bound(fields_.begin(), fields_.end(), field);
  const bool is_known = at != fields_.end() && *at == field;
  return is_known ? field_break(static_cast<std::size_t>(at - fields_.begin())) : part_break;
}

void Postings::add_part(std::string_view text, unsigned weight, const std::string& field) {
  const WordHash line_break = break_before(field);
  Tokens tokens(text);
  DigitGroups groups(text);
  std::size_t end = 0;
  for (Token token; tokens.next(token);) {
    const Word& word = look_up(token.text);
    ++word.count;
    const std::string_view gap = text.substr(end, token.offset - end);
    if (end == 0 || gap.find('\n') != std::string_view::npos) sequence_.push_back(line_break);
    sequence_.push_back(word.hash);
    end = token.offset + token.text.size();
    for (std::uint32_t i = 0; i < word.lemmas; ++i) note(word_terms_[word.first + i], weight);
    for (std::uint32_t i = 0; i < word.unfolded; ++i) note(word_terms_[word.first + word.lemmas + i], weight);
    if (!field.empty()) add_field_terms(word, field);
    if (const auto number = groups.add(token)) add_number(number->digits, weight, field);
  }
  if (const auto number = groups.finish()) add_number(number->digits, weight, field);
}

void Postings::count_words(IndexedWords& into) const {
  for (const auto& [language, words] : words_by_language_)
    for (const auto& [written, word] : words) {
      const bool has_digit = written.find_first_of("0123456789") != std::string::npos;
      if (has_digit || written.size() > longest_form) continue;
      const std::string form = lower(without_dots(written));
      into.words[{fold(form), form}] += word.count;
      for (std::uint32_t i = 0; i < word.lemmas; ++i) {
        const std::string_view lemma = std::string_view(*terms_[word_terms_[word.first + i]].text).substr(1);
        into.forms[{form_key(language, lemma), form}] += word.count;
      }
    }
}

const std::vector<Posting>& Postings::of(const SearchDocument& document) {
  for (const std::uint32_t number : present_) {  // what the document before has left
    terms_[number].occurrences = 0;
    terms_[number].present = false;
  }
  present_.clear();
  sequence_.clear();
  analyser_ = &analysers_.of(document.language);
  words_ = &words_by_language_[document.language];
  add_part(document.title, title_weight);
  add_part(document.summary, summary_weight);
  for (const SearchSection& section : document.sections) {
    add_part(section.heading, heading_weight);
    add_part(section.text, text_weight);
  }
  for (const SearchFieldText& field : document.field_texts) add_part(field.text, text_weight, lower(field.field));

  std::sort(present_.begin(), present_.end(), [this](std::uint32_t a, std::uint32_t b) {
    const Term &first = terms_[a], &second = terms_[b];
    return first.order != second.order ? first.order < second.order : *first.text < *second.text;
  });
  const double scale = occurrence_unit / length_norm(static_cast<double>(text_size(document)), average_size_);
  postings_.clear();
  for (const std::uint32_t number : present_) {
    const Term& term = terms_[number];
    const unsigned normed =
        term.occurrences > 0 ? std::max(1U, static_cast<unsigned>(term.occurrences * scale + 0.5)) : 0;
    postings_.push_back({term.text, normed});
  }
  return postings_;
}

}  // namespace kronika
