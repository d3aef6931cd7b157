// The page of the declaration of accessibility, and what every theme must keep of it.
#pragma once

#include <string>
#include <string_view>

#include "generator/views/view.h"

namespace kronika {

TemplateData declaration_view(const Views& views, std::string_view language);

/// Reports ids that the finished page does not hold exactly once (E0515), and headings that are not in their place
/// (E0516).
void check_declaration_page(std::string_view html, const Views& views, std::string_view language, Diagnostics&);

/// Does the last <footer> of a page hold a link with this address?
bool links_from_footer(std::string_view html, std::string_view url);

/// Where the site's templates lie, for messages: "themes/portal/templates".
std::string templates_folder(const Config& config);

/// The address of the declaration in one language; nothing when the site has none.
std::optional<Route> declaration_route(const Views& views, std::string_view language);

}  // namespace kronika
