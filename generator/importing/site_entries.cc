// Drafts and entries of the future are entries too: a row about one must not make a second.
#include "generator/importing/site_entries.h"

namespace kronika {
namespace {

void read_slugs(ImportSite& site) {
  Diagnostics ignored;  // of other collections: `kronika check` tells them
  for (const Field& field : site.collection.schema.fields) {
    if (field.value_type() == FieldType::reference) site.slugs[field.collection];
  }
  for (const std::string& path : page_paths(site.source, ignored)) {
    for (auto& [collection, slugs] : site.slugs) {
      if (!path.starts_with("content/" + collection + "/")) continue;
      auto raw = split_page(path, site.source.read(path), ignored);
      const auto page = raw ? check_page(std::move(*raw), site.config, site.data, site.source, ignored) : std::nullopt;
      if (page && page->language == site.config.language) slugs.insert(page->slug);
    }
  }
}

}  // namespace

std::vector<std::string> ImportSite::key_order() const {
  std::vector<std::string> names;
  for (const FrontMatterKey& key : keys) names.push_back(key.name);
  return names;
}

ImportSite read_import_site(const Source& source, const Config& config, const SiteData& data,
                            const CollectionConfig& collection, Diagnostics& diagnostics) {
  ImportSite site{source, config, data, collection, front_matter_keys(config, collection), {}, {}};
  const std::string folder = "content/" + collection.name + "/";
  Diagnostics elsewhere;  // symbolic links of other folders
  for (const std::string& path : page_paths(source, elsewhere)) {
    if (!path.starts_with(folder)) continue;
    SiteEntry entry;
    entry.bytes = source.read(path);
    auto raw = split_page(path, entry.bytes, diagnostics);
    if (!raw) continue;
    entry.front_matter = raw->front_matter;
    entry.format = raw->format;
    auto page = check_page(std::move(*raw), config, data, source, diagnostics);
    if (!page || page->kind != PageKind::entry || page->language != config.language) continue;  // facts stand once
    entry.page = std::move(*page);
    site.entries.push_back(std::move(entry));
  }
  read_slugs(site);
  return site;
}

bool is_identifier(const FrontMatterKey& key) {
  return identifier_rank(key) > 0;
}

int identifier_rank(const FrontMatterKey& key) {
  if (key.built_in == "slug") return 3;
  if (!key.built_in.empty() || !key.field.unique) return 0;
  if (key.field.type == FieldType::nip || key.field.type == FieldType::regon) return 1;
  return key.field.type == FieldType::krs ? 2 : 0;
}

EntryIndex::EntryIndex(const ImportSite& site) {
  for (std::size_t i = 0; i < site.entries.size(); ++i) {
    for (const FrontMatterKey& key : site.keys) {
      if (!is_identifier(key)) continue;
      const FieldValue value = value_of(site.entries[i].page, key);
      if (!value.empty()) by_value_.emplace(std::pair{key.name, plain_value(value, key.field)}, i);
    }
  }
}

std::optional<std::size_t> EntryIndex::find(const FrontMatterKey& key, const std::string& plain) const {
  const auto found = by_value_.find({key.name, plain});
  return found == by_value_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace kronika
