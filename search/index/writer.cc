// Indexing is the dear part of a build. Many small databases, compacted once, take half the time of a large one, and
// since each holds a fixed range of documents the result does not depend on threads.
#include "search/index/writer.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <unordered_map>
#include <vector>

#include "search/index/page_store.h"
#include "search/index/postings.h"
#include "search/index/seal.h"
#include "search/index/terms.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr std::size_t least_block = 80;  // documents of a small database
constexpr std::size_t most_blocks = 64;  // all are open while they are merged

/// Depends on the number of documents alone, as the bytes of the index do.
std::size_t block_size_for(std::size_t documents) {
  return std::max(least_block, (documents + most_blocks - 1) / most_blocks);
}

template <class Work>
void translate_errors(const std::filesystem::path& file, Work work) {
  try {
    work();
  } catch (const Xapian::Error& error) {
    throw SearchFailure("cannot write the search index " + file.string() + ": " + error.get_description());
  } catch (const std::filesystem::filesystem_error& error) {
    throw SearchFailure("cannot write the search index " + file.string() + ": " + error.code().message());
  }
}

/// Headings stand before their texts, so that a match in one leads to its section.
void store_sections(const std::vector<SearchSection>& sections, StoredDocument& stored, std::string& text) {
  const auto add_line = [&text](const std::string& line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
  };
  for (const SearchSection& section : sections) {
    if (!section.anchor.empty()) stored.sections.push_back({text.size(), section.anchor});
    add_line(section.heading);
    add_line(section.text);
  }
}

struct IndexedDocument {
  Xapian::Document document;
  PageRecord page;
};

/// The documents of one small database while they come in.
struct Block {
  std::map<std::size_t, IndexedDocument> documents;
  std::size_t missing = 0;
};

}  // namespace

struct IndexWriter::Impl {
  std::filesystem::path file, pages_file, parts;
  std::unordered_map<std::string, unsigned> facet_numbers;  // by facet, '=', value
  const SearchConfig& config;
  const PolishDictionary& dictionary;
  double average_size;
  std::size_t block_size;
  std::mutex mutex;
  std::vector<Block> blocks;
  std::vector<bool> written;
  std::vector<std::unique_ptr<Postings>> idle;  // borrowed by the threads

  Impl(IndexFiles target, const SearchConfig& site, const PolishDictionary& polish, std::size_t documents, double size)
      : file(std::move(target.database)),
        pages_file(std::move(target.pages)),
        parts(file.string() + ".parts"),
        config(site),
        dictionary(polish),
        average_size(size),
        block_size(block_size_for(documents)) {}

  std::string part(std::size_t block) const { return (parts / std::to_string(block)).string(); }
  std::string pages_part(std::size_t block) const { return part(block) + ".pages"; }
  std::uint32_t number(const SearchDocument& document, const std::string& facet, const std::string& value) const;
  std::vector<std::uint32_t> numbers(const SearchDocument& document) const;
  IndexedDocument make(const SearchDocument& document, Postings& postings) const;
  void settle(std::size_t number, std::optional<IndexedDocument> document);
  void write(std::size_t block, Block content);
  std::unique_ptr<Postings> borrow();
  void give_back(std::unique_ptr<Postings> postings);
  void merge();
  void join_pages();
};

std::uint32_t IndexWriter::Impl::number(const SearchDocument& document, const std::string& facet,
                                        const std::string& value) const {
  const auto found = facet_numbers.find(facet + '=' + value);
  if (found == facet_numbers.end())
    throw SearchFailure(document.url + ": the search configuration has no value '" + value + "' of '" + facet + "'");
  return found->second;
}

std::vector<std::uint32_t> IndexWriter::Impl::numbers(const SearchDocument& document) const {
  std::vector<std::uint32_t> out;
  if (!document.collection.empty()) out.push_back(number(document, std::string(collection_facet), document.collection));
  for (const SearchFacetValue& value : document.facets) out.push_back(number(document, value.facet, value.value));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

IndexedDocument IndexWriter::Impl::make(const SearchDocument& document, Postings& postings) const {
  IndexedDocument out;
  Xapian::Document& made = out.document;
  for (const Posting& posting : postings.of(document)) made.add_term(*posting.term, posting.occurrences);
  made.add_boolean_term(language_term(document.language));
  if (document.translation) made.add_boolean_term(std::string(translation_term));
  made.add_term(title_term(document.title, document.language), occurrence_unit);
  if (!document.date.empty()) made.add_value(slot::date, document.date);
  if (!document.title_key.empty()) made.add_value(slot::title, document.title_key);
  StoredDocument stored{document.url,      document.title,   document.summary,   document.collection,
                        document.language, document.date,    document.date_text, document.published,
                        document.updated,  document.example, document.fields,    {},
                        document.shown};
  store_sections(document.sections, stored, out.page.text);
  made.set_data(encode(stored));
  out.page.bonus = page_bonus(document.weight);
  out.page.freshness = std::clamp(document.freshness, 0.0, 1.0);
  out.page.facets = numbers(document);
  for (const SearchState& state : document.states)
    out.page.states.push_back({number(document, state.facet, state.value), state.first, state.last});
  out.page.words = postings.sequence();
  return out;
}

void IndexWriter::Impl::write(std::size_t block, Block content) {
  if (content.documents.empty()) return;
  translate_errors(file, [&] {
    const int flags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                      Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;
    Xapian::WritableDatabase database(part(block), flags);
    for (const auto& [number, each] : content.documents) database.add_document(each.document);
    database.commit();
    database.close();
  });
  std::vector<PageRecord> pages;
  for (auto& [number, each] : content.documents) pages.push_back(std::move(each.page));
  write_page_store(pages_part(block), pages);
  const std::lock_guard lock(mutex);
  written[block] = true;
}

void IndexWriter::Impl::settle(std::size_t number, std::optional<IndexedDocument> document) {
  const std::size_t at = number / block_size;
  Block complete;
  {
    const std::lock_guard lock(mutex);
    Block& block = blocks.at(at);
    if (document) block.documents.emplace(number, *std::move(document));
    if (--block.missing > 0) return;
    std::swap(complete, block);
  }
  write(at, std::move(complete));
}

std::unique_ptr<Postings> IndexWriter::Impl::borrow() {
  const std::lock_guard lock(mutex);
  if (idle.empty()) return std::make_unique<Postings>(dictionary, config, average_size);
  std::unique_ptr<Postings> postings = std::move(idle.back());
  idle.pop_back();
  return postings;
}

void IndexWriter::Impl::give_back(std::unique_ptr<Postings> postings) {
  const std::lock_guard lock(mutex);
  idle.push_back(std::move(postings));
}

void IndexWriter::Impl::merge() {
  translate_errors(file, [&] {
    Xapian::Database all;
    bool empty = true;
    for (std::size_t block = 0; block < blocks.size(); ++block) {
      if (!written[block]) continue;
      all.add_database(Xapian::Database(part(block)));
      empty = false;
    }
    if (empty) {
      const std::string nothing = (parts / "none").string();
      Xapian::WritableDatabase(nothing, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS).commit();
      all.add_database(Xapian::Database(nothing));
    }
    all.compact(file.string(), Xapian::DBCOMPACT_SINGLE_FILE);
  });
}

/// The documents of the merged database are numbered in the order of the blocks.
void IndexWriter::Impl::join_pages() {
  std::vector<PageStore> stores;
  for (std::size_t block = 0; block < blocks.size(); ++block)
    if (written[block]) stores.emplace_back(pages_part(block));
  join_page_stores(pages_file, stores);
}

IndexWriter::IndexWriter(IndexFiles files, const SearchConfig& config, const PolishDictionary& dictionary,
                         std::size_t count, double average_size)
    : impl_(std::make_unique<Impl>(std::move(files), config, dictionary, count, average_size)) {
  unsigned number = 0;
  for (const Facet& facet : config.facets)
    for (const FacetValue& value : facet.values) impl_->facet_numbers.emplace(facet.name + '=' + value.value, number++);
  const std::size_t block_size = impl_->block_size;
  impl_->blocks.resize((count + block_size - 1) / block_size);
  impl_->written.resize(impl_->blocks.size());
  for (std::size_t i = 0; i < impl_->blocks.size(); ++i)
    impl_->blocks[i].missing = std::min(block_size, count - i * block_size);
  translate_errors(impl_->file, [&] {
    std::filesystem::remove_all(impl_->parts);
    std::filesystem::create_directories(impl_->parts);
  });
}

IndexWriter::~IndexWriter() {
  std::error_code ignored;
  std::filesystem::remove_all(impl_->parts, ignored);
}

void IndexWriter::add(std::size_t number, const SearchDocument& document) {
  std::unique_ptr<Postings> postings = impl_->borrow();
  IndexedDocument made;
  translate_errors(impl_->file, [&] { made = impl_->make(document, *postings); });
  impl_->give_back(std::move(postings));
  impl_->settle(number, std::move(made));
}

void IndexWriter::skip(std::size_t number) {
  impl_->settle(number, std::nullopt);
}

IndexedWords IndexWriter::finish() {
  for (std::size_t i = 0; i < impl_->blocks.size(); ++i) impl_->write(i, std::move(impl_->blocks[i]));
  impl_->blocks.clear();
  IndexedWords words;
  for (const std::unique_ptr<Postings>& postings : impl_->idle) postings->count_words(words);
  impl_->idle.clear();
  impl_->blocks.resize(impl_->written.size());
  impl_->merge();
  impl_->join_pages();
  seal_index(impl_->file);
  return words;
}

}  // namespace kronika
