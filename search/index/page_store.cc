// Columns, so that a search touches only what it asks for; numbers stand at multiples of their size.
#include "search/index/page_store.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "search/text/search_failure.h"

namespace kronika {
namespace {

static_assert(sizeof(StateDays) == 3 * sizeof(std::uint32_t), "states are written as they lie in memory");
static_assert(std::endian::native == std::endian::little, "the file is written and read as it lies in memory");

constexpr std::string_view magic = "KRPAGES2";

/// Takes arrays from the beginning of a file's bytes.
class Taker {
 public:
  Taker(std::string_view bytes, const std::string& path) : rest_(bytes), path_(path) {
    if (!rest_.starts_with(magic)) throw SearchFailure(path_ + ": this is no store of pages");
    rest_.remove_prefix(magic.size());
  }

  template <class Element>
  std::span<const Element> take(std::uint64_t count) {
    if (count > rest_.size() / sizeof(Element)) throw SearchFailure(path_ + ": the store of pages is cut short");
    const std::span<const Element> out(reinterpret_cast<const Element*>(rest_.data()), count);
    rest_.remove_prefix(out.size_bytes());
    return out;
  }

 private:
  std::string_view rest_;
  const std::string& path_;
};

std::uint64_t last(std::span<const std::uint64_t> ends) {
  return ends.empty() ? 0 : ends.back();
}

class Output {
 public:
  explicit Output(const std::filesystem::path& path) : path_(path), file_(path, std::ios::binary) { file_ << magic; }

  template <class Element>
  void put(const Element* elements, std::size_t count) {
    file_.write(reinterpret_cast<const char*>(elements), static_cast<std::streamsize>(count * sizeof(Element)));
  }
  void put(std::uint64_t number) { put(&number, 1); }

  void close() {
    file_.close();
    if (!file_) throw SearchFailure("cannot write the store of pages " + path_.string() + ": " + std::strerror(errno));
  }

 private:
  const std::filesystem::path& path_;
  std::ofstream file_;
};

/// The least and the greatest of some numbers; 0 of none.
class Bounds {
 public:
  void take(double number) {
    least_ = empty_ ? number : std::min(least_, number);
    greatest_ = empty_ ? number : std::max(greatest_, number);
    empty_ = false;
  }
  void put(Output& out) const {
    out.put(&least_, 1);
    out.put(&greatest_, 1);
  }

 private:
  double least_ = 0, greatest_ = 0;
  bool empty_ = true;
};

template <class Member>
void put_ends(Output& out, std::span<const PageRecord> pages, Member member) {
  std::uint64_t end = 0;
  for (const PageRecord& page : pages) out.put(end += (page.*member).size());
}

template <class Member>
void put_elements(Output& out, std::span<const PageRecord> pages, Member member) {
  for (const PageRecord& page : pages) out.put((page.*member).data(), (page.*member).size());
}

}  // namespace

/// FNV-1a, with its high bits mixed into the low ones.
WordHash hash_of_word(std::string_view lower_case) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : lower_case) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  const auto mixed = static_cast<WordHash>(hash ^ (hash >> 32));
  return mixed < first_word_hash ? mixed + first_word_hash : mixed;
}

PageStore::PageStore(const std::string& path)
    : PageStore([&path] {
        MappedFile file(path);
        const std::string_view bytes = file.bytes();
        return PageStore(std::move(file), bytes, path);
      }()) {}

PageStore PageStore::over(std::string_view bytes, const std::string& name) {
  return PageStore(MappedFile(), bytes, name);
}

PageStore::PageStore(MappedFile file, std::string_view bytes, const std::string& name) : file_(std::move(file)) {
  Taker taker(bytes, name);
  const std::uint64_t count = taker.take<std::uint64_t>(1).front();
  bounds_ = taker.take<double>(2);
  bonuses_ = taker.take<double>(count);
  freshness_ = taker.take<double>(count);
  facets_.ends = taker.take<std::uint64_t>(count);
  words_.ends = taker.take<std::uint64_t>(count);
  states_.ends = taker.take<std::uint64_t>(count);
  texts_.ends = taker.take<std::uint64_t>(count);
  facets_.elements = taker.take<std::uint32_t>(last(facets_.ends));
  words_.elements = taker.take<WordHash>(last(words_.ends));
  states_.elements = taker.take<StateDays>(last(states_.ends));
  texts_.elements = taker.take<char>(last(texts_.ends));
}

void write_page_store(const std::filesystem::path& file, std::span<const PageRecord> pages) {
  Output out(file);
  out.put(pages.size());
  Bounds bounds;
  for (const PageRecord& page : pages) bounds.take(page.bonus);
  bounds.put(out);
  for (const PageRecord& page : pages) out.put(&page.bonus, 1);
  for (const PageRecord& page : pages) out.put(&page.freshness, 1);
  put_ends(out, pages, &PageRecord::facets);
  put_ends(out, pages, &PageRecord::words);
  put_ends(out, pages, &PageRecord::states);
  put_ends(out, pages, &PageRecord::text);
  put_elements(out, pages, &PageRecord::facets);
  put_elements(out, pages, &PageRecord::words);
  put_elements(out, pages, &PageRecord::states);
  put_elements(out, pages, &PageRecord::text);
  out.close();
}

void join_page_stores(const std::filesystem::path& file, std::span<const PageStore> parts) {
  Output out(file);
  std::uint64_t count = 0;
  for (const PageStore& part : parts) count += part.size();
  out.put(count);
  Bounds bounds;
  for (const PageStore& part : parts)
    for (const double bonus : part.bonuses_) bounds.take(bonus);
  bounds.put(out);
  for (const PageStore& part : parts) out.put(part.bonuses_.data(), part.bonuses_.size());
  for (const PageStore& part : parts) out.put(part.freshness_.data(), part.freshness_.size());
  const auto put_ends_of = [&](auto column) {
    std::uint64_t before = 0;
    for (const PageStore& part : parts) {
      for (const std::uint64_t end : (part.*column).ends) out.put(before + end);
      before += (part.*column).elements.size();
    }
  };
  const auto put_elements_of = [&](auto column) {
    for (const PageStore& part : parts) out.put((part.*column).elements.data(), (part.*column).elements.size());
  };
  put_ends_of(&PageStore::facets_);
  put_ends_of(&PageStore::words_);
  put_ends_of(&PageStore::states_);
  put_ends_of(&PageStore::texts_);
  put_elements_of(&PageStore::facets_);
  put_elements_of(&PageStore::words_);
  put_elements_of(&PageStore::states_);
  put_elements_of(&PageStore::texts_);
  out.close();
}

}  // namespace kronika
