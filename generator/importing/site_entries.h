// The entries that a sheet is held against, and which of them a row is about.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator/content/content.h"
#include "generator/importing/keys.h"

namespace kronika {

struct SiteEntry {
  Page page;
  std::string bytes;  // of its file
  RawTable front_matter;
  FrontMatterFormat format = FrontMatterFormat::none;
};

/// What an import knows of the site. Borrows all but the entries, for as long as it lives.
struct ImportSite {
  const Source& source;
  const Config& config;
  const SiteData& data;
  const CollectionConfig& collection;
  std::vector<FrontMatterKey> keys;                                 // in the order of front matter
  std::vector<SiteEntry> entries;                                   // by path, hidden ones included
  std::map<std::string, std::set<std::string>, std::less<>> slugs;  // of collections that references lead to

  std::vector<std::string> key_order() const;
};

/// Reads the collection's entries. Their mistakes are reported; nothing can be held against entries that have some.
ImportSite read_import_site(const Source&, const Config&, const SiteData&, const CollectionConfig&, Diagnostics&);

/// Keys by which a row says what it is about: unique fields of the types nip, regon and krs, and the slug.
bool is_identifier(const FrontMatterKey&);
/// NIP and REGON are asked first, then KRS, then the slug.
int identifier_rank(const FrontMatterKey&);

class EntryIndex {
 public:
  explicit EntryIndex(const ImportSite&);
  std::optional<std::size_t> find(const FrontMatterKey&, const std::string& plain) const;

 private:
  std::map<std::pair<std::string, std::string>, std::size_t> by_value_;
};

}  // namespace kronika
