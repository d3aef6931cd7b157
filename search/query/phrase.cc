// The index has no positions, so the words of a page are walked over where Xapian finds all words of a phrase.
#include "search/query/phrase.h"

#include <algorithm>
#include <utility>

#include "search/query/word_forms.h"

namespace kronika {
namespace {

/// Says of each document in turn whether the phrase stands in it.
class PhraseSource final : public Xapian::PostingSource {
 public:
  PhraseSource(std::shared_ptr<const Phrase> phrase, const IndexReader& index, std::shared_ptr<PhraseBudget> budget)
      : phrase_(std::move(phrase)), index_(index), budget_(std::move(budget)) {}

  void init(const Xapian::Database& database) override {
    last_ = database.get_lastdocid();
    count_ = database.get_doccount();
    at_ = 0;
  }
  PostingSource* clone() const override { return new PhraseSource(phrase_, index_, budget_); }
  std::string get_description() const override { return "PhraseSource"; }

  // Taken for as frequent as can be, so that it is asked after the words.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  void next(double) override {
    do ++at_;
    while (!at_end() && !stands_here());
  }
  void skip_to(Xapian::docid document, double) override {
    if (at_ < document) at_ = document;
    while (!at_end() && !stands_here()) ++at_;
  }
  bool check(Xapian::docid document, double) override {
    at_ = std::max(at_, document);
    return at_end() || stands_here();
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  bool stands_here() const {
    const std::span<const WordHash> words = index_.pages().words(at_);
    if (words.size() > budget_->words) {
      budget_->used_up = true;
      return false;
    }
    budget_->words -= words.size();
    return phrase_->stands_in(words);
  }

  std::shared_ptr<const Phrase> phrase_;
  const IndexReader& index_;
  std::shared_ptr<PhraseBudget> budget_;
  Xapian::docid at_ = 0, last_ = 0;
  Xapian::doccount count_ = 0;
};

constexpr WordHash bit_mask = 64 * 64 - 1;

}  // namespace

bool Phrase::Forms::contain(WordHash hash) const {
  const WordHash bit = hash & bit_mask;
  if (!(bits[bit / 64] >> (bit % 64) & 1)) return false;
  return std::binary_search(sorted.begin(), sorted.end(), hash);
}

Phrase::Phrase(const QueryPart& part, const IndexReader& index) {
  const std::vector<std::string>& fields = index.config().fields;
  const auto field = std::lower_bound(fields.begin(), fields.end(), part.field);
  if (!part.field.empty() && field != fields.end())
    field_ = field_break(static_cast<std::size_t>(field - fields.begin()));
  for (const QueryWord& word : part.words) {
    Forms forms;
    for (const SearchLanguage& language : index.config().languages)
      for (const std::string& form : forms_of(word, language.code, index)) forms.sorted.push_back(hash_of_word(form));
    std::sort(forms.sorted.begin(), forms.sorted.end());
    for (const WordHash hash : forms.sorted) {
      const WordHash bit = hash & bit_mask;
      forms.bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    words_.push_back(std::move(forms));
  }
}

bool Phrase::stands_at(const WordHash* words) const {
  for (std::size_t i = 0; i < words_.size(); ++i)
    if (!words_[i].contain(words[i])) return false;
  return true;
}

bool Phrase::stands_in(std::span<const WordHash> words) const {
  if (words.size() < words_.size()) return false;
  const std::size_t end = words.size() - words_.size() + 1;
  if (field_ == part_break) {
    for (std::size_t i = 0; i < end; ++i)
      if (stands_at(&words[i])) return true;
    return false;
  }
  WordHash part = part_break;
  for (std::size_t i = 0; i < end; ++i) {
    if (words[i] < first_word_hash)
      part = words[i];
    else if (part == field_ && stands_at(&words[i]))
      return true;
  }
  return false;
}

Xapian::Query phrase_query(std::shared_ptr<const Phrase> phrase, const IndexReader& index,
                           std::shared_ptr<PhraseBudget> budget) {
  return Xapian::Query((new PhraseSource(std::move(phrase), index, std::move(budget)))->release());
}

}  // namespace kronika
