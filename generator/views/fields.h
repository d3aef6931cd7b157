// A page's fields as templates show them.
#pragma once

#include <string>
#include <vector>

#include "generator/views/view.h"

namespace kronika {

/// One value as text with, where it leads somewhere, an address: a term page, an entry, a file, a mail address.
struct FieldItem {
  std::string text;
  std::string url;
  std::string note;  // of a file: type and size
};

/// The values of a field: one, or a list's. References to hidden entries are left out.
std::vector<FieldItem> field_items(const FieldValue& value, const Field& field, const Page& page, const Views& views);

/// Fills `fields` (the visible ones, in the schema's order) and `field` (all of them by name).
void fill_fields(TemplateData& data, const Page& page, const Views& views);

/// A long text as paragraphs; nothing in it is markup.
std::string paragraphs(std::string_view text);

}  // namespace kronika
