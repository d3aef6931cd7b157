// The law looks at finished pages, so some are drawn before anything is written: the declaration, and one page of each
// template, since a footer is the work of templates.
#include <set>

#include "generator/passes.h"
#include "generator/views/declaration.h"
#include "generator/views/pages.h"

namespace kronika {
namespace {

/// Templates that have no footer, or whose pages are made of what is not there yet.
bool is_left_out(const PlannedFile& file) {
  return file.kind.empty() || file.kind == "redirect" || file.kind == "print";
}

}  // namespace

void check_declared(const Views& views, const std::map<std::string, TemplateData>& shared,
                    std::span<const PlannedFile> files, Diagnostics& diagnostics) {
  if (!views.config.declaration) return;
  const std::string folder = templates_folder(views.config);
  const auto check_footer = [&](const std::string& html, const std::string& address, const std::string& language) {
    const std::string url = views.url(*declaration_route(views, language));
    if (links_from_footer(html, url)) return;
    diagnostics.report(Code::no_declaration_link, {views.config.file, views.config.declaration->span},
                       {address, url, folder});
  };
  std::set<const Template*> seen;
  for (const PlannedFile& file : files) {
    const bool is_declaration = file.kind == "declaration";
    if (is_left_out(file) || (!seen.insert(file.drawn_by).second && !is_declaration)) continue;
    const std::string html = file.bytes();
    check_footer(html, "/" + file.path, file.language);
    if (is_declaration) check_declaration_page(html, views, file.language, diagnostics);
  }
  for (const std::string& language : views.config.languages) {
    const Template& search = views.theme.find("search", "", language);
    check_footer(search.render(shared.at(language), search_view(views, language)), views.url(views.routes.search),
                 language);
  }
}

}  // namespace kronika
