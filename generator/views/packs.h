// Downloads made of several things: how pages offer them, and what they are made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/views/view.h"

namespace kronika {

/// Fills `packs`: those of a whole collection, or of one entry of it. No collection has none.
void fill_packs(TemplateData& data, const CollectionConfig* collection, std::optional<PageId> entry,
                std::string_view language, const Views& views);

/// An entry as a part of a pack, for the template `pack`: what its page shows, without the site around it.
TemplateData pack_view(const Page& page, const Views& views);

/// What a collection's list in a language says of it: the words of its `_index.md`, else of site.toml.
std::string list_title(const Collection& collection, std::string_view language, const Views& views);
std::string list_summary(const Collection& collection, std::string_view language, const Views& views);

/// A part of a whole collection's pack. `name` is the entry's in the pack: a folder, a file, an anchor.
struct PackPart {
  std::string name, title;
};
/// The entries of a collection in its order, with names that are all different.
std::vector<PackPart> pack_parts(const Collection& collection, const SiteModel& model);

/// The page to print, around the `content` of all parts (HTML).
TemplateData print_view(const PackRoute& pack, std::string_view content, const Views& views);

}  // namespace kronika
