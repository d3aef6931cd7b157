#include <doctest/doctest.h>

#include "generator/content/page_address.h"
#include "tests/content/site.h"

namespace kronika {
namespace {

const std::string portal = site_toml(
    "[collections.portal]\n[collections.portal.fields]\nkontakt = { type = \"email\", required = true }\n"
    "nip = { type = \"nip\", unique = true }\nuwaga = { type = \"text\" }\n"
    "wzor = { type = \"bool\", role = \"example\" }\n"
    "firma = { type = \"reference\", collection = \"firmy\", back = \"strony\" }\n"
    "[collections.firmy]\nsort = \"date\"\nurl = \"/firmy/{year}/{slug}/\"\n");

std::string page(const std::string& front_matter) {
  return "+++\n" + front_matter + "\n+++\nTekst.\n";
}

TestSite site(TestSite::SourceFiles files) {
  files["site.toml"] = portal;
  return TestSite(std::move(files));
}

std::string languages_of(const TestSite& site, const std::string& path) {
  std::string out;
  for (const PageId id : site.model.versions[index(site.page(path).id)]) {
    out += (out.empty() ? "" : " ") + site.model.page(id).language;
  }
  return out;
}

}  // namespace

TEST_CASE("a file's name tells the language and what the page translates") {
  const TestSite made =
      site({{"content/_index.md", page("title = \"Start\"")},
            {"content/_index.en.md", page("title = \"Home\"")},
            {"content/portal/_index.en.md", page("title = \"About us\"")},
            {"content/portal/a.md", page("title = \"A\"\nkontakt = \"a@example.org\"\nslug = \"o-nas\"")},
            {"content/portal/a.en.md", page("title = \"A in English\"")},
            {"content/portal/b/index.md", page("title = \"B\"\nkontakt = \"b@example.org\"")},
            {"content/portal/b/index.en.md", page("title = \"B in English\"\nslug = \"bee\"")},
            {"content/portal/c.de.md", page("title = \"C\"\nkontakt = \"c@example.org\"")}});
  REQUIRE(made.told() == "");
  struct Row {
    const char *path, *language, *route, *original;
  };
  const Row rows[] = {{"content/_index.en.md", "en", "/en/", "content/_index.md"},
                      {"content/portal/_index.en.md", "en", "/en/portal/", ""},
                      {"content/portal/a.md", "pl", "/portal/o-nas/", ""},
                      {"content/portal/a.en.md", "en", "/en/portal/a/", "content/portal/a.md"},
                      {"content/portal/b/index.en.md", "en", "/en/portal/bee/", "content/portal/b/index.md"},
                      {"content/portal/c.de.md", "pl", "/portal/c-de/", ""}};  // not a language of the site
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const Page& found = made.page(row.path);
    CHECK(found.language == row.language);
    CHECK(found.route.path() == row.route);
    CHECK(found.original == row.original);
  }
  CHECK(languages_of(made, "content/portal/a.en.md") == "pl en");
  CHECK(languages_of(made, "content/portal/c.de.md") == "pl");
  CHECK(made.model.translated_homes.at("en") == made.page("content/_index.en.md").id);
}

TEST_CASE("on a site of one language a point in a name is only a point") {
  const TestSite made({{"site.toml",
                        "[site]\ntitle = \"P\"\nbase_url = \"https://example.org/\"\nlanguage = \"pl\"\n"
                        "[collections.portal]\n"},
                       {"content/portal/wersja.en.md", page("title = \"Wersja\"")}});
  CHECK(made.told() == "");
  CHECK(made.page("content/portal/wersja.en.md").route.path() == "/portal/wersja-en/");
  CHECK(made.page("content/portal/wersja.en.md").language == "pl");
}

TEST_CASE("a translation takes what it does not say from its original, its words apart") {
  const TestSite made =
      site({{"content/portal/a.md", page("title = \"A\"\nsummary = \"S\"\ndate = 2026-01-02\nupdated = 2026-02-03\n"
                                         "weight = 3\nsearch_weight = 2.5\nkontakt = \"a@example.org\"\n"
                                         "nip = \"5260001246\"\nuwaga = \"Uwaga\"\nwzor = true\nfirma = \"f\"")},
            {"content/portal/a.en.md", page("title = \"A in English\"\nupdated = 2026-03-04\nuwaga = \"Remark\"")},
            {"content/firmy/f.md", page("title = \"F\"\ndate = 2026-01-05")},
            {"content/firmy/f.en.md", page("title = \"F in English\"")}});
  REQUIRE(made.told() == "");
  const Page& english = made.page("content/portal/a.en.md");
  CHECK(english.summary == "");
  CHECK(iso(english.date->date) == "2026-01-02");
  CHECK(iso(english.updated->date) == "2026-03-04");
  CHECK(english.weight == 3);
  CHECK(english.search_weight == 2.5);
  CHECK(english.example);
  CHECK(*english.fields[0].as<std::string>() == "a@example.org");
  CHECK(*english.fields[1].as<std::string>() == "5260001246");
  CHECK(*english.fields[2].as<std::string>() == "Remark");
  const auto* firm = english.fields[4].as<Reference>();
  REQUIRE(firm);
  CHECK(firm->target == made.page("content/firmy/f.md").id);
  CHECK(made.page("content/firmy/f.en.md").route.path() == "/en/firmy/2026/f/");
}

TEST_CASE("only originals count: entries, unique values, back references") {
  const TestSite made =
      site({{"content/portal/a.md", page("title = \"A\"\nkontakt = \"a@example.org\"\n"
                                         "nip = \"5260001246\"\nfirma = \"f\"")},
            {"content/portal/a.en.md", page("title = \"A in English\"\nnip = \"5260001246\"")},
            {"content/portal/b.en.md", page("title = \"B\"\nkontakt = \"b@example.org\"\nfirma = \"f\"")},
            {"content/firmy/f.md", page("title = \"F\"\ndate = 2026-01-05")}});
  REQUIRE(made.told() == "");
  CHECK(made.entries("portal") == "a");
  CHECK(made.slugs(made.model.collection("portal")->in("en").entries) == "a b");
  CHECK(made.slugs(made.model.collection("portal")->in("pl").entries) == "a");
  CHECK_FALSE(made.model.collection("firmy")->in("en").has_list());
  const auto& back = made.model.back_references[index(made.page("content/firmy/f.md").id)];
  REQUIRE(back.size() == 1);
  CHECK(back[0].pages == std::vector{made.page("content/portal/a.md").id});
}

TEST_CASE("keys tie pages of any name together, and win over names") {
  const TestSite made = site({{"content/portal/a.md", page("title = \"A\"\nkontakt = \"a@example.org\"")},
                              {"content/portal/b.md", page("title = \"B\"\nkontakt = \"b@example.org\"\n"
                                                           "translation_key = \"b\"")},
                              {"content/portal/bee.md", page("title = \"Bee\"\nlanguage = \"en\"\n"
                                                             "translation_key = \"b\"")},
                              {"content/portal/b.en.md", page("title = \"C\"\nkontakt = \"c@example.org\"\n"
                                                              "translation_key = \"c\"")}});
  REQUIRE(made.told() == "");
  CHECK(made.page("content/portal/bee.md").original == "content/portal/b.md");
  CHECK(made.page("content/portal/bee.md").route.path() == "/en/portal/bee/");
  CHECK(made.page("content/portal/b.en.md").original == "");
  CHECK(&made.model.in_language(made.page("content/portal/b.md"), "en") == &made.page("content/portal/bee.md"));
  CHECK(&made.model.in_language(made.page("content/portal/a.md"), "en") == &made.page("content/portal/a.md"));
  CHECK(&made.model.original_of(made.page("content/portal/bee.md")) == &made.page("content/portal/b.md"));
}

TEST_CASE("a translation is hidden with its original") {
  const TestSite made = site({{"content/portal/a.md", page("title = \"A\"\ndraft = true\nkontakt = \"a@example.org\"")},
                              {"content/portal/a.en.md", page("title = \"A in English\"\ndate = 2020-01-01")},
                              {"content/portal/b.md", page("title = \"B\"\nkontakt = \"b@example.org\"")},
                              {"content/portal/b.en.md", page("title = \"B in English\"\ndraft = true")}});
  CHECK(made.told() == "");
  CHECK(made.entries("portal") == "b");
  CHECK(made.model.collection("portal")->in("en").entries.empty());
  CHECK(made.model.hidden.size() == 3);
}

TEST_CASE("what translations cannot be is told") {
  const TestSite made = site({{"content/portal/a.md", page("title = \"A\"\nkontakt = \"a@example.org\"")},
                              {"content/portal/a.en.md", page("title = \"A in English\"")},
                              {"content/portal/again.md", page("title = \"Again\"\nlanguage = \"en\"\n"
                                                               "translation_key = \"content/portal/a.md\"")},
                              {"content/portal/alone.en.md", page("title = \"Alone\"")},
                              {"content/portal/b.md", page("title = \"B\"\nkontakt = \"b@example.org\"")},
                              {"content/portal/b.en.md", page("uwaga = \"No title\"")},
                              {"content/firmy/f.en.md", page("title = \"No date\"")}});
  CHECK(made.told() ==
        "content/firmy/f.en.md:1:1+3 E0204\ncontent/portal/again.md:4:19+21 E0217\n"
        "content/portal/alone.en.md:1:1+3 E0204\ncontent/portal/b.en.md:1:1+3 E0204");
}

TEST_CASE("addresses of other languages begin with theirs") {
  Config config;
  config.language = "pl";
  config.languages = {"pl", "en"};
  CHECK(in_language(*Route::parse("/a/b/"), "en", config).path() == "/en/a/b/");
  CHECK(in_language(Route{}, "en", config).path() == "/en/");
  CHECK(in_language(*Route::parse("/a/b/"), "pl", config).path() == "/a/b/");
  CHECK(in_language(*Route::parse("/a/b/"), "de", config).path() == "/a/b/");
}

TEST_CASE("a list or home page of another language may not have a page's address") {
  const TestSite made = site({{"content/portal/b.en.md", page("title = \"B\"\nkontakt = \"b@example.org\"")},
                              {"content/portal/a.md", page("title = \"A\"\nkontakt = \"a@example.org\"\n"
                                                           "aliases = [\"/en/\", \"/en/portal/\"]")}});
  CHECK(made.told() == "content/portal/a.md:4:12+6 E0601\ncontent/portal/a.md:4:20+13 E0601");
}

}  // namespace kronika
