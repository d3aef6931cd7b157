#include "generator/views/tables.h"

#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "[vocabularies.places]\npages = \"/places/\"\n"
    "[tables.towns]\ntitle = { pl = \"Miasta\", en = \"Towns\" }\n[tables.towns.fields]\n"
    "code  = { type = \"text\", hidden = true, label = \"Kod\" }\n"
    "name  = { type = \"text\", label = { pl = \"Miasto\", en = \"Town\" } }\n"
    "place = { type = \"choice\", vocabulary = \"places\", label = \"Powiat\" }\n"
    "since = { type = \"date\", label = \"Od\" }\n"
    "cost  = { type = \"money\", label = \"Koszt\" }\n"
    "open  = { type = \"bool\", label = \"Czynne\" }\n"
    "note  = { type = \"text\", label = \"Uwagi\" }\n"
    "[tables.none.fields]\nname = { type = \"text\" }\n"
    "[collections.news]\n[collections.news.fields]\n"
    "place = { type = \"choice\", vocabulary = \"places\" }\nbig = { type = \"data\", label = \"Tabela\" }\n";

std::string text_with(const std::string& parameters) {
  return "+++\ntitle = \"A\"\nplace = \"kielce\"\nbig = \"towns\"\n+++\n```{table}\n" + parameters + "```\n";
}

TestSite::SourceFiles files(const std::string& parameters) {
  return {{"site.toml", site_toml(settings)},
          {"content/_data/places.toml", "kielce = \"miasto Kielce\"\nbusko = \"Busko\"\n"},
          {"content/_data/towns.csv",
           "code;name;place;since;cost;open\n01;Kielce;kielce;2026-03-04;40000;tak\n02;A & B;busko;;1250,5;nie\n"},
          {"content/_data/none.csv", "name\n"},
          {"content/news/a.md", text_with(parameters)},
          {"content/news/b.md", "+++\ntitle = \"B\"\nbig = \"none\"\n+++\n"}};
}

std::string drawn(const std::string& parameters) {
  const ViewSite site(files(parameters));
  return site.views().contents[0].body.html;
}

std::string told(const std::string& parameters) {
  const TestSite site(files(parameters));
  REQUIRE(site.told() == "");
  Diagnostics diagnostics;
  const auto builtin = folder_source(KRONIKA_SOURCE_DIR "/themes/default");
  const auto kinds = template_kinds(site.config, read_declarations(*site.source, "", *builtin, diagnostics));
  const Theme theme = Theme::load(*site.source, "", *builtin, site.config.languages, kinds, diagnostics);
  const LinkTable links(site.model, *site.source);
  const Page& page = site.page("content/news/a.md");
  SiteHost host(page, site.model, links, theme, *site.source, diagnostics);
  render_markdown(page.body, markdown_options(page, site.config, theme, page.body_line), host, diagnostics);
  return joined(kronika::told(diagnostics));
}

}  // namespace

TEST_CASE("a page's table of data is shown as a table field is") {
  const ViewSite site(files("data = \"towns\"\n"));
  const TemplateData page = page_view(site.page("content/news/a.md"), site.views());
  CHECK(is(page, "field.big.is_table"));
  CHECK(text(page, "field.big.label") == "Tabela");
  CHECK(each(page, "field.big.columns", "label") == "Miasto Powiat Od Koszt Czynne");
  CHECK(each(page, "field.big.rows.0.cells", "text") ==
        "Kielce miasto Kielce 4\u00A0marca\u00A02026\u00A0r. 40\u00A0000\u00A0zł tak");
  CHECK(text(page, "field.big.rows.0.cells.1.url") == "/places/kielce/");
  CHECK_FALSE(is(page, "field.big.rows.1.cells.1.has_url"));
  CHECK(is(page, "field.big.columns.3.is_number"));
  CHECK(is(page, "field.big.rows.1.cells.3.is_number"));
  CHECK_FALSE(is(page_view(site.page("content/news/b.md"), site.views()), "has_fields"));
}

TEST_CASE("the component draws a table with its title, in the columns that are used and not hidden") {
  CHECK(
      drawn("data = \"towns\"\n") ==
      "<div class=\"table\" role=\"group\" aria-label=\"Miasta\" tabindex=\"0\">\n<table>\n<caption>Miasta</caption>\n"
      "<thead>\n<tr>\n<th scope=\"col\">Miasto</th>\n<th scope=\"col\" data-widest=\"miasto Kielce\">Powiat</th>\n<th "
      "scope=\"col\" data-widest=\"4\u00A0marca\u00A02026\u00A0r.\">Od</th>\n"
      "<th scope=\"col\" class=\"right\" data-widest=\"1250,50\u00A0zł\">Koszt</th>\n<th "
      "scope=\"col\">Czynne</th>\n</tr>\n</thead>\n<tbody>\n"
      "<tr>\n<td>Kielce</td>\n<td><a href=\"/places/kielce/\">miasto Kielce</a></td>\n"
      "<td>4\u00A0marca\u00A02026\u00A0r.</td>\n<td class=\"right\">40\u00A0000\u00A0zł</td>\n<td>tak</td>\n</tr>\n"
      "<tr>\n<td>A &amp; B</td>\n<td>Busko</td>\n<td></td>\n<td class=\"right\">1250,50\u00A0zł</td>\n<td>nie</td>\n"
      "</tr>\n</tbody>\n</table>\n</div>\n"
      "<p class=\"data-links\"><a href=\"/data/towns.csv\" download>Pobierz dane <span class=\"note\">(CSV, "
      "111\u00A0B)</span></a> <a href=\"/data/towns-excel.csv\" download>Pobierz dla arkusza <span "
      "class=\"note\">(CSV, 114\u00A0B)</span></a></p>\n");
}

TEST_CASE("the component takes a caption and chooses columns, hidden ones too, in the given order") {
  const std::string html = drawn(
      "data = \"towns\"\ncaption = \"Nasze \\\"miasta\\\"\"\ncolumns = [\"cost\", \"code\", \"cost\", \"note\"]\n");
  CHECK(html.find("aria-label=\"Nasze &quot;miasta&quot;\"") != std::string::npos);
  CHECK(html.find("<caption>Nasze &quot;miasta&quot;</caption>") != std::string::npos);
  CHECK(html.find("<th scope=\"col\" class=\"right\" data-widest=\"1250,50\u00A0zł\">Koszt</th>\n<th "
                  "scope=\"col\">Kod</th>\n<th "
                  "scope=\"col\">Uwagi</th>\n</tr>") != std::string::npos);
  CHECK(html.find("Miasto") == std::string::npos);
}

TEST_CASE("a table without rows still has its columns") {
  const std::string html = drawn("data = \"none\"\n");
  CHECK(html.find("<th scope=\"col\">name</th>") != std::string::npos);
  CHECK(html.find("<td") == std::string::npos);
}

TEST_CASE("mistakes in the component are told at their places") {
  CHECK(told("data = \"towns\"\n") == "");
  CHECK(told("data = \"twons\"\n") == "content/news/a.md:7:8+7 E0112 (towns)");
  CHECK(told("data = 5\n") == "content/news/a.md:7:8+1 E0205");
  CHECK(told("caption = \"x\"\n") == "content/news/a.md:6:4+7 E0305");
  CHECK(told("data = \"towns\"\ncolumns = [\"name\", \"plaec\"]\n") == "content/news/a.md:8:20+7 E0119 (place)");
}

}  // namespace kronika
