// The same page in other languages, and what leads to pages in another one.
#pragma once

#include <string>
#include <string_view>

#include "generator/views/view.h"

namespace kronika {

struct LocalAddress {
  std::string url;
  std::string language;  // of what is there; "" : not known
};

/// An address of a menu for readers of a language: a page, list, home page or search of this site in their language
/// where it is there in it, else as it is written.
LocalAddress localized(const std::string& url, std::string_view language, const Views& views);

/// `language`, `is_foreign` and, for what is in another language than the reader's, `language_name` in the reader's.
/// No language: the reader's.
void set_foreign(TemplateData& data, std::string_view language, std::string_view reader);

/// Fills `languages` (of a site with several: where this page is in each, or else the home page) and `hreflangs` (of a
/// page with versions in several: absolute addresses, with x-default).
void fill_languages(TemplateData& data, const Head& head, const Views& views);

}  // namespace kronika
