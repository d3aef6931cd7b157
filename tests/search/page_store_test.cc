#include "search/index/page_store.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "search/text/search_failure.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

const std::vector<PageRecord>& pages() {
  static const std::vector<PageRecord> all = {
      {4, 0, {1, 70000}, {part_break, 5000, 6000}, "Zażółć\ngęślą", {{7, -40, 20269}, {8, 20270, 2147483647}}},
      {4, 0.25, {}, {}, ""},
      {8, 1, {3}, {field_break(2), 4294967295}, "jaźń", {{1, 0, 0}}}};
  return all;
}

bool holds(const PageStore& store, std::uint32_t number, const PageRecord& page) {
  return store.bonus(number) == page.bonus && store.freshness(number) == page.freshness &&
         store.text(number) == page.text && std::ranges::equal(store.facets(number), page.facets) &&
         std::ranges::equal(store.words(number), page.words) && std::ranges::equal(store.states(number), page.states);
}

}  // namespace

TEST_CASE("a store gives back what was written of each page, and nothing of others") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "pages").string();
  write_page_store(path, pages());
  const PageStore store(path);
  REQUIRE(store.size() == pages().size());
  CHECK(store.has_bonuses());
  for (std::uint32_t i = 0; i < pages().size(); ++i) CHECK(holds(store, i + 1, pages()[i]));
  for (const std::uint32_t other : {0U, 4U, 4294967295U}) CHECK(holds(store, other, PageRecord{}));
}

TEST_CASE("pages of one weight need no bonus") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "pages").string();
  write_page_store(path, std::span(pages()).first(2));
  CHECK_FALSE(PageStore(path).has_bonuses());
  write_page_store(path, {});
  CHECK_FALSE(PageStore(path).has_bonuses());
}

TEST_CASE("stores are joined in their order") {
  const TemporaryFolder folder;
  const auto path = [&](const char* name) { return (folder.path() / name).string(); };
  write_page_store(path("whole"), pages());
  write_page_store(path("a"), std::span(pages()).first(1));
  write_page_store(path("none"), {});
  write_page_store(path("b"), std::span(pages()).subspan(1));
  std::vector<PageStore> parts;
  for (const char* name : {"a", "none", "b"}) parts.emplace_back(path(name));
  join_page_stores(path("joined"), parts);
  CHECK(read_bytes(path("joined")) == read_bytes(path("whole")));
}

TEST_CASE("a store that is cut short or is none is refused, and a damaged one is read within its bounds") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "pages").string();
  write_page_store(path, pages());
  const std::string bytes = read_bytes(path);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    write_file(path, bytes.substr(0, size));
    CHECK_THROWS_AS(PageStore{path}, SearchFailure);
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
    write_file(path, damaged);
    std::size_t sum = 0;
    try {
      const PageStore store(path);
      for (std::uint32_t i = 0; i < 5; ++i)
        sum += store.text(i).size() + store.words(i).size_bytes() + store.facets(i).size_bytes() +
               store.states(i).size_bytes();
    } catch (const SearchFailure&) {
      continue;
    }
    CHECK(sum <= 2 * bytes.size());
  }
}

TEST_CASE("a word's number is no break, and is that of its form alone") {
  CHECK(hash_of_word("pies") == hash_of_word("pies"));
  CHECK(hash_of_word("pies") != hash_of_word("psy"));
  for (const char* word : {"", "a", "w", "spółdzielniami"}) CHECK(hash_of_word(word) >= first_word_hash);
  CHECK(field_break(0) != part_break);
  CHECK(field_break(first_word_hash) == part_break);
}
