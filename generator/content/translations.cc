// Facts stand once, in the site's own language; a translation has its title and its text, and takes the rest from
// there.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "generator/content/assembly.h"
#include "generator/content/page_address.h"

namespace kronika {
namespace {

bool says(const Page& page, const std::string& key) {
  return page.spans.contains(key);
}

/// Titles and summaries are words of one language; a state is that of the original, whatever the translation says.
bool takes(const Page& page, const Page& original, const Field& field) {
  if (field.role == Role::title || field.role == Role::summary) return false;
  const bool has_own_default = !field.default_texts.empty() && !says(original, field.name);
  return field.states || !(says(page, field.name) || has_own_default);
}

void take_fields(Page& page, const Page& original, const Schema& schema) {
  for (std::size_t i = 0; i < page.fields.size() && i < original.fields.size(); ++i) {
    const Field& field = schema.fields[i];
    if (!takes(page, original, field)) continue;
    page.fields[i] = original.fields[i];
    if (field.role == Role::example) page.example = original.example;
    if (field.role == Role::archived) page.archived = original.archived;
  }
}

void take_built_in(Page& page, const Page& original, const FrontMatterNames& names) {
  if (!page.date) {
    page.date = original.date;
    page.date_has_time = original.date_has_time;
  }
  if (!page.updated) page.updated = original.updated;
  if (!page.expires) page.expires = original.expires;
  if (!says(page, names.weight)) page.weight = original.weight;
  if (!says(page, names.search_weight)) page.search_weight = original.search_weight;
  if (!says(page, names.search)) page.searchable = original.searchable;
}

/// What the original says itself; its defaults the translation has, too, in its own language where there are such.
void take_record(Page& page, const Page& original, const Config& config) {
  const CollectionConfig* collection = config.collection(page.collection);
  const auto is_taken = [&](Role role) {
    const Schema* schema =
        collection && collection->schema.index_of(role) ? &collection->schema : &config.common_fields;
    const auto at = schema->index_of(role);
    return at && says(original, schema->fields[*at].name) && !says(page, schema->fields[*at].name);
  };
  if (is_taken(Role::author)) page.record.author = original.record.author;
  if (is_taken(Role::responsible)) page.record.responsible = original.record.responsible;
  if (is_taken(Role::entered_by)) page.record.entered_by = original.record.entered_by;
  if (is_taken(Role::created)) page.record.created = original.record.created;
}

std::unordered_map<std::string, Page*> by_path(std::vector<Page>& pages) {
  std::unordered_map<std::string, Page*> out;
  for (Page& page : pages) out.emplace(page.path, &page);
  return out;
}

class Linker {
 public:
  Linker(std::vector<Page>& pages, const Config& config, Diagnostics& diagnostics)
      : pages_(pages), config_(config), diagnostics_(diagnostics), by_path_(by_path(pages)) {}

  void link() {
    std::erase_if(pages_, [this](const Page& page) { return lacks_original(page); });
    by_path_ = by_path(pages_);
    for (Page& page : pages_) settle_key(page);
    std::map<std::string, std::vector<Page*>> groups;
    for (Page& page : pages_) groups[page.translation_key.empty() ? page.path : page.translation_key].push_back(&page);
    for (auto& [key, group] : groups) settle_group(key, group);
    for (Page& page : pages_) inherit(page);
    std::erase_if(pages_, [this](Page& page) { return !settle_route(page); });
  }

 private:
  /// The mistakes of the original are told; that a translation has no facts then is none of its own.
  bool lacks_original(const Page& page) const {
    return !page.original.empty() && page.translation_key.empty() && !by_path_.contains(page.original);
  }

  /// The file's name speaks where the page has no key.
  void settle_key(Page& page) const {
    if (page.original.empty()) return;
    if (page.translation_key.empty()) {
      const Page& original = *by_path_.at(page.original);
      page.translation_key = original.translation_key.empty() ? original.path : original.translation_key;
    }
    page.original.clear();
  }

  void settle_group(const std::string& key, const std::vector<Page*>& group) {
    if (group.size() < 2) return;
    std::map<std::string_view, Page*> by_language;
    for (Page* page : group) {
      page->translation_key = key;
      const auto [first, fresh] = by_language.emplace(page->language, page);
      if (!fresh) report_twins(*page, *first->second);
    }
    const auto original = by_language.find(config_.language);
    if (original == by_language.end()) return;
    for (Page* page : group) {
      const Page& own = *original->second;
      if (page->language == own.language || page->kind != own.kind || page->collection != own.collection) continue;
      page->original = own.path;
    }
  }

  void report_twins(const Page& page, const Page& first) {
    Span span{1, 1, 3};
    for (const std::string& key : {config_.front_matter.language, config_.front_matter.translation_key}) {
      if (const auto found = page.spans.find(key); found != page.spans.end()) span = found->second;
    }
    diagnostics_.report(Code::same_translation, {page.path, span}, {page.language, first.path});
  }

  void inherit(Page& page) const {
    if (page.original.empty()) return;
    const Page& original = *by_path_.at(page.original);
    take_built_in(page, original, config_.front_matter);
    take_record(page, original, config_);
    if (const CollectionConfig* collection = config_.collection(page.collection)) {
      take_fields(page, original, collection->schema);
    }
  }

  /// False when an entry can have no address.
  bool settle_route(Page& page) {
    if (page.kind != PageKind::entry || !config_.is_other_language(page.language)) return true;
    const CollectionConfig& collection = *config_.collection(page.collection);
    const Span& front_matter = page.extra.span;
    for (std::size_t i = 0; page.original.empty() && i < page.fields.size(); ++i) {
      const Field& field = collection.schema.fields[i];
      if (field.required && page.fields[i].empty() && !says(page, field.name)) {
        report_missing(page, field, front_matter, diagnostics_);
      }
    }
    const auto route = route_of(collection, page.slug, page.date);
    if (route) {
      page.route = in_language(*route, page.language, config_);
    } else {
      diagnostics_.report(Code::missing_key, {page.path, front_matter},
                          {config_.front_matter.date, both("date", "data")});
    }
    return route.has_value();
  }

  std::vector<Page>& pages_;
  const Config& config_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Page*> by_path_;
};

}  // namespace

void link_translations(std::vector<Page>& pages, const Config& config, Diagnostics& diagnostics) {
  if (config.languages.size() > 1) Linker(pages, config, diagnostics).link();
}

void inherit_fields(std::vector<Page>& pages, const Config& config) {
  const auto originals = by_path(pages);
  for (Page& page : pages) {
    const auto original = originals.find(page.original);
    const CollectionConfig* collection = config.collection(page.collection);
    if (!collection || original == originals.end()) continue;
    take_fields(page, *original->second, collection->schema);
  }
}

}  // namespace kronika
