// Xapian's own source of weights reads a value of each document, which takes longer than the match itself.
#include "search/query/page_bonus.h"

#include <algorithm>

#include "search/index/terms.h"

namespace kronika {
namespace {

class BonusSource final : public Xapian::PostingSource {
 public:
  explicit BonusSource(const PageStore& pages) : pages_(pages) {}

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
    set_maxweight(most_page_bonus);
  }
  PostingSource* clone() const override { return new BonusSource(pages_); }
  std::string get_description() const override { return "BonusSource"; }

  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  double get_weight() const override { return pages_.bonus(at_); }

  void next(double) override { ++at_; }
  void skip_to(Xapian::docid document, double) override { at_ = std::max(at_, document); }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  const PageStore& pages_;
  Xapian::docid at_ = 0, last_ = 0;
  Xapian::doccount count_ = 0;
};

}  // namespace

Xapian::Query page_bonus_query(const PageStore& pages) {
  return Xapian::Query((new BonusSource(pages))->release());
}

}  // namespace kronika
