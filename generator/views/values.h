// Single values of fields as readers see them, on a page and in a component of its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/content/content.h"
#include "generator/links/links.h"
#include "generator/theme/theme.h"

namespace kronika {

/// What showing a value takes: less than Views, which are there only once all texts are rendered. Borrows everything.
struct ValueContext {
  const SiteModel& model;
  const Theme& theme;
  const LinkTable& links;
  const Source& source;  // sizes of files
  std::string_view language;

  std::string url(const Route& route) const { return model.config->base_url.local(route); }
};

/// One value as text with, where it leads somewhere, an address: a term page, an entry, a file, a mail address.
struct FieldItem {
  std::string text;
  std::string url;
  std::string note;           // of a file: type and size
  std::string language = {};  // of the entry that a reference leads to; "" : the reader's
};

/// Where a value of this type is reached: "mailto:…", "tel:…", the web address itself; "" for all others.
std::string contact_address(const FieldValue& value, FieldType type);

/// The values of a field: one, or a list's. References to hidden entries are left out; others lead to the version in
/// the context's language, where there is one.
std::vector<FieldItem> field_items(const FieldValue& value, const Field& field, const ValueContext& context);

}  // namespace kronika
