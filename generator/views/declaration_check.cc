// Programs that visit public sites look for the declaration by its ids, and a theme may be changed by anyone; so the
// finished page is looked at, not the template.
#include <algorithm>
#include <array>

#include "generator/views/declaration.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr std::array<std::string_view, 14> fixed_ids = {
    "a11y-wstep",           "a11y-podmiot",           "a11y-zakres",    "a11y-url",
    "a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-status",    "a11y-kontakt",
    "a11y-email",           "a11y-telefon",           "a11y-procedura", "a11y-data-sporzadzenie",
    "a11y-architektura",    "a11y-komunikacja"};

std::vector<std::string_view> ids_of(const DeclarationConfig& declared) {
  std::vector<std::string_view> out(fixed_ids.begin(), fixed_ids.end());
  if (declared.reviewed) out.emplace_back("a11y-data-przeglad");
  if (!declared.report_url.empty()) out.emplace_back("a11y-ocena");
  if (!declared.apps.empty()) out.emplace_back("a11y-aplikacje");
  if (!declared.architecture_url.empty()) out.emplace_back("a11y-architektura-url");
  return out;
}

/// The theme's texts for the headings, in the order of the act.
std::vector<const char*> headings_of(const DeclarationConfig& declared) {
  std::vector<const char*> out = {"declaration_status"};
  if (!declared.non_accessible.empty() || !declared.exceptions.empty()) out.push_back("declaration_barriers");
  out.insert(out.end(), {"declaration_preparation", "declaration_facilities", "declaration_shortcuts",
                         "declaration_contact", "declaration_procedure", "declaration_rest"});
  if (!declared.apps.empty()) out.push_back("declaration_apps");
  out.insert(out.end(), {"declaration_architecture", "declaration_communication"});
  return out;
}

std::size_t count_id(std::string_view html, std::string_view id) {
  std::size_t count = 0;
  for (const char quote : {'"', '\''}) {
    const std::string wanted = std::string(" id=") + quote + std::string(id) + quote;
    for (auto at = html.find(wanted); at != std::string_view::npos; at = html.find(wanted, at + 1)) ++count;
  }
  return count;
}

std::string without_tags(std::string_view html) {
  std::string out;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside) out += c;
    if (c == '>') inside = false;
  }
  const auto first = out.find_first_not_of(" \n\t");
  const auto last = out.find_last_not_of(" \n\t");
  return first == std::string::npos ? "" : out.substr(first, last + 1 - first);
}

/// The texts of h2 and h3, in the order of the page, escaped as they stand.
std::vector<std::string> headings_in(std::string_view html) {
  std::vector<std::string> out;
  for (std::size_t at = html.find("<h"); at != std::string_view::npos; at = html.find("<h", at + 1)) {
    if (html.substr(at, 3) != "<h2" && html.substr(at, 3) != "<h3") continue;
    const auto begin = html.find('>', at);
    const auto end = html.find("</h", at);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
    out.push_back(without_tags(html.substr(begin + 1, end - begin - 1)));
  }
  return out;
}

}  // namespace

std::string templates_folder(const Config& config) {
  return (config.theme.empty() ? std::string(builtin_theme_folder) : config.theme + "/") + "templates";
}

bool links_from_footer(std::string_view html, std::string_view url) {
  const auto begin = html.rfind("<footer");
  if (begin == std::string_view::npos) return false;
  const std::string_view footer = html.substr(begin, html.find("</footer", begin) - begin);
  for (const char quote : {'"', '\''}) {
    if (footer.find(std::string("href=") + quote + escape_html(url) + quote) != std::string_view::npos) return true;
  }
  return false;
}

void check_declaration_page(std::string_view html, const Views& views, std::string_view language,
                            Diagnostics& diagnostics) {
  const DeclarationConfig& declared = *views.config.declaration;
  const Place place{views.config.file, declared.span};
  const std::string here = declaration_route(views, language)->path();
  const std::string folder = templates_folder(views.config);
  for (const std::string_view id : ids_of(declared)) {
    const std::size_t count = count_id(html, id);
    if (count == 1) continue;
    diagnostics.report(Code::declaration_id, place, {here, std::string(id), std::to_string(count), folder});
  }
  const std::vector<std::string> headings = headings_in(html);
  auto at = headings.begin();
  for (const char* key : headings_of(declared)) {
    const std::string& text = views.theme.text(language, key);
    const auto found = std::find(at, headings.end(), escape_html(text));
    if (found == headings.end()) {
      diagnostics.report(Code::declaration_heading, place, {here, text, folder});
    } else {
      at = found + 1;
    }
  }
}

}  // namespace kronika
