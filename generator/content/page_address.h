// From a file's path to its place in the site: collection, kind, slug, route.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/content/page.h"

namespace kronika {

struct PageAddress {
  PageKind kind = PageKind::entry;
  const CollectionConfig* collection = nullptr;  // null for the home page
  bool bundle = false;                           // folder/index.md
  std::vector<std::string> names;                // below the collection's folder, as the files are called
  std::string language;  // of "x.en.md", which is a language of the site; "" : the name tells none
  std::string original;  // the path without it, "content/x.md"; "" likewise
};

/// Reads the path of a Markdown file below content/. A page in no collection (E0212) is reported and gives nothing.
std::optional<PageAddress> address_of(const std::string& path, const Config&, Diagnostics&);

/// The address in another language of the site: "/en/praktyki/x/"; in the site's own the address itself.
Route in_language(const Route&, std::string_view language, const Config&);

/// The folder that a path lies in, without '/' at the end.
std::string folder_of(std::string_view path);

/// The collection's URL pattern with slug and date put in; nothing when it needs a date and `date` is none.
std::optional<Route> route_of(const CollectionConfig&, std::string_view slug, const std::optional<DateTime>& date);

/// "jak-pisac_dobrze.md" → "Jak pisac dobrze", for pages that say nothing better.
std::string title_from_name(std::string_view name);

/// The text of the first first-level heading, which is taken out of `body` (its lines stay, empty); "" when there is
/// none.
std::string take_title_heading(std::string& body);

}  // namespace kronika
