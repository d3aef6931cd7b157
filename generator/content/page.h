// A page after its front matter is checked, and the site as a whole. Immutable once assembled.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/config.h"
#include "generator/content/value.h"

namespace kronika {

enum class FrontMatterFormat { none, toml, yaml };

/// A Markdown file cut in two. Lines count in the file; CRLF became LF, a BOM is gone, letters are composed.
struct RawPage {
  std::string path;  // content/praktyki/x.md
  FrontMatterFormat format = FrontMatterFormat::none;
  RawTable front_matter;  // empty when there is none (allowed only in open collections and for index pages)
  int front_matter_line = 1;
  std::string body;
  int body_line = 1;  // the line of the file that the body begins on
};

/// Who made what a page says and answers for it (the "metryczka" of public information). Front matter's, else the
/// defaults of [common_fields]; nothing where neither says it.
struct RecordText {
  std::string text, language;
  bool empty() const { return text.empty(); }
};
struct PageRecord {
  RecordText author, responsible, entered_by;
  std::optional<Date> created;
  bool empty() const { return author.empty() && responsible.empty() && entered_by.empty() && !created; }
};

enum class PageKind { entry, section, home };  // section: content/NAME/_index.md; home: content/_index.md

struct Page {
  PageId id{};
  PageKind kind = PageKind::entry;
  std::string collection;  // "" for the home page
  std::string path;        // the source file
  std::string folder;      // of the source file, no '/' at the end: links and files are relative to it
  bool bundle = false;     // folder/index.md: the other files of the folder are its attachments
  std::string slug;
  Route route;
  std::string language;
  std::string translation_key;  // the same for all translations of a page; "" : none
  /// The path of the page that this one translates and takes its facts from: the version in the site's own language,
  /// of the same collection; "" : it is no translation. Before pages are assembled, what the file's name says.
  std::string original;
  std::string title;
  std::string summary;           // front matter's; "" : the views take the text's first paragraph
  std::optional<DateTime> date;  // published from this instant
  bool date_has_time = false;
  std::optional<DateTime> updated;
  std::optional<DateTime> expires;  // not published from this instant on
  bool draft = false;
  std::vector<Route> aliases;     // end with '/' or in a file's name
  std::vector<Span> alias_spans;  // parallel to aliases
  std::int64_t weight = 0;        // 0: none, which sorts last
  double search_weight = 1.0;
  bool searchable = true;
  bool example = false;   // a field with the role `example` is true
  bool archived = false;  // likewise `archived`: kept for those who look for it, no longer true
  PageRecord record;
  std::vector<FieldValue> fields;  // parallel to the collection's schema (all empty for a section; none for the home)
  RawTable extra;                  // open collections: keys outside the schema
  std::vector<std::string> attachments;  // bundle: source paths of the other files
  std::string body;
  int body_line = 1;
  std::map<std::string, Span, std::less<>> spans;  // of front-matter values by key as written, for later checks
};

/// Where a term stands on a map of tiles: keys or columns tile_row, tile_column, tile_label of its vocabulary.
struct Tile {
  int row = 1, column = 1;  // from 1 to most_tiles
  std::string label;        // short; "": the beginning of the term's own
};
/// Rows and columns of such a map: more would leave no room for a word on a tile of a narrow screen.
inline constexpr int most_tiles = 12;

struct Term {
  std::string value;  // the key that front matter uses
  LocalText label;
  LocalText description;
  std::string slug;
  std::map<std::string, std::string, std::less<>> extra;  // further columns or keys, as text
  std::string parent = {};                                // the term above, of Vocabulary::parent; "" : none
  Span span = {}, parent_span = {};                       // of the key; of the parent, else of the key
  std::optional<Tile> tile = {};
  std::map<std::string, Span, std::less<>> spans = {};  // of what is written of it, by key or column
};

struct Vocabulary {
  std::string name;
  std::string file;         // content/_data/NAME.toml
  std::vector<Term> terms;  // in the author's order
  std::string parent = {};  // the vocabulary that each term has its `parent` in; "" : none
  const Term* find(std::string_view value) const;
  bool has_tiles() const;
};

/// Records of content/_data/ that belong to no page.
struct DataTable {
  const TableConfig* config = nullptr;  // its columns
  std::string file;                     // content/_data/NAME.csv; "" : there is none
  RecordList records;                   // parallel to config->fields; in the author's order
  /// Parallel to config->fields, empty where nothing is summed; no values: no totals.
  Record totals = {};
  /// The CSV file beside a page that it was read from; "": a table of site.toml.
  std::string attachment = {};
};

/// A derived table on the page of an entry.
struct PageTable {
  const PageList* config = nullptr;
  RecordList rows;  // parallel to config->schema
  Record totals;    // as DataTable's
};

/// The list that a reference gives its target.
struct BackReference {
  std::string name;  // the `back` of the reference
  LocalText label;
  std::vector<PageId> pages;  // sorted as their collection is
};

/// What a list of entries in one language holds.
struct CollectionEntries {
  std::vector<PageId> entries;       // published, in the collection's order
  std::optional<PageId> index_page;  // content/NAME/_index.md

  bool has_list() const { return !entries.empty() || index_page; }
};

/// The entries are those in the site's own language: all that counts, sums or exports takes these, so that nothing
/// counts twice because it is translated.
struct Collection : CollectionEntries {
  const CollectionConfig* config = nullptr;
  std::map<std::string, CollectionEntries, std::less<>> translated = {};  // by each other language of the site

  const CollectionEntries& in(std::string_view language) const;
};

/// Entries that know a place only by the larger one that it lies in: a municipality's support centre.
struct EntriesAbove {
  std::size_t vocabulary = 0, term = 0;  // of the larger one
  std::vector<PageId> pages;             // by collection, each in its order; of collections without the lower levels
};

struct TermEntries {
  std::size_t vocabulary = 0;            // index into SiteModel::vocabularies
  std::size_t term = 0;                  // index into its terms
  std::vector<PageId> pages;             // by collection, each in its order
  std::vector<EntriesAbove> above = {};  // the nearest first; none empty
};

/// Why an entry of the source is not published now.
enum class Hidden { draft, future, expired };

struct HiddenPage {
  std::string path;
  std::string collection;
  std::string slug;
  Hidden why;
  bool example = false;
};

/// A term of the vocabulary of [funding], read as a project. Borrows the configuration.
struct FundedProject {
  std::string name;  // the term
  LocalText title;
  std::string programme;  // "" : not told
  Money value, eu_share;
  std::vector<const FundingMark*> marks;  // in the order in which they are shown
  bool example = false;
  Span span;
};

struct SiteModel {
  const Config* config = nullptr;
  Instant now{};
  std::vector<Page> pages;               // by source path
  std::vector<Collection> collections;   // parallel to config->collections
  std::vector<Vocabulary> vocabularies;  // parallel to config->vocabularies
  std::vector<DataTable> tables;         // parallel to config->tables
  std::vector<TermEntries> terms;  // vocabularies with pages, terms with at least one entry of their own or from above
  std::vector<std::vector<BackReference>> back_references;  // parallel to pages
  std::vector<std::vector<PageId>> related;                 // parallel to pages; at most 4
  std::vector<std::vector<PageTable>> page_tables;          // parallel to pages once derived; none empty
  /// Parallel to pages: all versions of the page, itself too, in the order of the site's languages.
  std::vector<std::vector<PageId>> versions;
  std::vector<PageId> originals;  // parallel to pages: the page that it translates, else itself
  std::vector<HiddenPage> hidden;
  std::vector<FundedProject> projects;  // of [funding], as far as they can be shown
  std::optional<PageId> home;
  std::map<std::string, PageId, std::less<>> translated_homes;  // content/_index.LANG.md, by language
  std::optional<Instant> next_change;                           // when something appears or expires

  const Page& page(PageId id) const { return pages[index(id)]; }
  /// The page's version in a language; itself where there is none.
  const Page& in_language(const Page& page, std::string_view language) const;
  const Page& original_of(const Page& page) const {
    return originals.empty() ? page : pages[index(originals[index(page.id)])];
  }
  const Collection* collection(std::string_view name) const;
  const Vocabulary* vocabulary(std::string_view name) const;
  const DataTable* table(std::string_view name) const;
  const FundedProject* project(std::string_view name) const;
};

}  // namespace kronika
