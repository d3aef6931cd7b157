// The page as it will be: made, and checked before anything is written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/importing/edit.h"
#include "generator/importing/site_entries.h"

namespace kronika {

/// What a key is meant to say afterwards.
struct MeantValue {
  const FrontMatterKey* key = nullptr;
  FieldValue value;  // empty: the key goes away
};

/// Where a row has its cells, for messages.
struct RowPlaces {
  Place row;
  std::map<std::string, Span, std::less<>> cells;  // by key of front matter

  Span of(std::string_view key) const;  // the row's own place for a key without a cell
};

KeyEdit edit_of(const FrontMatterKey&, const FieldValue&);

struct PageAfter {
  std::string bytes;
  bool good = false;
};

/// The file of `entry` with the edits; without an entry, a new page at `path`. Mistakes of the page are reported at the
/// cells of their keys, others at the row. What cannot be edited, or would not say what is meant, is refused (E0913).
PageAfter page_after(const ImportSite&, const SiteEntry* entry, const std::string& path, std::vector<KeyEdit> edits,
                     const std::vector<MeantValue>& meant, const RowPlaces&, Diagnostics& told);

}  // namespace kronika
