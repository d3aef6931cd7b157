#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

const char* const own = R"([front_matter]
title = "tytul"
date = "data"
[vocabularies.powiaty]
[collections.n]
title = { pl = "Wpisy", en = "Entries" }
[collections.n.fields]
powiat = { type = "choice", vocabulary = "powiaty", required = true, label = "Powiat" }
rok = { type = "integer", default = 2020 }
[collections.blog]
title = "Blog"
url = "/blog/{year}/{month}/{slug}/"
)";

const char* const open = "[collections.n]\ntitle = \"N\"\nopen = true\n";

TestSite::SourceFiles with(const char* config, TestSite::SourceFiles files) {
  files.emplace("site.toml", site_toml(config));
  files.emplace("content/_data/powiaty.toml", "buski = \"powiat buski\"\nkielecki = \"powiat kielecki\"\n");
  return files;
}

/// What is told of one own page at content/n/a.md with this front matter.
std::string told_of(const std::string& front_matter) {
  return TestSite(with(own, {{"content/n/a.md", "+++\n" + front_matter + "\n+++\ntekst\n"}})).told();
}

}  // namespace

TEST_CASE("a good page is taken over whole") {
  const TestSite site(with(own, {{"content/n/dobra-strona.md", R"(+++
tytul = "Dobra strona"
data = 2026-03-14
updated = 2026-03-15T10:00:00
expires = 2030-01-01
aliases = ["/stara/", "/stary-adres", "/plik.html"]
summary = "W skrócie."
weight = 3
language = "en"
translation_key = "dobra"
search_weight = 2
search = false
powiat = "buski"
+++
tekst
)"}}));
  CHECK(site.told() == "");
  const Page& page = site.page("content/n/dobra-strona.md");
  CHECK(page.kind == PageKind::entry);
  CHECK(page.collection == "n");
  CHECK(page.folder == "content/n");
  CHECK(page.slug == "dobra-strona");
  CHECK(page.route.path() == "/en/n/dobra-strona/");
  CHECK(page.title == "Dobra strona");
  CHECK(iso(page.date->date) == "2026-03-14");
  CHECK_FALSE(page.date_has_time);
  CHECK(page.updated->hour == 10);
  CHECK(iso(page.expires->date) == "2030-01-01");
  REQUIRE(page.aliases.size() == 3);
  CHECK(page.aliases[1].path() == "/stary-adres/");
  CHECK(page.aliases[2].path() == "/plik.html");
  CHECK(page.summary == "W skrócie.");
  CHECK(page.weight == 3);
  CHECK(page.language == "en");
  CHECK(page.translation_key == "dobra");
  CHECK(page.search_weight == 2.0);
  CHECK_FALSE(page.searchable);
  CHECK_FALSE(page.draft);
  CHECK(*page.fields.at(0).as<std::string>() == "buski");
  CHECK(*page.fields.at(1).as<std::int64_t>() == 2020);
  CHECK(page.body == "tekst\n");
  CHECK(page.body_line == 15);
  CHECK(page.spans.at("powiat").line == 13);
  CHECK(page.spans.at("powiat").column == 10);
}

TEST_CASE("a mistake in front matter is told at its place, with what was meant") {
  struct Case {
    const char* front_matter;
    const char* told;
  };
  const Case cases[] = {
      {"tytul = \"T\"\npowiat = \"buski\"", ""},
      {"tytul = \"T\"\npowat = \"buski\"", "content/n/a.md:1:1+3 E0204\ncontent/n/a.md:3:1+5 E0202 (powiat)"},
      {"title = \"T\"\npowiat = \"buski\"", "content/n/a.md:1:1+3 E0204\ncontent/n/a.md:2:1+5 E0202 (tytul)"},
      {"tytul = \"\"\npowiat = \"buski\"", "content/n/a.md:2:9+2 E0204"},
      {"tytul = 5\npowiat = \"buski\"", "content/n/a.md:2:9+1 E0205"},
      {"tytul = \"T\"\npowiat = \"buski\"\ndata = \"wczoraj\"", "content/n/a.md:4:8+9 E0205"},
      {"tytul = \"T\"\npowiat = \"buski\"\ndata = 2026-13-01", "content/n/a.md:4:15+1 E0101"},
      {"tytul = \"T\"\npowiat = \"buski\"\nslug = \"Zła Nazwa\"", "content/n/a.md:4:8+11 E0211 (zla-nazwa)"},
      {"tytul = \"T\"\npowiat = \"buski\"\naliases = \"/x/\"", "content/n/a.md:4:11+5 E0205"},
      {"tytul = \"T\"\npowiat = \"buski\"\naliases = [\"/x/\", \"stary/adres\"]",
       "content/n/a.md:4:19+13 E0602 (/stary/adres)"},
      {"tytul = \"T\"\npowiat = \"buski\"\naliases = [\"/x?y\"]", "content/n/a.md:4:12+6 E0602"},
      {"tytul = \"T\"\npowiat = \"buski\"\nlanguage = \"pll\"", "content/n/a.md:4:12+5 E0206 (pl)"},
      {"tytul = \"T\"\npowiat = \"buski\"\nsearch_weight = 101", "content/n/a.md:4:17+3 E0208"},
      {"tytul = \"T\"\npowiat = \"buski\"\ndraft = \"tak\"", "content/n/a.md:4:9+5 E0205"},
      {"tytul = \"T\"\npowiat = \"busk\"\nrok = \"x\"\nwaga = 1",
       "content/n/a.md:3:10+6 E0203 (buski)\ncontent/n/a.md:4:7+3 E0205\ncontent/n/a.md:5:1+4 E0202"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.front_matter);
    CHECK(told_of(c.front_matter) == c.told);
  }
}

TEST_CASE("a page without front matter is told once, in words about front matter") {
  CHECK(TestSite(with(own, {{"content/n/a.md", "# Tytuł\n"}})).told() == "content/n/a.md:1:1+1 E0210");
}

TEST_CASE("front matter in YAML is read by the same schema") {
  const TestSite site(
      with(own, {{"content/n/a.md", "---\ntytul: 2024\ndata: 2024-1-5 10:00\npowiat: buski\nrok: 7\n---\n"}}));
  CHECK(site.told() == "");
  CHECK(site.page("content/n/a.md").title == "2024");
  CHECK(site.page("content/n/a.md").date->hour == 10);
  CHECK(site.page("content/n/a.md").date_has_time);
  CHECK(TestSite(with(own, {{"content/n/a.md", "---\ntytul: T\npowat: buski\n---\n"}})).told() ==
        "content/n/a.md:1:1+3 E0204\ncontent/n/a.md:3:1+5 E0202 (powiat)");
}

TEST_CASE("where a file lies decides its kind, slug and address") {
  const char* front = "+++\ntytul = \"T\"\npowiat = \"buski\"\n+++\n";
  const TestSite site(with(own, {{"content/_index.md", "Witamy"},
                                 {"content/n/_index.md", "+++\nsummary = \"S\"\n+++\nWstęp"},
                                 {"content/n/Zażółć gęślą_jaźń.md", front},
                                 {"content/n/a/b.md", front},
                                 {"content/n/c/b.md", "+++\ntytul = \"T\"\npowiat = \"buski\"\nslug = \"inny\"\n+++\n"},
                                 {"content/n/paczka/index.md", front},
                                 {"content/n/paczka/plik.pdf", "x"},
                                 {"content/n/paczka/img/z.png", "x"},
                                 {"content/n/paczka/notatka.md", front},
                                 {"content/n/paczka/pod/index.md", front},
                                 {"content/n/paczka/pod/swoj.pdf", "x"},
                                 {"content/n/paczkaa.pdf", "x"},
                                 {"content/blog/x.md", "+++\ntytul = \"X\"\ndata = 2026-03-04\n+++\n"}}));
  CHECK(site.told() == "");
  CHECK(site.model.home == site.page("content/_index.md").id);
  CHECK(site.page("content/_index.md").title == "Portal");
  CHECK(site.page("content/_index.md").route.path() == "/");
  const Page& section = site.page("content/n/_index.md");
  CHECK(section.kind == PageKind::section);
  CHECK(section.title == "Wpisy");
  CHECK(section.route.path() == "/n/");
  CHECK(section.fields.size() == 2);
  CHECK(section.fields[1].empty());
  CHECK(site.model.collection("n")->index_page == section.id);
  CHECK(site.page("content/n/Zażółć gęślą_jaźń.md").route.path() == "/n/zazolc-gesla-jazn/");
  CHECK(site.page("content/n/a/b.md").slug == "a/b");
  CHECK(site.page("content/n/a/b.md").route.path() == "/n/a/b/");
  CHECK(site.page("content/n/c/b.md").route.path() == "/n/c/inny/");
  const Page& bundle = site.page("content/n/paczka/index.md");
  CHECK(bundle.bundle);
  CHECK(bundle.folder == "content/n/paczka");
  CHECK(bundle.route.path() == "/n/paczka/");
  CHECK(joined(bundle.attachments, " ") == "content/n/paczka/img/z.png content/n/paczka/plik.pdf");
  CHECK(site.page("content/n/paczka/notatka.md").route.path() == "/n/paczka/notatka/");
  CHECK(joined(site.page("content/n/paczka/pod/index.md").attachments, " ") == "content/n/paczka/pod/swoj.pdf");
  CHECK(site.page("content/blog/x.md").route.path() == "/blog/2026/03/x/");
}

TEST_CASE("a page that lies nowhere, or has no address, is told") {
  struct Case {
    const char* path;
    const char* bytes;
    const char* told;
  };
  const char* front = "+++\ntytul = \"T\"\n+++\n";
  const Case cases[] = {
      {"content/sama.md", front, "content/sama.md:1:1+1 E0212"},
      {"content/blogg/x.md", front, "content/blogg/x.md:1:1+1 E0212 (blog)"},
      {"content/blog/x.md", front, "content/blog/x.md:1:1+3 E0204"},
      {"content/blog/+++.md", "+++\ntytul = \"T\"\ndata = 2026-03-04\n+++\n", "content/blog/+++.md:1:1+1 E0211"},
      {"content/blog/_index.md", "+++\npowiat = \"buski\"\n+++\n", "content/blog/_index.md:2:1+6 E0202"},
      {"content/_index.md", "+++\ntitle = \"x\"\n+++\n", "content/_index.md:2:1+5 E0202 (tytul)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    CHECK(TestSite(with(own, {{c.path, c.bytes}})).told() == c.told);
  }
}

TEST_CASE("an attachment that is only a Git LFS pointer is told") {
  const TestSite site(
      with(own, {{"content/n/p/index.md", "+++\ntytul = \"T\"\npowiat = \"buski\"\n+++\n"},
                 {"content/n/p/film.mp4", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"}}));
  CHECK(site.told() == "content/n/p/film.mp4:1:1+1 E0110");
}

TEST_CASE("a role puts a field in the place of a built-in key") {
  const TestSite site(
      with(R"([collections.n]
title = "N"
[collections.n.fields]
nazwa = { type = "text", required = true, role = "title" }
opis = { type = "long_text", role = "summary" }
kiedy = { type = "date", role = "date" }
proba = { type = "bool", role = "example" }
)",
           {{"content/n/a.md", "+++\nnazwa = \"Nazwa\"\nopis = \"Opis\"\nkiedy = 2026-01-02\nproba = true\n+++\n"}}));
  CHECK(site.told() == "");
  const Page& page = site.page("content/n/a.md");
  CHECK(page.title == "Nazwa");
  CHECK(page.summary == "Opis");
  CHECK(iso(page.date->date) == "2026-01-02");
  CHECK_FALSE(page.date_has_time);
  CHECK(page.example);
}

TEST_CASE("in an open collection foreign front matter is let through") {
  const TestSite site(with(open, {{"content/n/a.md", R"(---
title: "Hugo, Jekyll, MkDocs"
date: 2020-01-01 10:00:00 +0200
lastmod: 2020-02-01T10:00:00Z
updated: "2021-05-06"
weight: "5"
draft: "false"
aliases: /old/
tags: [a, b]
categories:
  - x
menu: { main: { weight: 1 } }
author: ~
summary: 12
language: de
search:
  exclude: true
slug: Foo Bar
expires:
---
text
)"}}));
  CHECK(site.told() == "");
  const Page& page = site.page("content/n/a.md");
  CHECK(page.date->offset_minutes == 120);
  CHECK(iso(page.updated->date) == "2021-05-06");
  CHECK(page.weight == 5);
  CHECK_FALSE(page.draft);
  CHECK(page.aliases.at(0).path() == "/old/");
  CHECK(page.summary == "12");
  CHECK(page.language == "pl");
  CHECK(page.searchable);
  CHECK(page.slug == "foo-bar");
  std::vector<std::string> extra;
  for (const RawEntry& entry : page.extra.entries) extra.push_back(entry.key);
  CHECK(joined(extra, " ") == "lastmod tags categories menu author language search");
}

TEST_CASE("in an open collection a title is found where there is one") {
  struct Case {
    const char* path;
    const char* bytes;
    const char* title;
    const char* body;
  };
  const Case cases[] = {
      {"content/n/a.md", "# Tytuł\n\ntekst\n", "Tytuł", "\n\ntekst\n"},
      {"content/n/a.md", "wstęp\n\n# Tytuł `kod` **ważny** [link](x.md) #\ntekst\n", "Tytuł kod ważny link",
       "wstęp\n\n\ntekst\n"},
      {"content/n/a.md", "```\n# nie\n```\n# Tak {#id}\n", "Tak", "```\n# nie\n```\n\n"},
      {"content/n/a.md", "Tytuł\n=====\ntekst\n", "Tytuł", "\n\ntekst\n"},
      {"content/n/a.md", "# <a id=\"x\"></a>Moduł [![stan](a.svg)](b) ![c][d] [opis][e] a < b\n", "Moduł opis a < b",
       "\n"},
      {"content/n/a.md", "<pre>\n===\n# Po tagu\n", "Po tagu", "<pre>\n===\n\n"},
      {"content/n/a.md", "---\ntags: []\n---\n# Z tekstu\n", "Z tekstu", "\n"},
      {"content/n/moja-druga_strona.md", "tekst\n## Nie ten\n", "Moja druga strona", "tekst\n## Nie ten\n"},
      {"content/n/żuraw/index.md", "tekst\n", "Żuraw", "tekst\n"},
      {"content/n/_index.md", "tekst\n", "N", "tekst\n"},
      {"content/_index.md", "# Dzień dobry\n", "Dzień dobry", "\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const TestSite site(with(open, {{c.path, c.bytes}}));
    CHECK(site.told() == "");
    CHECK(site.page(c.path).title == c.title);
    CHECK(site.page(c.path).body == c.body);
  }
}

TEST_CASE("in an open collection a slug may be a path, and an alias relative") {
  const TestSite site(with(open, {{"content/n/d/a.md", "---\ntitle: A\nslug: /x/Y/\naliases: [stare, \"\"]\n---\n"},
                                  {"content/n/d/b.md", "---\ntitle: B\nslug: y/z\n---\n"}}));
  CHECK(site.told() == "");
  CHECK(site.page("content/n/d/a.md").route.path() == "/n/x/y/");
  CHECK(site.page("content/n/d/a.md").aliases.at(0).path() == "/n/stare/");
  CHECK(site.page("content/n/d/b.md").route.path() == "/n/d/y/z/");
}

TEST_CASE("in an open collection what cannot be read is still told") {
  CHECK(TestSite(with(open, {{"content/n/a.md", "---\ntitle: A\ndate: someday\n---\n"}})).told() ==
        "content/n/a.md:3:7+7 E0206");
  CHECK(TestSite(with(open, {{"content/n/a.md", "---\ntitle: A\nweight: heavy\n---\n"}})).told() ==
        "content/n/a.md:3:9+5 E0205");
}

}  // namespace kronika
