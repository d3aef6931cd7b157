#include "generator/views/drawings.h"

#include "tests/charts/drawn.h"
#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "[vocabularies.places]\ntitle = \"Powiaty\"\npages = \"/places/\"\n[vocabularies.flat]\n"
    "[tables.towns]\ntitle = \"Miasta\"\n[tables.towns.fields]\n"
    "secret = { type = \"integer\", hidden = true }\n"
    "place  = { type = \"choice\", vocabulary = \"places\", label = \"Powiat\" }\n"
    "kind   = { type = \"choice\", vocabulary = \"flat\" }\n"
    "people = { type = \"integer\", label = \"Ludzie\" }\n"
    "cost   = { type = \"money\", label = \"Koszt\" }\n"
    "share  = { type = \"decimal\", label = \"Udział\" }\n"
    "[collections.news]\ntitle = \"Wiadomości\"\nmap = \"places\"\npage_size = 1\n[collections.news.fields]\n"
    "places = { type = \"list\", of = \"choice\", vocabulary = \"places\" }\n";

std::string page_with(const std::string& body) {
  return "+++\ntitle = \"A\"\nplaces = [\"kielce\"]\n+++\n" + body;
}

std::string component(const std::string& name, const std::string& parameters) {
  return "```{" + name + "}\n" + parameters + "```\n";
}

TestSite::SourceFiles files(const std::string& body) {
  return {{"site.toml", site_toml(settings)},
          {"content/_data/places.toml",
           "[kielce]\nlabel = \"miasto Kielce\"\ntile_row = 1\ntile_column = 2\n"
           "[busko]\nlabel = { pl = \"powiat buski\", en = \"Busko County\" }\ntile_row = 1\ntile_column = 1\n"
           "tile_label = \"buski\"\n[opole]\n"},
          {"content/_data/flat.toml", "a = \"A\"\n"},
          {"content/_data/towns.csv",
           "secret;place;kind;people;cost;share\n1;kielce;a;180000;100,50;0,25\n2;busko;a;15000;200;\n"},
          {"content/news/a.md", page_with(body)},
          {"content/news/b.md", "+++\ntitle = \"B\"\nplaces = [\"kielce\", \"busko\"]\n+++\n"},
          {"content/news/c.md", "+++\ntitle = \"C\"\nlanguage = \"en\"\n+++\n" + body}};
}

std::string shown(const std::string& name, const std::string& parameters, std::size_t page = 0) {
  const ViewSite site(files(component(name, parameters)));
  return site.views().contents[page].body.html;
}

std::string told(const std::string& name, const std::string& parameters) {
  const TestSite site(files(component(name, parameters)));
  REQUIRE(site.told() == "");
  Diagnostics diagnostics;
  const auto builtin = folder_source(KRONIKA_SOURCE_DIR "/themes/default");
  const auto kinds = template_kinds(site.config, read_declarations(*site.source, "", *builtin, diagnostics));
  const Theme theme = Theme::load(*site.source, "", *builtin, site.config.languages, kinds, diagnostics);
  const LinkTable links(site.model, *site.source);
  const Page& page = site.page("content/news/a.md");
  SiteHost host(page, site.model, links, theme, *site.source, diagnostics);
  const RenderedPage rendered =
      render_markdown(page.body, markdown_options(page, site.config, theme, page.body_line), host, diagnostics);
  if (diagnostics.errors() > 0) CHECK(rendered.html.find("<svg") == std::string::npos);
  return joined(kronika::told(diagnostics));
}

constexpr const char* column = "<th scope=\"col\"[^>]*>([^<]*)";

}  // namespace

TEST_CASE("a chart has its columns in the table beneath, and the data beside") {
  const std::string html = shown("chart", "data = \"towns\"\ntitle = \"Ludzie & miasta\"\nvalues = [\"people\"]\n");
  CHECK(list(html, "<span class=\"chart-title\">([^<]*)") == "Ludzie &amp; miasta");
  CHECK(count(html, "<svg") == 2);
  CHECK(list(html, column) == "Powiat Ludzie");
  CHECK(list(html, "href=\"([^\"]*csv)\"") == "/data/towns.csv /data/towns-excel.csv");
  CHECK(list(html, "\\((CSV, [^)]*)\\)") == "CSV, 90\u00A0B CSV, 93\u00A0B");
  CHECK(list(html, "<desc id=\"k-chart-1-desc\">([^<]*)") ==
        "Wykres słupkowy, liczba pozycji: 2. Ludzie – najwięcej: miasto Kielce (180\u00A0000), najmniej: powiat buski "
        "(15\u00A0000).");
}

TEST_CASE("a chart takes the first column for names, and all visible numbers for values") {
  const std::string html = shown("chart", "data = \"towns\"\ntitle = \"T\"\n");
  CHECK(list(html, column) == "Powiat Ludzie Koszt Udział");
  CHECK(list(html, "chart-quiet\"[^>]*>(zł)<") == "zł zł");  // the unit of amounts
  const std::string other = shown("chart", "data = \"towns\"\ntitle = \"T\"\nlabel = \"kind\"\nvalues = [\"share\"]\n");
  CHECK(list(other, column) == "kind Udział");
}

TEST_CASE("a chart speaks the language of its page") {
  const std::string html = shown("chart", "data = \"towns\"\ntitle = \"T\"\nvalues = [\"people\"]\n", 2);
  CHECK(list(html, "<desc id=\"k-chart-1-desc\">([^<]*)") ==
        "Bar chart, items: 2. Ludzie – highest: miasto Kielce (180,000), lowest: Busko County (15,000).");
}

TEST_CASE("drawings of one page have ids of their own, and say nothing twice to the search") {
  const std::string one = component("chart", "data = \"towns\"\ntitle = \"T\"\nvalues = [\"people\"]\n");
  const ViewSite site(files(one + one));
  const RenderedPage& page = site.views().contents[0].body;
  CHECK(joined(page.ids, " ") ==
        "k-chart-1-desc k-chart-1-title k-chart-1w-desc k-chart-1w-title k-chart-2-desc k-chart-2-title "
        "k-chart-2w-desc k-chart-2w-title");
  REQUIRE(page.sections.size() == 1);
  CHECK(count(page.sections[0].text, "miasto Kielce") == 2);
}

TEST_CASE("mistakes in a chart are told at their places") {
  struct Case {
    const char* parameters;
    const char* told;
  };
  const Case cases[] = {
      {"data = \"towns\"\ntitle = \"T\"\n", ""},
      {"data = \"towns\"\n", "content/news/a.md:5:4+7 E0305"},
      {"title = \"T\"\n", "content/news/a.md:5:4+7 E0305"},
      {"data = \"twons\"\ntitle = \"T\"\n", "content/news/a.md:6:8+7 E0112 (towns)"},
      {"data = \"towns\"\ntitle = \"T\"\nkind = \"line\"\n", "content/news/a.md:8:8+6 E0206 (lines)"},
      {"data = \"towns\"\ntitle = \"T\"\nvalues = [\"peopel\"]\n", "content/news/a.md:8:11+8 E0119 (people)"},
      {"data = \"towns\"\ntitle = \"T\"\nvalues = [\"place\"]\n", "content/news/a.md:8:10+9 E0206"},
      {"data = \"towns\"\ntitle = \"T\"\nlabel = \"plce\"\n", "content/news/a.md:8:9+6 E0119 (place)"},
      {"data = \"towns\"\ntitle = \"T\"\nkind = \"parts\"\n", "content/news/a.md:5:4+7 E0314"}};
  for (const Case& c : cases) {
    CAPTURE(c.parameters);
    CHECK(told("chart", c.parameters) == c.told);
  }
}

TEST_CASE("a map of tiles has the values of a table, and links to terms") {
  const std::string html = shown("tile_map", "data = \"towns\"\ntitle = \"Mapa\"\n");
  CHECK(list(html, "<a class=\"tile[^>]*aria-label=\"([^\"]*)\"") ==
        "buski 15\u00A0000, powiat buski miasto Kie… 180\u00A0000, miasto Kielce");
  CHECK(list(html, "<a class=\"tile[^>]*href=\"([^\"]*)\"") == "/places/busko/ /places/kielce/");
  CHECK(list(html, "class=\"tile-text\"[^>]*>([^<]*)").starts_with("buski miasto"));
  CHECK(list(html, column) == "Powiat Ludzie");
  const std::string chosen =
      shown("tile_map", "data = \"towns\"\ntitle = \"Mapa\"\nkey = \"place\"\nvalue = \"share\"\nunit = \"ha\"\n");
  CHECK(list(chosen, "<a class=\"tile[^>]*aria-label=\"([^\"]*)\"") ==
        "buski –, powiat buski, brak danych miasto Kie… 0,25, miasto Kielce");
  CHECK(list(chosen, "chart-quiet\"[^>]*>([^<]*)") == "ha");
}

TEST_CASE("a map without data leads to terms alone") {
  const std::string html = shown("tile_map", "vocabulary = \"places\"\ntitle = \"Powiaty\"\n");
  CHECK(list(html, "<a class=\"tile[^>]*aria-label=\"([^\"]*)\"") == "buski, powiat buski miasto Kie…, miasto Kielce");
  CHECK(html.find("<table>") == std::string::npos);
  CHECK(html.find("csv") == std::string::npos);
}

TEST_CASE("mistakes in a map are told at their places") {
  struct Case {
    const char* parameters;
    const char* told;
  };
  const Case cases[] = {{"title = \"T\"\n", "content/news/a.md:5:4+10 E0305"},
                        {"title = \"T\"\nvocabulary = \"place\"\n", "content/news/a.md:7:14+7 E0112 (places)"},
                        {"title = \"T\"\nvocabulary = \"flat\"\n", "content/news/a.md:7:14+6 E0314"},
                        {"title = \"T\"\ndata = \"towns\"\nkey = \"kind\"\n", "content/news/a.md:8:7+6 E0314"},
                        {"title = \"T\"\ndata = \"towns\"\nvalue = \"kind\"\n", "content/news/a.md:8:9+6 E0206"}};
  for (const Case& c : cases) {
    CAPTURE(c.parameters);
    CHECK(told("tile_map", c.parameters) == c.told);
  }
}

TEST_CASE("a list of terms and a collection's first list page have maps with the number of entries") {
  const ViewSite site(files(""));
  const std::string terms = text(terms_view(0, site.views()), "map");
  CHECK(list(terms, "aria-label=\"([^\"]*)\"") == "buski 1, powiat buski miasto Kie… 2, miasto Kielce");
  CHECK(list(terms, "<title id=\"k-map-title\">([^<]*)") == "Powiaty: liczba wpisów");
  const std::string news = text(list_view(0, 0, site.views()), "map");
  CHECK(list(news, "aria-label=\"([^\"]*)\"") == "buski 1, powiat buski miasto Kie… 2, miasto Kielce");
  CHECK(list(news, "<title id=\"k-map-title\">([^<]*)") == "Wiadomości: liczba wpisów");
  CHECK_FALSE(is(list_view(0, 1, site.views()), "has_map"));
}

TEST_CASE("tables have addresses that texts may link to") {
  const ViewSite site(files("[dane](/data/towns.csv) [arkusz](/data/towns-excel.csv)\n"));
  CHECK(list(site.views().contents[0].body.html, "href=\"([^\"]*)\"") == "/data/towns.csv /data/towns-excel.csv");
  CHECK(site.views().routes.tables.at(0).spreadsheet.path() == "/data/towns-excel.csv");
}

}  // namespace kronika
