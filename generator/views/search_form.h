// A component that leads into the search: a plain form whose selects offer what the entries of a collection have.
#pragma once

#include <span>
#include <string>

#include "generator/content/content.h"
#include "generator/theme/data.h"

namespace kronika {

/// One such component as its author filled it in. Borrows everything.
struct SearchFormCall {
  const Schema& parameters;
  std::span<const FieldValue> values;  // parallel to them
  const Place& place;                  // of the component, for what is missing
  const std::string& id;               // of the form, unique on its page
};

/// The same form with selects for `fields` of one collection, whose names are known to be right, in `language`.
TemplateData filter_form(const Collection& collection, std::span<const std::string> fields, std::string_view language,
                         const SiteModel& model);

/// Fills `form`: `action`, `hidden` inputs (the collection, and `fixed`), `selects` for `fields`, a day where `as_of`
/// is true. A select has the terms that searchable entries of the collection use, those of a field under another in
/// groups by what they lie in. Two fields of one filter are one select, in which a group begins with all of it: a form
/// cannot send a county and its municipality so that one narrows the other. Reports names that the collection does not
/// have (E0315).
void fill_search_form(TemplateData& data, const SearchFormCall& call, const Page& page, const SiteModel& model,
                      Diagnostics& diagnostics);

}  // namespace kronika
