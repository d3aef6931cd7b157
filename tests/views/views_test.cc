#include <set>

#include "tests/views/shape_agreement.h"
#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "description = \"O spółdzielniach\"\n"
    "[[menu.main]]\nlabel = \"Wieści\"\nurl = \"/news/\"\n"
    "[[menu.main]]\nlabel = \"Start\"\nurl = \"/\"\n"
    "[[menu.main]]\nlabel = \"Gdzie indziej\"\nurl = \"https://example.com/news/\"\n"
    "[vocabularies.places]\ntitle = \"Miejsca\"\npages = \"/places/\"\n"
    "[collections.news]\ntitle = \"Wieści\"\nsort = \"weight\"\npage_size = 1\nfeed = true\n"
    "[collections.news.fields]\n"
    "place   = { type = \"choice\", vocabulary = \"places\", facet = true, label = \"Miejsce\" }\n"
    "price   = { type = \"money\", label = \"Cena\" }\n"
    "mail    = { type = \"email\" }\n"
    "phone   = { type = \"phone\" }\n"
    "www     = { type = \"url\" }\n"
    "open    = { type = \"bool\" }\n"
    "about   = { type = \"long_text\" }\n"
    "paper   = { type = \"file\" }\n"
    "words   = { type = \"list\", of = \"text\" }\n"
    "people  = { type = \"table\", fields = { name = { type = \"text\" }, age = { type = \"integer\" }, note = { type "
    "= \"text\" } } }\n"
    "see     = { type = \"reference\", collection = \"news\", back = \"seen\", back_label = \"Wskazują tu\" }\n"
    "secret  = { type = \"text\", hidden = true }\n"
    "sample  = { type = \"bool\", role = \"example\" }\n"
    "[collections.notes]\ntitle = \"Notatki\"\nopen = true\n";

TestSite::SourceFiles files() {
  TestSite::SourceFiles out = {{"site.toml", site_toml(settings)},
                               {"content/_data/places.toml", "kielce = \"Kielce\"\nbusko = \"Busko\"\n"},
                               {"content/_index.md", "+++\ntitle = \"Portal\"\n+++\nWitaj.\n"},
                               {"content/notes/n.md", "---\ntitle: N\nowner: {name: Jan}\n---\nTekst.\n"}};
  for (int i = 1; i <= 9; ++i) {
    const std::string n = std::to_string(i);
    out["content/news/n" + n + ".md"] = "+++\ntitle = \"N" + n + "\"\nweight = " + n + "\n+++\nTekst " + n + ".\n";
  }
  out["content/news/full/index.md"] =
      "+++\ntitle = \"Pełny\"\nweight = 10\ndate = 2026-01-02\nupdated = 2026-02-03\nplace = \"kielce\"\n"
      "price = \"40 000 zł\"\nmail = \"a@example.org\"\nphone = \"41 200 10 01\"\nwww = \"https://example.com/x/\"\n"
      "open = true\nabout = \"Raz <b>.\\n\\nDwa.\"\npaper = \"plan.pdf\"\nwords = [\"a\", \"b\"]\n"
      "people = [{ name = \"Jan\", age = 5 }, { name = \"Ewa\" }]\nsee = \"n1\"\nsecret = \"x\"\nsample = true\n+++\n"
      "## Raz\n\n### Dwa\n\n#### Głęboko\n\n## Trzy\n";
  out["content/news/full/plan.pdf"] = std::string(1500, 'x');
  out["content/news/full/extra.zip"] = "zip";
  return out;
}

const ViewSite& site() {
  static const ViewSite built(files());
  return built;
}

std::size_t news() {
  return 0;
}

}  // namespace

TEST_CASE("what views give and what their shapes declare agree") {
  const Views views = site().views();
  std::set<std::string> names;
  for (const TemplateKind& kind : site().kinds()) {
    if (kind.name != "results" && kind.name.find('/') == std::string::npos) collect_names(kind.shape, names);
  }
  std::vector<std::string> wrong;
  const auto check = [&](const std::string& kind, const std::string& variant, const TemplateData& data) {
    std::vector<std::string> here;
    compare(data, site().shape(kind, variant), names, "", here);
    for (const std::string& each_wrong : here) wrong.push_back(kind + " " + variant + ": " + each_wrong);
  };
  for (const Page& page : site().model().pages) {
    if (page.kind == PageKind::entry) check("page", page.collection, page_view(page, views));
  }
  check("list", "news", list_view(news(), 0, views));
  check("list", "news", list_view(news(), 4, views));
  check("list", "notes", list_view(1, 0, views));
  check("home", "", home_view(views));
  check("term", "", term_view(0, views));
  check("terms", "", terms_view(0, views));
  check("search", "", search_view(views, "pl"));
  check("not_found", "", not_found_view(views, "pl"));
  check("redirect", "", redirect_view(site().page("content/news/n1.md"), views));
  std::vector<std::string> shared;
  compare(at(shared_data(views, "pl"), "site"), *site().shape("home").find("site"), names, "site", shared);
  CHECK(joined(shared) == "");
  CHECK(joined(wrong) == "");
}

TEST_CASE("pagination shows the ends, the pages around, and a gap for the rest") {
  struct Row {
    std::size_t page;
    const char* numbers;
  };
  const Views views = site().views();
  for (const Row& row : std::initializer_list<Row>{
           {0, "1 2 3 … 10"}, {2, "1 2 3 4 5 … 10"}, {4, "1 … 3 4 5 6 7 … 10"}, {9, "1 … 8 9 10"}}) {
    CAPTURE(row.page);
    const TemplateData data = list_view(news(), row.page, views);
    CHECK(each(data, "pagination.pages", "number") == row.numbers);
    CHECK(is(data, "has_pagination"));
    CHECK(text(data, "pagination.current") == std::to_string(row.page + 1));
    CHECK(is(data, "pagination.has_previous") == (row.page > 0));
    CHECK(is(data, "pagination.has_next") == (row.page < 9));
    CHECK(at(data, "cards").list_value().size() == 1);
  }
  const TemplateData second = list_view(news(), 1, views);
  CHECK(text(second, "pagination.previous_url") == "/news/");
  CHECK(text(second, "pagination.next_url") == "/news/strona-3/");
  CHECK(is(second, "pagination.pages.1.current"));
  CHECK_FALSE(is(list_view(1, 0, views), "has_pagination"));
}

TEST_CASE("breadcrumbs lead home and to the list; the home page has none") {
  const Views views = site().views();
  const TemplateData page = page_view(site().page("content/news/n2.md"), views);
  CHECK(each(page, "breadcrumbs", "label") == text(page, "breadcrumbs.0.label") + " Wieści N2");
  CHECK(each(page, "breadcrumbs", "url") == "/ /news/ ");
  CHECK_FALSE(is(page, "breadcrumbs.2.has_url"));
  CHECK_FALSE(is(home_view(views), "has_breadcrumbs"));
  const TemplateData term = term_view(0, views);
  CHECK(each(term, "breadcrumbs", "url") == "/ /places/ ");
}

TEST_CASE("a menu marks where the reader is, and what lies above") {
  const Views views = site().views();
  const TemplateData on_list = list_view(news(), 0, views);
  CHECK(is(on_list, "main_menu.0.current"));
  CHECK_FALSE(is(on_list, "main_menu.0.active"));
  const TemplateData below = page_view(site().page("content/news/n2.md"), views);
  CHECK_FALSE(is(below, "main_menu.0.current"));
  CHECK(is(below, "main_menu.0.active"));
  CHECK_FALSE(is(below, "main_menu.1.active"));
  CHECK_FALSE(is(below, "main_menu.2.active"));
  CHECK(is(home_view(views), "main_menu.1.current"));
  CHECK(text(below, "main_menu.2.url") == "https://example.com/news/");
  CHECK_FALSE(is(below, "has_footer_menu"));
}

TEST_CASE("fields are shown by their type") {
  const TemplateData page = page_view(site().page("content/news/full/index.md"), site().views());
  struct Row {
    const char* field;
    const char* look;
    const char* text;
    const char* url;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"place", "is_single", "Kielce", "/places/kielce/"},
           {"price", "is_single", "40\u00A0000\u00A0zł", ""},
           {"mail", "is_single", "a@example.org", "mailto:a@example.org"},
           {"phone", "is_single", "41\u00A0200\u00A010\u00A001", "tel:+48412001001"},
           {"www", "is_single", "example.com/x", "https://example.com/x/"},
           {"open", "is_single", "tak", ""},
           {"paper", "is_single", "plan.pdf", "/news/full/plan.pdf"},
           {"words", "is_list", "a, b", ""},
           {"see", "is_single", "N1", "/news/n1/"},
           {"about", "is_html", "", ""},
           {"people", "is_table", "", ""},
       }) {
    CAPTURE(row.field);
    const TemplateData& field = at(page, std::string("field.") + row.field);
    CHECK(is(field, "has_value"));
    CHECK(is(field, row.look));
    CHECK(text(field, "text") == row.text);
    CHECK(text(field, "url") == row.url);
  }
  CHECK(text(page, "field.paper.note") == "PDF, 2\u00A0kB");
  CHECK(text(page, "field.about.html") == "<p>Raz &lt;b&gt;.</p>\n<p>Dwa.</p>\n");
  CHECK(each(page, "fields", "name") == "place price mail phone www open about paper words people see");
}

TEST_CASE("a table shows the columns in which some row has a value") {
  const TemplateData page = page_view(site().page("content/news/full/index.md"), site().views());
  CHECK(each(page, "field.people.columns", "label") == "name age");
  CHECK(each(page, "field.people.rows.0.cells", "text") == "Jan 5");
  CHECK(each(page, "field.people.rows.1.cells", "text") == "Ewa ");
  CHECK(is(page, "field.people.rows.0.cells.1.is_number"));
}

TEST_CASE("an entry without values has its fields by name, and shows none") {
  const TemplateData page = page_view(site().page("content/news/n1.md"), site().views());
  CHECK_FALSE(is(page, "has_fields"));
  CHECK_FALSE(is(page, "field.place.has_value"));
  CHECK(text(page, "field.place.label") == "Miejsce");
}

TEST_CASE("an entry knows its neighbours, its list, and who refers to it") {
  const Views views = site().views();
  const TemplateData first = page_view(site().page("content/news/n1.md"), views);
  CHECK_FALSE(is(first, "has_previous"));
  CHECK(text(first, "next.url") == "/news/n2/");
  CHECK(text(first, "back_references.0.label") == "Wskazują tu");
  CHECK(each(first, "back_references.0.cards", "title") == "Pełny");
  const TemplateData last = page_view(site().page("content/news/full/index.md"), views);
  CHECK(text(last, "previous.title") == "N9");
  CHECK_FALSE(is(last, "has_next"));
  CHECK(is(last, "example"));
  CHECK(text(last, "date") == "2\u00A0stycznia\u00A02026\u00A0r.");
  CHECK(text(last, "updated_iso") == "2026-02-03");
  CHECK(each(last, "toc", "id") == "raz dwa trzy");
  CHECK(each(last, "attachments", "name") == "extra.zip");
}

TEST_CASE("an open collection hands unknown keys on") {
  CHECK(text(page_view(site().page("content/notes/n.md"), site().views()), "extra.owner.name") == "Jan");
}

TEST_CASE("a summary is the author's, else the first paragraph, cut at a word") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "żółte ";
  TestSite::SourceFiles more = files();
  more["content/notes/own.md"] = "---\ntitle: O\nsummary: Moje słowa.\n---\nTekst.\n";
  more["content/notes/long.md"] = "---\ntitle: L\n---\n" + words + "\n\nDrugi.\n";
  more["content/notes/none.md"] = "---\ntitle: P\n---\n";
  const ViewSite other(std::move(more));
  const Views views = other.views();
  CHECK(summary_of(other.page("content/notes/own.md"), views) == "Moje słowa.");
  CHECK(summary_of(other.page("content/notes/n.md"), views) == "Tekst.");
  CHECK(summary_of(other.page("content/notes/none.md"), views).empty());
  const std::string cut = summary_of(other.page("content/notes/long.md"), views);
  CHECK(cut.size() <= 245);
  CHECK(cut.ends_with("żółte…"));
}

TEST_CASE("sizes of files are written as the language does") {
  const auto source = memory_source({{"a.pdf", std::string(999, 'x')},
                                     {"b.PDF", std::string(1500, 'x')},
                                     {"c.zip", std::string(2345678, 'x')},
                                     {"d/README", "x"}});
  CHECK(file_note("a.pdf", *source, "pl") == "PDF, 999\u00A0B");
  CHECK(file_note("b.PDF", *source, "pl") == "PDF, 2\u00A0kB");
  CHECK(file_note("c.zip", *source, "pl") == "ZIP, 2,3\u00A0MB");
  CHECK(file_note("c.zip", *source, "en") == "ZIP, 2.3\u00A0MB");
  CHECK(file_note("d/README", *source, "en") == "1\u00A0B");
  CHECK(file_note("gone.pdf", *source, "en") == "PDF");
}

TEST_CASE("pages name the description of the search in their language, where there is a search") {
  const Views views = site().views();
  REQUIRE(views.config.languages == std::vector<std::string>{"pl", "en"});
  CHECK(text(shared_data(views, "pl"), "site.search_description_url") == "/opensearch.xml");
  CHECK(text(shared_data(views, "en"), "site.search_description_url") == "/opensearch.en.xml");
  CHECK(text(shared_data(views, "en"), "site.search_name") == "Portal");
  SiteRoutes routes = views.routes;
  routes.search_descriptions.clear();
  const Views without{views.model,  views.config, views.theme,    views.links, routes,
                      views.source, views.assets, views.contents, views.zone,  views.data};
  CHECK_FALSE(is(shared_data(without, "pl"), "site.has_search_description_url"));
}

TEST_CASE("lists and entries offer their data with type and size, and name it in their head") {
  const ViewSite other(
      {{"site.toml", site_toml("api = true\n[collections.c]\ntitle = \"C\"\nexports = [\"csv\", \"json\", \"atom\", "
                               "\"ical\", \"vcard\"]\n[collections.c.fields]\nday = { type = \"date\", role = "
                               "\"start\" }\nrows = { type = \"table\", label = \"Wiersze\", fields = { a = { type = "
                               "\"text\" } } }\n")},
       {"content/c/a.md", "+++\ntitle = \"A\"\nday = 2026-01-02\n+++\nTekst.\n"},
       {"content/c/b.md", "+++\ntitle = \"B\"\nrows = [{ a = \"x\" }]\n+++\nTekst.\n"}});
  const Views views = other.views();
  const TemplateData list = list_view(0, 0, views);
  CHECK(each(list, "downloads", "format") ==
        "csv spreadsheet csv spreadsheet json schema atom calendar all_events contacts api");
  CHECK(text(list, "downloads.0.url") == "/c/c.csv");
  CHECK(text(list, "downloads.0.note") == "CSV, 2\u00A0kB");
  CHECK(text(list, "downloads.2.label").starts_with("Wiersze: "));
  CHECK(each(list, "alternates", "type") ==
        "text/csv text/csv application/json text/calendar text/vcard application/json");
  CHECK(each(page_view(other.page("content/c/a.md"), views), "downloads", "url") ==
        "/c/a/a.ics /c/a/a.vcf /api/v1/collections/c/a.json");
  CHECK(each(page_view(other.page("content/c/b.md"), views), "downloads", "format") == "contact api");
  CHECK_FALSE(is(page_view(site().page("content/news/n1.md"), site().views()), "has_downloads"));
  CHECK_FALSE(is(home_view(views), "has_alternates"));
}

TEST_CASE("facts show what exports use too, but not what stands elsewhere on the page") {
  const ViewSite other(
      {{"site.toml", site_toml("[collections.c]\n[collections.c.fields]\nday = { type = \"date\", role = "
                               "\"start\" }\nwhere = { type = \"text\", role = \"place\" }\nwhat = { type "
                               "= \"text\", role = \"title\" }\n")},
       {"content/c/a.md", "+++\nwhat = \"A\"\nday = 2026-01-02\nwhere = \"Tu\"\n+++\nTekst.\n"}});
  CHECK(each(page_view(other.page("content/c/a.md"), other.views()), "fields", "name") == "day where");
}

TEST_CASE("pages that search engines should not keep say so") {
  const Views views = site().views();
  for (const TemplateData& data : {not_found_view(views, "pl"), search_view(views, "pl")}) {
    CHECK(is(data, "noindex"));
    CHECK_FALSE(is(data, "has_canonical"));
  }
  const TemplateData home = home_view(views);
  CHECK_FALSE(is(home, "noindex"));
  CHECK(is(home, "is_home"));
  CHECK(text(home, "canonical") == "https://example.org/");
  CHECK(text(home, "page_title") == "Portal");
  CHECK(text(page_view(site().page("content/news/n1.md"), views), "page_title") == "N1 – Portal");
}

}  // namespace kronika
