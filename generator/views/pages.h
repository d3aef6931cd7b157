// SiteModel and rendered texts → template data, one function a kind of page.
#pragma once

#include <string>
#include <string_view>

#include "generator/views/view.h"

namespace kronika {

TemplateData page_view(const Page& page, const Views& views);
/// In a language of the site; "": in its own.
TemplateData home_view(const Views& views, std::string_view language = {});
/// Page `number` (from 0) of a collection's list, likewise; the collection has a list in the language.
TemplateData list_view(std::size_t collection, std::size_t number, const Views& views, std::string_view language = {});
/// `terms` indexes SiteModel::terms.
TemplateData term_view(std::size_t terms, const Views& views);
TemplateData terms_view(std::size_t vocabulary, const Views& views);
TemplateData not_found_view(const Views& views, std::string_view language);
/// The page around search results: `results` is the marker that kronika-search replaces, `page_title` likewise.
TemplateData search_view(const Views& views, std::string_view language);
TemplateData redirect_view(const Page& target, const Views& views);

}  // namespace kronika
