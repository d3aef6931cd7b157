// All words at a distance of one edit are made and looked up: some hundreds for a usual word, each found in a few
// microseconds. Letters are folded first, so that missing diacritics are no errors.
#include "search/query/correction.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "search/index/terms.h"
#include "search/language/analyser.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t least_letters = 4, most_letters = 40;
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view keyboard[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

/// How unlikely an edit is, in powers of two of a word's frequency.
enum class Edit { swap, left_out, doubled, beside, other };
constexpr double unlikeliness(Edit edit) {
  switch (edit) {
    case Edit::swap:
    case Edit::doubled:
      return 0;
    case Edit::left_out:
    case Edit::beside:
      return 1;
    case Edit::other:
      break;
  }
  return 4;
}

bool are_neighbours(char a, char b) {
  for (const std::string_view row : keyboard) {
    const auto at = row.find(a);
    if (at == std::string_view::npos) continue;
    return (at > 0 && row[at - 1] == b) || (at + 1 < row.size() && row[at + 1] == b);
  }
  return false;
}

/// Calls visit(candidate, edit) for each word at one edit from `word`.
template <class Visit>
void visit_edits(const std::string& word, Visit visit) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    std::string changed = word;
    changed.erase(i, 1);
    visit(changed, i > 0 && word[i] == word[i - 1] ? Edit::doubled : Edit::other);
    changed = word;
    if (i + 1 < word.size() && word[i] != word[i + 1]) {
      std::swap(changed[i], changed[i + 1]);
      visit(changed, Edit::swap);
      changed = word;
    }
    for (const char letter : letters) {
      if (letter == word[i]) continue;
      changed[i] = letter;
      visit(changed, are_neighbours(letter, word[i]) ? Edit::beside : Edit::other);
    }
  }
  for (std::size_t i = 0; i <= word.size(); ++i) {
    std::string changed = word;
    changed.insert(i, 1, ' ');
    for (const char letter : letters) {
      changed[i] = letter;
      visit(changed, Edit::left_out);
    }
  }
}

struct Candidate {
  std::string word;
  double likelihood;
};

class Corrector {
 public:
  explicit Corrector(const IndexReader& index) : index_(index) {}

  /// Words of the pages, as they stand there.
  void look_in_pages(const std::string& word) {
    visit_edits(word, [this](const std::string& edited, Edit edit) {
      for (const ListedWord& listed : index_.words().find(edited, most_spellings))
        add(std::string(listed.text), listed.count, edit);
    });
  }

  /// Words of the dictionary that pages hold in another form.
  void look_in_dictionary(const std::string& word) {
    std::vector<std::string> lemmas;
    visit_edits(word, [&](const std::string& edited, Edit edit) {
      lemmas.clear();
      index_.dictionary().lemmas_without_diacritics(edited, lemmas);
      for (const std::string& lemma : lemmas)
        if (const auto pages = index_.database().get_termfreq(lemma_term(fold(lemma))); pages > 0)
          add(lower(lemma), pages, edit);
    });
  }

  std::vector<std::string> best(std::size_t most) {
    std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
      return a.likelihood != b.likelihood ? a.likelihood > b.likelihood : a.word < b.word;
    });
    std::vector<std::string> out;
    for (Candidate& each : found_)
      if (out.size() < most) out.push_back(std::move(each.word));
    return out;
  }

  bool empty() const { return found_.empty(); }

 private:
  static constexpr std::size_t most_spellings = 4;

  void add(std::string word, std::uint32_t count, Edit edit) {
    if (!seen_.insert(word).second) return;
    found_.push_back({std::move(word), std::log2(1.0 + count) - unlikeliness(edit)});
  }

  const IndexReader& index_;
  std::vector<Candidate> found_;
  std::set<std::string> seen_;
};

bool is_known(const std::string& lower_case, const std::string& folded, const PolishDictionary& dictionary) {
  std::vector<std::string> lemmas;
  dictionary.lemmas(lower_case, lemmas);
  dictionary.lemmas_without_diacritics(folded, lemmas);
  std::string name = folded;
  name[0] = static_cast<char>(upper(static_cast<char32_t>(name[0])));
  dictionary.lemmas_without_diacritics(name, lemmas);
  return !lemmas.empty();
}

}  // namespace

std::vector<std::string> corrections(std::string_view word, const IndexReader& index, std::size_t most) {
  const std::string folded = fold(word);
  const bool is_plain = std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_plain || folded.size() < least_letters || folded.size() > most_letters) return {};
  if (is_known(lower(word), folded, index.dictionary())) return {};
  Corrector corrector(index);
  corrector.look_in_pages(folded);
  if (corrector.empty()) corrector.look_in_dictionary(folded);
  return corrector.best(most);
}

}  // namespace kronika
