// site.toml, checked. Every default stands here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/catalogue.h"
#include "generator/config/declaration.h"
#include "generator/config/derived.h"
#include "generator/config/funding.h"
#include "generator/config/packs.h"
#include "generator/config/publisher.h"
#include "generator/config/rules.h"
#include "generator/config/schema.h"
#include "generator/config/schema_org.h"
#include "generator/core/diagnostics.h"
#include "generator/core/route.h"

namespace kronika {

/// The built-in front-matter keys under the names that this site gives them.
struct FrontMatterNames {
  std::string title = "title", slug = "slug", date = "date", updated = "updated", expires = "expires", draft = "draft",
              aliases = "aliases", summary = "summary", weight = "weight", language = "language",
              translation_key = "translation_key", search_weight = "search_weight", search = "search";
  std::vector<std::string> all() const;
  /// The site's name for the key that Kronika itself calls `built_in`; "" when there is no such key.
  std::string of(std::string_view built_in) const;
};

enum class SortKey { title, date, weight, field };
enum class SortDirection { ascending, descending, nearest };  // nearest: dates by their distance from the build's
struct SortOrder {
  SortKey key = SortKey::title;
  std::string field;  // for SortKey::field
  SortDirection direction = SortDirection::ascending;
};

/// What a collection's entries are offered as, besides pages.
enum class Export { csv, json, atom, ical, vcard, geojson };

/// Among the fields of a card: the date of publication.
inline constexpr std::string_view card_date = "@date";

enum class ListLook { cards, table };

struct CollectionConfig {
  std::string name;  // the folder content/NAME
  LocalText title;
  LocalText menu_title;  // defaults to the title
  LocalText summary;
  std::string url;                     // "/NAME/{slug}/"; {slug}, {year}, {month}, {day} are replaced
  Route list_route;                    // the part of `url` before the first {…}; "/NAME/" when that is "/"
  std::vector<SortOrder> sort = {{}};  // the later ones where the earlier say nothing
  int page_size = 20;
  int home_cards = 3;           // entries shown on the home page; 0: the collection does not stand there
  std::vector<Export> exports;  // in the order of the enumeration, each once; `feed = true` is Export::atom
  bool open = false;            // unknown front-matter keys are let through
  std::string map;              // the choice field that a tile map above the list counts by; "": no map
  Span map_span;
  Schema schema;
  double search_weight = 1;              // of its entries among the results of a search
  std::vector<std::string> card_fields;  // what its cards tell, card_date among them; empty: the first facets
  ListLook list_look = ListLook::cards;
  std::vector<std::string> filters;        // choices that the list offers as a form into the search
  std::vector<std::string> result_fields;  // shown with its entries among the results of a search
  std::vector<Rule> rules;
  std::vector<PageList> lists;                // derived tables on the pages of its entries
  std::optional<SchemaOrgObject> schema_org;  // what its entries are, for search engines
  std::optional<DatasetConfig> dataset;       // its exports as a dataset of the catalogue
  std::vector<PackKind> packs;                // downloads of all its entries
  std::vector<PackKind> entry_packs;          // and of each
  Span span;

  bool has(Export wanted) const;
};

struct VocabularyConfig {
  std::string name;  // content/_data/NAME.toml or .csv
  LocalText title;
  std::optional<Route> pages;  // where its term pages live; nothing: it has none
  Span span;
  std::string parent = {};  // the vocabulary that its terms stand under; "" : none
  Span parent_span = {};
};

struct TableConfig {
  std::string name;  // content/_data/NAME.csv or .toml
  LocalText title;
  Schema fields;  // its columns
  Span span;
  std::optional<Selection> selection = {};  // derived: no file
  std::optional<Tally> tally = {};          // likewise

  bool is_derived() const { return selection || tally; }
};

struct MenuItem {
  LocalText label;
  std::string url;  // "/praktyki/" (checked) or an http(s) address
  Span span;
};

struct Config {
  std::string file;  // "site.toml", for places
  LocalText title, description, footer;
  std::string language = "en", timezone = "UTC", theme;  // theme "" : the built-in one
  std::vector<std::string> languages;                    // [site] languages; `language` first
  BaseUrl base_url;
  FrontMatterNames front_matter;
  bool raw_html = false;
  bool typography = true;
  bool api = false;          // [site] api: the entries as files of JSON below /api/v1/
  std::string data_licence;  // [site] data_licence: SPDX identifier; "" : none is told
  std::optional<Publisher> publisher;
  std::optional<CatalogueConfig> catalogue;
  std::optional<DeclarationConfig> declaration;
  std::optional<FundingConfig> funding;
  Schema common_fields;
  std::string decoration = "ozdoba";  // [markdown] decoration: the image title that marks one as decoration
  int document_words = 20;            // [checks] document_words: of a page that offers a document
  Route search_path;                  // "/szukaj", "/search" by default
  int search_page_size = 20;          // [search] page_size
  LocalText search_name;              // [search] name: at most 16 characters; by default the first words of the title
  std::string query_log;              // [search] log: an absolute path on the server; "": none
  std::string synonyms;               // [search] synonyms: content/_data/NAME.toml or .csv; "": none
  Span synonyms_span;
  bool date_facet = false;  // [search] date_facet: filter pages by the year of their date
  Span date_facet_span;
  int feed_size = 20;                         // [site] feed_size
  Route data_path;                            // [site] data_path: the folder of the tables as CSV, "/data/" by default
  std::vector<CollectionConfig> collections;  // in the order of site.toml
  std::vector<VocabularyConfig> vocabularies;
  std::vector<TableConfig> tables;
  std::map<std::string, std::vector<MenuItem>> menus;  // "main", "footer", …
  std::vector<std::string> robots_disallow;            // [site] robots_disallow
  std::vector<std::string> home;                       // [site] home: its sections in order; empty: all collections
  Span home_span;

  /// Is this a language of the site besides its own?
  bool is_other_language(std::string_view tag) const;
  const CollectionConfig* collection(std::string_view name) const;
  const VocabularyConfig* vocabulary(std::string_view name) const;
  const TableConfig* table(std::string_view name) const;
};

/// Parses and checks `site.toml`. All mistakes are reported; call diagnostics.checkpoint() before using the result.
/// `base_url` overrides the file's ("" : no).
Config read_config(std::string_view bytes, const std::string& file, const std::string& base_url, Diagnostics&);

}  // namespace kronika
