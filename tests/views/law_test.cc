#include <algorithm>
#include <set>

#include "generator/views/declaration.h"
#include "generator/views/funding.h"
#include "tests/views/shape_agreement.h"
#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "[publisher]\nname = \"Urząd\"\nemail = \"u@example.org\"\ntelephone = \"41 200 10 01\"\n"
    "bip = \"https://bip.example.org/\"\naddress = { street = \"Prosta 1\", postal_code = \"25-001\", locality = "
    "\"Kielce\" }\n"
    "[[menu.footer]]\nlabel = \"Deklaracja\"\nurl = \"/deklaracja-dostepnosci/\"\n"
    "[vocabularies.projects]\n[common_fields]\nproject = { type = \"choice\", vocabulary = \"projects\" }\n"
    "maker = { type = \"text\", default = \"Dział badań\", role = \"author\", label = \"Autor\" }\n"
    "[collections.news]\ntitle = \"Wieści\"\n"
    "[funding]\nfield = \"project\"\ndefault = \"main\"\n"
    "[funding.marks]\neu = { image = \"favicon.svg\", label = \"Unia\", width = 60, height = 20, eu_flag = true }\n"
    "fe = { image = \"favicon.svg\", label = \"Fundusze\", width = 80, height = 40 }\n"
    "[declaration]\npublished = 2026-01-01\nupdated = 2026-02-01\nprepared = 2026-02-05\nreviewed = 2026-03-01\n"
    "status = \"partial\"\nreport_url = \"/news/a/\"\narchitecture_url = \"https://example.org/a\"\n"
    "facilities = \"Raz\\n\\nDwa <b>\"\ncontact = { pl = \"Redakcja\", en = \"Editors\" }\nemail = "
    "\"d@example.org\"\nphone = \"41 200 10 01\"\narchitecture = \"Winda\"\ncommunication = \"Listownie\"\n"
    "exceptions = [\"Stare pliki\"]\n[[declaration.non_accessible]]\ntext = \"Filmy\"\nreason = \"bez napisów\"\n"
    "[[declaration.apps]]\nname = \"Aplikacja\"\nurl = \"https://example.org/app\"\n";

TestSite::SourceFiles files() {
  const std::string amounts = "value = \"1 000 zł\"\neu_share = \"850 zł\"\nmarks = [\"fe\", \"eu\"]\n";
  return {{"site.toml", site_toml(settings)},
          {"content/_data/projects.toml",
           "[main]\nlabel = \"Całość\"\n" + amounts + "[other]\nlabel = \"Inny\"\nprogramme = \"Fundusz\"\n" + amounts},
          {"content/_index.md", "+++\ntitle = \"Portal\"\n+++\nWitaj.\n"},
          {"content/news/_index.md", "+++\ntitle = \"Wieści\"\nmaker = \"Ewa\"\n+++\nWitaj.\n"},
          {"content/news/a.md", "+++\ntitle = \"A\"\nproject = \"other\"\ndate = 2026-01-02\n+++\nTekst.\n"},
          {"content/news/b.md", "+++\ntitle = \"B\"\nmaker = \"Jan\"\nupdated = 2026-02-03\n+++\nTekst.\n"}};
}

const ViewSite& site() {
  static const ViewSite built(files());
  return built;
}

std::string declaration_html(std::string_view language) {
  const Views views = site().views();
  return views.theme.find("declaration", "", language)
      .render(shared_data(views, language), declaration_view(views, language));
}

/// What is told of the declaration's page after `from` became `to` in it.
std::string told_with(std::string_view from, std::string_view to) {
  std::string html = declaration_html("pl");
  if (!from.empty()) {
    const auto at = html.find(from);
    REQUIRE(at != std::string::npos);
    html.replace(at, from.size(), to);
  }
  Diagnostics diagnostics;
  check_declaration_page(html, site().views(), "pl", diagnostics);
  std::string out;
  for (const Diagnostic& each : diagnostics.sorted())
    out += (out.empty() ? "" : "; ") + std::string(info(each.code).name) + " " + each.arguments[1];
  return out;
}

}  // namespace

TEST_CASE("the views of what the law asks and their shapes agree") {
  const Views views = site().views();
  std::set<std::string> names;
  for (const TemplateKind& kind : site().kinds()) {
    if (kind.name != "results" && kind.name.find('/') == std::string::npos) collect_names(kind.shape, names);
  }
  std::vector<std::string> wrong;
  compare(declaration_view(views, "pl"), site().shape("declaration"), names, "", wrong);
  compare(page_view(site().page("content/news/a.md"), views), site().shape("page", "news"), names, "", wrong);
  compare(list_view(0, 0, views), site().shape("list", "news"), names, "", wrong);
  compare(home_view(views), site().shape("home"), names, "", wrong);
  compare(at(shared_data(views, "pl"), "site"), *site().shape("home").find("site"), names, "site", wrong);
  CHECK(joined(wrong) == "");
}

TEST_CASE("the declaration stands at an address in each language") {
  const Views views = site().views();
  CHECK(declaration_route(views, "pl")->path() == "/deklaracja-dostepnosci/");
  CHECK(declaration_route(views, "en")->path() == "/en/deklaracja-dostepnosci/");
  CHECK_FALSE(declaration_route(views, "uk"));
  const std::vector<Route> all = views.routes.all();
  CHECK(std::count(all.begin(), all.end(), *declaration_route(views, "en")) == 1);
  CHECK(text(declaration_view(views, "en"), "contact") == "Editors");
  const TemplateData data = declaration_view(views, "pl");
  CHECK(text(data, "entity") == "Urząd");
  CHECK(text(data, "updated") == "1\u00A0lutego\u00A02026\u00A0r.");
  CHECK(text(data, "updated_iso") == "2026-02-01");
  CHECK(text(data, "facilities") == "<p>Raz</p>\n<p>Dwa &lt;b&gt;</p>\n");
  CHECK(text(data, "phone_url") == "tel:+48412001001");
  CHECK(each(data, "non_accessible", "text") == "Filmy");
  CHECK_FALSE(is(data, "non_accessible.0.has_alternative"));
}

TEST_CASE("a declaration holds each id once and the headings in their order") {
  CHECK(told_with("", "") == "");
  struct Case {
    const char* from;
    const char* to;
    const char* told;
  };
  const Case cases[] = {
      {" id=\"a11y-kontakt\"", "", "E0515 a11y-kontakt"},
      {" id=\"a11y-data-przeglad\"", " id='a11y-data-przeglad'", ""},
      {" id=\"a11y-email\"", " id=\"a11y-telefon\"", "E0515 a11y-email; E0515 a11y-telefon"},
      {" id=\"a11y-ocena\"", "", "E0515 a11y-ocena"},
      {" id=\"a11y-aplikacje\"", "", "E0515 a11y-aplikacje"},
      {" id=\"a11y-architektura-url\"", "", "E0515 a11y-architektura-url"},
      {"<h2>Skróty klawiszowe</h2>", "", "E0516 Skróty klawiszowe"},
      {"<h2>Skróty klawiszowe</h2>", "<h2 class=\"x\"><span>Skróty klawiszowe</span></h2>", ""},
      {"<h2>Stan dostępności cyfrowej</h2>", "<h2>Pozostałe informacje</h2><h2>Stan dostępności cyfrowej</h2>", ""},
      {"<h2>Niedostępne treści</h2>", "<h4>Niedostępne treści</h4>", "E0516 Niedostępne treści"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.from);
    CHECK(told_with(each.from, each.to) == each.told);
  }
}

TEST_CASE("a link counts in the last footer alone") {
  struct Case {
    const char* html;
    bool links;
  };
  const Case cases[] = {
      {"<main></main><footer><a href=\"/d/\">D</a></footer>", true},
      {"<footer class=\"x\"><a class=\"y\" href='/d/'>D</a></footer>", true},
      {"<footer><a href=\"/d/\">D</a></footer><footer></footer>", false},
      {"<a href=\"/d/\">D</a><footer></footer>", false},
      {"<footer></footer><a href=\"/d/\">D</a>", false},
      {"<footer><a href=\"/d/e/\">D</a></footer>", false},
      {"<a href=\"/d/\">D</a>", false},
  };
  for (const Case& each : cases) {
    CAPTURE(each.html);
    CHECK(links_from_footer(each.html, "/d/") == each.links);
  }
  CHECK(links_from_footer(declaration_html("pl"), "/deklaracja-dostepnosci/"));
  CHECK(links_from_footer(declaration_html("en"), "/en/deklaracja-dostepnosci/"));
}

TEST_CASE("footers have the publisher, the Bulletin, and the declaration that no menu has") {
  const Views views = site().views();
  const TemplateData polish = shared_data(views, "pl");
  CHECK(text(polish, "site.publisher_name") == "Urząd");
  CHECK(text(polish, "site.publisher_address") == "Prosta 1, 25-001\u00A0Kielce");
  CHECK(text(polish, "site.publisher_phone_url") == "tel:+48412001001");
  CHECK(text(polish, "site.bip_url") == "https://bip.example.org/");
  CHECK(is(polish, "site.declaration_in_footer_menu"));
  CHECK(is(shared_data(views, "en"), "site.declaration_in_footer_menu"));  // the menu leads to it in each language
}

TEST_CASE("a page shows the strip of its own project, else of the default one, with marks at one height") {
  const Views views = site().views();
  const TemplateData other = page_view(site().page("content/news/a.md"), views);
  CHECK(text(other, "funding.title") == "Inny");
  CHECK(text(other, "funding.programme") == "Fundusz");
  CHECK(text(other, "funding.value") == "1000\u00A0zł");
  CHECK(each(other, "funding.marks", "label") == "Fundusze Unia");
  CHECK(each(other, "funding.marks", "width") == "40 60");
  CHECK(each(other, "funding.marks", "height") == "20 20");
  CHECK(text(page_view(site().page("content/news/b.md"), views), "funding.title") == "Całość");
  CHECK(text(home_view(views), "funding.title") == "Całość");
}

TEST_CASE("a mark's picture is an asset of the theme") {
  Config config;
  config.file = "site.toml";
  config.funding.emplace();
  config.funding->marks.push_back({"eu", "favicon.sgv", {}, 3, 2, true, {3, 9, 5}});
  Diagnostics diagnostics;
  check_marks(config, site().views().source, site().views().assets, diagnostics);
  CHECK(joined(told(diagnostics)) == "site.toml:3:9+5 E0510 (favicon.svg)");
}

TEST_CASE("the record tells who and when, and its fields are no facts") {
  const Views views = site().views();
  const TemplateData page = page_view(site().page("content/news/b.md"), views);
  CHECK(is(page, "has_record"));
  CHECK(text(page, "record.author") == "Jan");
  CHECK(text(page, "record.changed") == "3\u00A0lutego\u00A02026\u00A0r.");
  CHECK_FALSE(is(page, "record.has_published"));
  CHECK_FALSE(is(page, "record.has_responsible"));
  CHECK(each(page, "fields", "name") == "");
  CHECK(text(page_view(site().page("content/news/a.md"), views), "record.published_iso") == "2026-01-02");
  CHECK(text(list_view(0, 0, views), "record.author") == "Ewa");
  CHECK(text(home_view(views), "record.author") == "Dział badań");
}

}  // namespace kronika
