// The steps of assemble(), each of which looks at all pages at once.
#pragma once

#include <span>
#include <vector>

#include "generator/content/content.h"

namespace kronika {

/// Reports a required field that a page does not give (E0204).
void report_missing(const Page&, const Field&, const Span&, Diagnostics&);

/// Ties the versions of a page together: by translation_key, which all of them have afterwards, or by the names of
/// their files (x.en.md is x.md in English). A translation takes from its original what it does not say itself. Two
/// versions in one language are reported (E0215). Then entries in other languages than the site's own get their
/// routes, and are told what they lack (E0204); those without an address are taken out.
void link_translations(std::vector<Page>& pages, const Config&, Diagnostics&);

/// Gives translations the fields of their originals anew, once the states of these are settled.
void inherit_fields(std::vector<Page>& pages, const Config&);

/// Reports values of `unique` fields that two entries of a collection have (E0207). Translations are left aside.
void check_unique(std::span<const Page> pages, const Config&, Diagnostics&);

/// Moves drafts, future and expired pages, and the translations of such, from `pages` to `hidden`, and finds the next
/// instant at which that changes.
struct Visibility {
  std::vector<HiddenPage> hidden;
  std::optional<Instant> next_change;
};
Visibility hide(std::vector<Page>& pages, const Config&, const AssembleOptions&);

/// Fills choices that follow from dates (Field::states) for the entries among `pages` that are no translations; a
/// written state that its dates contradict is reported (W0824), and a state of site.toml that is no term (E0203). Gives
/// the next instant at which a state changes.
std::optional<Instant> settle_states(std::vector<Page>& pages, const Config&, std::span<const Vocabulary> vocabularies,
                                     Instant now, Diagnostics&);

/// Reports addresses that two pages, lists, term pages or aliases want (E0601). Pages have their final order.
void check_routes(const SiteModel&, Diagnostics&);

/// Puts the entries of each collection in order.
void order_collections(SiteModel&);

/// Resolves references in place (E0403, E0408, W0406) and fills back_references, which are sorted by `rank`.
void resolve_references(SiteModel&, std::span<const std::size_t> rank, Diagnostics&);

/// The place of each page in the order of collections and, within them, of entries; parallel to model.pages.
std::vector<std::size_t> ranks(const SiteModel&);

/// Fills terms, those under others with the entries that know only what they stand under; pages come by `rank`.
void collect_terms(SiteModel&, std::span<const std::size_t> rank);

/// Fills related: of the same collection, most shared choice values and references first, at most 4.
void find_related(SiteModel&);

/// Calls visit(value, field) for every single value of the page's top-level fields, lists taken apart.
template <class Visit>
void for_each_value(const Page& page, const Schema& schema, Visit visit) {
  for (std::size_t i = 0; i < page.fields.size(); ++i) {
    const FieldValue& value = page.fields[i];
    if (const auto* list = value.as<ValueList>()) {
      for (const FieldValue& item : *list) visit(item, schema.fields[i]);
    } else if (!value.empty()) {
      visit(value, schema.fields[i]);
    }
  }
}

}  // namespace kronika
