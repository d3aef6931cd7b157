// Words are looked up at a distance of one edit: in the pages' own words, and failing these in the dictionary.
#include "search/query/correction.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "search/index/terms.h"
#include "search/query/edits.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t least_letters = 4, most_letters = 40;

struct Candidate {
  std::string word;
  double likelihood;
};

class Corrector {
 public:
  explicit Corrector(const IndexReader& index) : index_(index) {}

  /// Words of the pages, as they stand there.
  void look_in_pages(const std::string& word) {
    visit_edits(word, word.size(), [this](const std::string& meant, Edit edit) {
      for (const ListedWord& listed : index_.words().find(meant, most_spellings))
        add(std::string(listed.text), listed.count, edit);
    });
  }

  /// Words of the dictionary that pages hold in another form.
  void look_in_dictionary(const std::string& word) {
    std::vector<std::string> lemmas;
    visit_edits(word, word.size(), [&](const std::string& meant, Edit edit) {
      lemmas.clear();
      index_.dictionary().lemmas_without_diacritics(meant, lemmas);
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

/// Letters typed with diacritics are meant so: "łązcem" is not known because of a word "lazcem" would be.
bool is_known(std::string_view word, const PolishDictionary& dictionary) {
  const std::string lower_case = lower(word);
  const Decoded first = decode_utf8(lower_case, 0);
  std::string name;
  append_utf8(name, upper(first.code_point));
  name += lower_case.substr(first.length);
  std::vector<std::string> lemmas;
  dictionary.lemmas_without_diacritics(lower_case, lemmas);
  dictionary.lemmas_without_diacritics(name, lemmas);
  return !lemmas.empty();
}

bool can_be_corrected(const std::string& folded) {
  return folded.size() >= least_letters && folded.size() <= most_letters && is_plain(folded) &&
         folded.find(' ') == std::string::npos;
}

}  // namespace

std::vector<std::string> corrections(std::string_view word, const IndexReader& index, std::size_t most) {
  const std::string folded = fold(word);
  if (!can_be_corrected(folded) || is_known(word, index.dictionary())) return {};
  Corrector corrector(index);
  corrector.look_in_pages(folded);
  if (corrector.empty()) corrector.look_in_dictionary(folded);
  return corrector.best(most);
}

std::vector<std::string> nearest_page_words(std::string_view word, const IndexReader& index, std::size_t most) {
  const std::string folded = fold(word);
  if (!can_be_corrected(folded)) return {};
  Corrector corrector(index);
  corrector.look_in_pages(folded);
  return corrector.best(most);
}

}  // namespace kronika
