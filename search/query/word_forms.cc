// Analysing the words of a page to see which of them match takes longer than the search itself; looking for forms that
// are known beforehand takes next to nothing.
#include "search/query/word_forms.h"

#include <algorithm>
#include <iterator>

#include "search/language/tokens.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t most_forms = 400;        // of one lemma; verbs have some hundred
constexpr std::size_t most_beginnings = 4000;  // lines of the list for x*

void append(std::vector<std::string>& forms, const std::vector<ListedWord>& listed) {
  for (const ListedWord& each : listed) forms.emplace_back(each.text);
}

/// The first two bytes as a number; a word of one byte has 0 for the second.
std::size_t beginning(std::string_view word) {
  const std::size_t first = static_cast<unsigned char>(word[0]);
  return first << 8 | (word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0);
}

/// A code point in both cases.
std::vector<std::string> cases_of(std::string_view text) {
  const char32_t letter = decode_utf8(text, 0).code_point;
  std::vector<std::string> out(2);
  append_utf8(out[0], lower(letter));
  append_utf8(out[1], upper(letter));
  return out;
}

}  // namespace

std::vector<std::string> forms_of(const QueryWord& word, std::string_view language, const IndexReader& index) {
  std::vector<std::string> forms = {lower(without_dots(word.text))};
  if (word.prefix) append(forms, index.forms().with_prefix(form_key(language, fold(word.text)), most_beginnings));
  for (const std::vector<std::string>* lemmas : {&word.lemmas, &word.guesses})
    for (const std::string& lemma : *lemmas) append(forms, index.forms().find(form_key(language, lemma), most_forms));
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

void WantedForms::add(const std::string& form, int number) {
  if (form.empty() || !forms_.emplace(form, number).second) return;
  const std::size_t first = decode_utf8(form, 0).length;
  for (const std::string& letter : cases_of(form)) {
    beginnings_.set(beginning(letter));
    if (letter.size() > 1) continue;
    beginnings_.set(beginning(letter + '.'));  // initials
    if (form.size() == first) continue;
    for (const std::string& second : cases_of(std::string_view(form).substr(first)))
      beginnings_.set(beginning(letter + second));
  }
}

int WantedForms::find(std::string_view word) const {
  if (word.empty() || !beginnings_.test(beginning(word))) return -1;
  const auto found = forms_.find(lower(without_dots(word)));
  return found == forms_.end() ? -1 : found->second;
}

}  // namespace kronika
