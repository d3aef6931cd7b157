// What the clock and the draft mark keep out, what two entries may not share, and who has which address.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "generator/content/assembly.h"
#include "generator/content/page_address.h"

namespace kronika {
namespace {

Instant instant_of(const DateTime& time, const TimeZone& zone) {
  return zone.to_instant(time);
}

void note_change(std::optional<Instant>& next, Instant candidate) {
  if (!next || candidate < *next) next = candidate;
}

std::optional<Hidden> why_hidden(const Page& page, const TimeZone& zone, const AssembleOptions& options,
                                 std::optional<Instant>& next) {
  if (page.draft && !options.drafts) return Hidden::draft;
  const auto from = page.date ? std::optional(instant_of(*page.date, zone)) : std::nullopt;
  const auto until = page.expires ? std::optional(instant_of(*page.expires, zone)) : std::nullopt;
  if (until && *until <= options.now) return Hidden::expired;
  if (from && *from > options.now && !options.future) {
    if (!until || *from < *until) note_change(next, *from);
    return Hidden::future;
  }
  if (until) note_change(next, *until);
  return std::nullopt;
}

/// Who has an address, for messages: a file, or a section of site.toml.
class RouteOwners {
 public:
  explicit RouteOwners(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// `at` is where the owner can be changed; when the address is taken, the mistake is told there.
  void claim(const Route& route, const std::string& owner, const Place& at) {
    const auto [found, fresh] = owners_.emplace(route.file(), owner);
    if (!fresh) diagnostics_.report(Code::same_route, at, {route.path(), found->second});
  }

 private:
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::string> owners_;
};

Place place_of(const Page& page, const Config& config) {
  const auto slug = page.spans.find(config.front_matter.slug);
  return {page.path, slug == page.spans.end() ? Span{1, 1, 3} : slug->second};
}

/// Home pages and lists of other languages than the site's own; where a text stands above one, its page has the
/// address.
void claim_other_languages(const SiteModel& model, RouteOwners& owners) {
  const Config& config = *model.config;
  for (const std::string& language : config.languages) {
    if (!config.is_other_language(language)) continue;
    if (!model.translated_homes.contains(language))
      owners.claim(in_language(Route{}, language, config), "the home page (" + language + ")", {config.file, {}});
    for (const Collection& collection : model.collections) {
      const CollectionEntries& list = collection.in(language);
      if (!list.has_list() || list.index_page) continue;
      owners.claim(in_language(collection.config->list_route, language, config),
                   "[collections." + collection.config->name + "] (" + language + ")",
                   {config.file, collection.config->span});
    }
  }
}

}  // namespace

void check_unique(std::span<const Page> pages, const Config& config, Diagnostics& diagnostics) {
  for (const CollectionConfig& collection : config.collections) {
    for (std::size_t i = 0; i < collection.schema.fields.size(); ++i) {
      const Field& field = collection.schema.fields[i];
      if (!field.unique) continue;
      std::unordered_map<std::string, const Page*> first;
      for (const Page& page : pages) {
        if (page.language != config.language || page.collection != collection.name) continue;
        if (page.kind != PageKind::entry || page.fields[i].empty()) continue;
        const std::string value = plain_value(page.fields[i], field);
        const auto [found, fresh] = first.emplace(value, &page);
        if (fresh) continue;
        diagnostics.report(Code::not_unique, {page.path, page.fields[i].span},
                           {field.name, value, found->second->path});
      }
    }
  }
}

Visibility hide(std::vector<Page>& pages, const Config& config, const AssembleOptions& options) {
  const TimeZone zone(config.timezone);
  Visibility out;
  std::map<std::string, Hidden> reasons;
  for (const Page& page : pages) {
    if (const auto why = why_hidden(page, zone, options, out.next_change)) reasons.emplace(page.path, *why);
  }
  std::erase_if(pages, [&](const Page& page) {
    const auto own = reasons.find(page.path);
    const auto why = own == reasons.end() ? reasons.find(page.original) : own;
    if (why == reasons.end()) return false;
    out.hidden.push_back({page.path, page.collection, page.slug, why->second, page.example});
    return true;
  });
  return out;
}

void check_routes(const SiteModel& model, Diagnostics& diagnostics) {
  const Config& config = *model.config;
  RouteOwners owners(diagnostics);
  for (const Collection& collection : model.collections) {
    if (collection.index_page) continue;  // the page has the list's address
    owners.claim(collection.config->list_route, "[collections." + collection.config->name + "]",
                 {config.file, collection.config->span});
  }
  for (const VocabularyConfig& vocabulary : config.vocabularies) {
    if (vocabulary.pages)
      owners.claim(*vocabulary.pages, "[vocabularies." + vocabulary.name + "]", {config.file, vocabulary.span});
  }
  for (std::size_t i = 0; i < model.vocabularies.size(); ++i) {
    const auto& base = config.vocabularies[i].pages;
    if (!base) continue;
    for (const Term& term : model.vocabularies[i].terms) {
      const auto route = Route::parse(base->path() + term.slug + "/");
      const std::string& file = model.vocabularies[i].file;
      if (route) owners.claim(*route, file + " (" + term.value + ")", {file, {}});
    }
  }
  claim_other_languages(model, owners);
  for (const Page& page : model.pages) owners.claim(page.route, page.path, place_of(page, config));
  for (const Page& page : model.pages) {
    for (std::size_t i = 0; i < page.aliases.size(); ++i) {
      owners.claim(page.aliases[i], page.path, {page.path, page.alias_spans[i]});
    }
  }
}

}  // namespace kronika
