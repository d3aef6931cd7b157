// Suggestions while typing, where nothing begins as what was typed.
#include <doctest/doctest.h>

#include "search/query/correction.h"
#include "search/query/edits.h"
#include "search/query/suggest.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

using Texts = std::vector<std::string>;

/// A site whose list of suggestions has these lines; its words are those of the page.
class SuggestingSite {
 public:
  SuggestingSite(const CountedWords& suggestions, const std::string& text) {
    write_search_folder(folder_.path(), two_language_config(), {document("/a/", "Strona", text)});
    write_file(folder_.path() / suggestions_file("pl"), write_word_list(suggestions));
    index_ = std::make_unique<IndexReader>(folder_.path().string());
  }
  Texts suggest(std::string_view typed, std::size_t most = 5) const {
    return kronika::suggest(typed, "pl", *index_, most);
  }
  const IndexReader& index() const { return *index_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<IndexReader> index_;
};

const CountedWords portal_like = {{{"klauzule spoleczne", "Klauzule społeczne"}, 40},
                                  {{"spoleczne", "Klauzule społeczne"}, 20},
                                  {{"pralnia", "pralnia"}, 7},
                                  {{"pralnia biala chmura", "Pralnia Biała Chmura"}, 40},
                                  {{"prawo", "prawo"}, 3},
                                  {{"spoldzielnia", "spółdzielnia"}, 60}};

}  // namespace

TEST_CASE("what begins as typed is suggested, diacritics and case aside, the most frequent first") {
  const SuggestingSite site(portal_like, "Nic.");
  CHECK(site.suggest("pra") == Texts{"Pralnia Biała Chmura", "pralnia", "prawo"});
  CHECK(site.suggest("PRALNIA BIA") == Texts{"Pralnia Biała Chmura"});
  CHECK(site.suggest("społecz") == Texts{"Klauzule społeczne"});
  CHECK(site.suggest("pra", 1) == Texts{"Pralnia Biała Chmura"});
  CHECK(site.suggest("p").empty());
  CHECK(site.suggest("").empty());
}

TEST_CASE("where nothing begins so, one typing error is overlooked") {
  const SuggestingSite site(portal_like, "Nic.");
  struct Case {
    std::string typed;
    Texts suggested;
  };
  const Case cases[] = {{"prlania", {"Pralnia Biała Chmura", "pralnia"}},
                        {"praalni", {"Pralnia Biała Chmura", "pralnia"}},
                        {"plalni", {"Pralnia Biała Chmura", "pralnia"}},
                        {"spódzieln", {"spółdzielnia"}},
                        {"psoldzielnia", {"spółdzielnia"}},
                        {"klauzlue spol", {"Klauzule społeczne"}},
                        {"klauzule spolezc", {"Klauzule społeczne"}},
                        {"nowa prlania", {"nowa Pralnia Biała Chmura", "nowa pralnia"}},
                        {"prlanai", {}},  // two errors
                        {"plr", {}},      // too short to tell
                        {"53-123", {}},   // no word
                        {"prląnia", {"Pralnia Biała Chmura", "pralnia"}}};
  for (const Case& each : cases) {
    CAPTURE(each.typed);
    CHECK(site.suggest(each.typed) == each.suggested);
  }
}

TEST_CASE("a mistyped form that only a page has is suggested, even where the dictionary knows what was typed") {
  const SuggestingSite site(portal_like, "Zajęcia odbywały się z kursem gotowania.");
  CHECK(site.suggest("ursem") == Texts{"kursem"});  // a form of a rare word
  CHECK(site.suggest("gotwania") == Texts{"gotowania"});
  CHECK(site.suggest("z ursem") == Texts{"z kursem"});
  CHECK(corrections("ursem", site.index(), 3).empty());
  CHECK(nearest_page_words("ursem", site.index(), 3) == Texts{"kursem"});
}

TEST_CASE("an edit undoes one error, where it may be") {
  struct Case {
    std::string typed, meant;
    Edit edit;
  };
  const Case cases[] = {{"kto", "kot", Edit::swap},          {"koot", "kot", Edit::doubled},
                        {"kt", "kot", Edit::left_out},       {"kit", "kot", Edit::beside},
                        {"kat", "kot", Edit::other},         {"kost", "kot", Edit::other},
                        {"ko", "kot", Edit::left_out},       {"ot", "kot", Edit::left_out},
                        {"kot a", "kot ma", Edit::left_out}, {"kot maa", "kot ma", Edit::doubled}};
  for (const Case& each : cases) {
    CAPTURE(each.typed);
    bool found = false;
    visit_edits(each.typed, each.typed.size(), [&](const std::string& meant, Edit edit) {
      CHECK(meant != each.typed);
      found = found || (meant == each.meant && edit == each.edit);
    });
    CHECK(found);
  }
  bool is_late = false;
  visit_edits("kot", 1, [&](const std::string& meant, Edit) { is_late = is_late || meant == "koty"; });
  CHECK_FALSE(is_late);
}
