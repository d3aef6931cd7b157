// A form, a line's end, and an automaton of any bytes after the format's first seven: look-ups end, and end soon.
#include "search/language/analyser.h"
#include "search/language/dictionary.h"
#include "search/language/tokens.h"
#include "search/text/search_failure.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {
namespace {

void look_up(const PolishDictionary& dictionary, std::string_view form) {
  std::vector<std::string> lemmas;
  dictionary.lemmas(form, lemmas);
  dictionary.lemmas_without_diacritics(form, lemmas);
  for (const std::string& lemma : lemmas) require(!lemma.empty(), "a lemma is something");
  const auto analyser = polish_analyser(dictionary);
  Tokens tokens(form);
  for (Token word; tokens.next(word);) {
    for (const std::string& lemma : analyser->lemmas(word.text)) require(!lemma.empty(), "every word has a lemma");
    analyser->ambiguous_lemmas(word.text);
    analyser->lemmas_if_plain(word.text);
  }
}

}  // namespace

void run(std::string_view input) {
  const std::string_view form = take_line(input);
  std::string bytes("\\fsa\xC6\x00\x00", 7);
  bytes += input;
  try {
    look_up(PolishDictionary::over(bytes, "fuzzed"), form);
  } catch (const SearchFailure&) {
    require(input.size() < 2 || input.size() <= 1 + std::size_t{static_cast<unsigned char>(input[0])},
            "only what has no arcs is refused");
  }
}

}  // namespace kronika::fuzz
