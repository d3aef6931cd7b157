// The page as it will be: made, and checked before anything is written.
#pragma once

#include <string>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/importing/edit.h"
#include "generator/importing/site_entries.h"

namespace kronika {

/// What a key is meant to say afterwards, and the cell that says so.
struct MeantValue {
  const FrontMatterKey* key = nullptr;
  FieldValue value;  // empty: the key goes away
  Span cell;
};

KeyEdit edit_of(const FrontMatterKey&, const FieldValue&);

struct PageAfter {
  std::string bytes;
  bool good = false;
};

/// The file of `entry` with the edits; without an entry, a new page at `path`. Mistakes of the page are reported at the
/// cells that made them, others at the row. What cannot be edited, or would not say what is meant, is refused (E0813).
PageAfter page_after(const ImportSite&, const SiteEntry* entry, const std::string& path, std::vector<KeyEdit> edits,
                     const std::vector<MeantValue>& meant, const Place& row, Diagnostics& told);

}  // namespace kronika
