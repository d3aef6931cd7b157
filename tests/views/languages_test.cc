#include "generator/views/languages.h"

#include "tests/views/view_site.h"

namespace kronika {
namespace {

const ViewSite& site() {
  static const ViewSite made(
      {{"site.toml",
        "[site]\ntitle = { pl = \"Portal\", en = \"The portal\" }\nbase_url = \"https://example.org/es/\"\n"
        "language = \"pl\"\nlanguages = [\"pl\", \"en\", \"uk\"]\n[search]\npath = \"/szukaj\"\n"
        "[collections.news]\ntitle = { pl = \"Wiadomości\", en = \"News\" }\nfeed = true\n"
        "[collections.firms]\ntitle = { pl = \"Firmy\", en = \"Firms\" }\n[collections.firms.fields]\n"
        "note = { type = \"text\" }\nitem = { type = \"reference\", collection = \"news\", back = \"firms\" }\n"},
       {"content/news/a.md", "+++\ntitle = \"A\"\ndate = 2026-01-02\n+++\nTekst.\n"},
       {"content/news/a.en.md", "+++\ntitle = \"A in English\"\n+++\nText.\n"},
       {"content/news/b.md", "+++\ntitle = \"B\"\ndate = 2026-01-03\n+++\nTekst.\n"},
       {"content/firms/f.md", "+++\ntitle = \"F\"\nitem = \"a\"\nnote = \"Uwaga\"\n+++\nTekst.\n"},
       {"content/firms/g.en.md", "+++\ntitle = \"G\"\nitem = \"b\"\n+++\nText.\n"},
       {"content/firms/f.uk.md", "+++\ntitle = \"Ф\"\n+++\nТекст.\n"}});
  return made;
}

TemplateData of_page(const std::string& path) {
  return page_view(site().page(path), site().views());
}

}  // namespace

TEST_CASE("a page tells where it is in each language, and in which it is not") {
  const TemplateData data = of_page("content/news/a.md");
  CHECK(each(data, "languages", "language") == "pl en uk");
  CHECK(each(data, "languages", "name") == "polski English українська");
  CHECK(each(data, "languages", "url") == "/es/news/a/ /es/en/news/a/ /es/uk/");
  CHECK(is(data, "languages.0.current"));
  CHECK(is(data, "languages.1.exists"));
  CHECK_FALSE(is(data, "languages.1.has_note"));
  CHECK_FALSE(is(data, "languages.2.exists"));
  CHECK(text(data, "languages.2.note") == site().views().theme.text("uk", "not_translated"));
  CHECK(each(data, "hreflangs", "language") == "pl en x-default");
  CHECK(text(data, "hreflangs.1.url") == "https://example.org/es/en/news/a/");
  CHECK(text(data, "hreflangs.2.url") == "https://example.org/es/news/a/");
  CHECK_FALSE(is(of_page("content/news/b.md"), "has_hreflangs"));
}

TEST_CASE("a site of one language has no switch") {
  const ViewSite other({{"site.toml",
                         "[site]\ntitle = \"P\"\nbase_url = \"https://example.org/\"\nlanguage = \"pl\"\n"
                         "[collections.c]\n"},
                        {"content/c/a.md", "+++\ntitle = \"A\"\n+++\n"}});
  const TemplateData data = page_view(other.page("content/c/a.md"), other.views());
  CHECK_FALSE(is(data, "has_languages"));
  CHECK_FALSE(is(data, "has_hreflangs"));
  CHECK_FALSE(is(shared_data(other.views(), "pl"), "site.has_search_language"));
}

TEST_CASE("lists, feeds and home pages are of one language") {
  const Views views = site().views();
  const TemplateData list = list_view(0, 0, views, "en");
  CHECK(each(list, "cards", "title") == "A in English");
  CHECK(text(list, "title") == "News");
  CHECK(text(list, "page_title") == "News – The portal");
  CHECK(text(list, "feed_url") == "/es/en/news/atom.xml");
  CHECK(each(list, "feeds", "url") == "/es/en/atom.xml /es/en/news/atom.xml");
  CHECK(each(list, "languages", "url") == "/es/news/ /es/en/news/ /es/uk/");
  CHECK_FALSE(is(list, "has_downloads"));
  CHECK(each(list_view(0, 0, views), "cards", "title") == "A B");

  const TemplateData english = home_view(views, "en");
  CHECK(each(english, "sections", "url") == "/es/en/news/ /es/en/firms/");
  CHECK_FALSE(is(english, "has_other_sections"));
  CHECK(is(english, "is_home"));
  CHECK(text(english, "canonical") == "https://example.org/es/en/");
  const TemplateData ukrainian = home_view(views, "uk");
  CHECK(each(ukrainian, "sections", "url") == "/es/uk/firms/");
  CHECK(each(ukrainian, "other_sections", "url") == "/es/news/");
  CHECK(text(ukrainian, "other_sections.0.language_name") == "польська");
  CHECK(text(shared_data(views, "en"), "site.home_url") == "/es/en/");
  CHECK(text(shared_data(views, "en"), "site.search_language") == "en");
}

TEST_CASE("references lead to the version in the reader's language, and say where there is none") {
  const TemplateData ukrainian = of_page("content/firms/f.uk.md");
  CHECK(text(ukrainian, "field.item.text") == "A");
  CHECK(is(ukrainian, "field.item.is_foreign"));
  CHECK(text(ukrainian, "field.item.language") == "pl");
  CHECK(text(ukrainian, "field.note.text") == "Uwaga");
  CHECK(text(ukrainian, "field.note.language") == "pl");
  CHECK(is(of_page("content/firms/g.en.md"), "field.item.is_foreign"));
  CHECK_FALSE(is(of_page("content/firms/f.md"), "field.item.is_foreign"));
  const TemplateData english = of_page("content/news/a.en.md");
  CHECK(each(english, "back_references.0.cards", "url") == "/es/firms/f/");
  CHECK(is(english, "back_references.0.cards.0.is_foreign"));
  CHECK(text(english, "back_references.0.cards.0.language_name") == "Polish");
}

TEST_CASE("menus lead to the reader's language where they can") {
  const Views views = site().views();
  struct Row {
    const char *url, *language, *leads_to, *in;
  };
  const Row rows[] = {{"/", "en", "/es/en/", "en"},
                      {"/news/", "en", "/es/en/news/", "en"},
                      {"/news/", "uk", "/es/news/", "pl"},
                      {"/news/a/", "en", "/es/en/news/a/", "en"},
                      {"/news/b/", "en", "/es/news/b/", "pl"},
                      {"/en/news/a/", "pl", "/es/en/news/a/", "en"},
                      {"/news/a/", "pl", "/es/news/a/", "pl"},
                      {"/szukaj", "en", "/es/szukaj?lang=en", "en"},
                      {"/szukaj", "pl", "/es/szukaj", "pl"},
                      {"https://example.com/", "en", "https://example.com/", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.url);
    const LocalAddress found = localized(row.url, row.language, views);
    CHECK(found.url == row.leads_to);
    CHECK(found.language == row.in);
  }
}

}  // namespace kronika
