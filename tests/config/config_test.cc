#include "generator/config/config.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "generator/core/report.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

constexpr const char* five_lines = R"(site.title = "Notatki"
site.base_url = "https://example.org/"
site.language = "pl"
[collections.notatki]
title = "Notatki"
)";

/// A site with one collection, and `more` below it.
std::string site_with(const std::string& more) {
  return std::string(five_lines) + more;
}

struct Read {
  Config config;
  std::string told;
};

Read read(const std::string& text, const std::string& base_url = "") {
  Diagnostics diagnostics;
  Config config = read_config(text, "site.toml", base_url, diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("five lines make a site, and everything else has a default") {
  const auto [config, told] = read(five_lines);
  CHECK(told == "");
  CHECK(config.file == "site.toml");
  CHECK(config.title.in("pl") == "Notatki");
  CHECK(config.base_url.text() == "https://example.org/");
  CHECK(config.languages == std::vector<std::string>{"pl"});
  CHECK(config.timezone == "UTC");
  CHECK(config.theme == "");
  CHECK_FALSE(config.raw_html);
  CHECK(config.typography);
  CHECK(config.decoration == "ozdoba");
  CHECK(config.search_path.path() == "/search");
  CHECK(config.search_page_size == 20);
  CHECK(config.feed_size == 20);
  CHECK(config.front_matter.title == "title");
  CHECK(config.menus.empty());
  REQUIRE(config.collections.size() == 1);
  const CollectionConfig& notes = config.collections[0];
  CHECK(notes.name == "notatki");
  CHECK(notes.url == "/notatki/{slug}/");
  CHECK(notes.list_route.path() == "/notatki/");
  CHECK(notes.menu_title.in("pl") == "Notatki");
  REQUIRE(notes.sort.size() == 1);
  CHECK(notes.sort[0].key == SortKey::title);
  CHECK(notes.sort[0].direction == SortDirection::ascending);
  CHECK(notes.page_size == 20);
  CHECK_FALSE(notes.has(Export::atom));
  CHECK_FALSE(notes.open);
  CHECK(notes.schema.fields.empty());
  CHECK(config.collection("notatki") == &notes);
  CHECK(config.collection("inne") == nullptr);
}

TEST_CASE("the portal's own site.toml is read without a mistake") {
  const auto [config, told] = read(file_text(KRONIKA_SOURCE_DIR "/site.toml"));
  CHECK(told == "");
  CHECK(config.front_matter.title == "tytul");
  CHECK(config.front_matter.of("title") == "tytul");
  CHECK(config.front_matter.of("tytul") == "");
  CHECK(config.search_path.path() == "/szukaj");
  CHECK(config.menus.at("main").at(0).url == "/praktyki/");
  const CollectionConfig* events = config.collection("wydarzenia");
  REQUIRE(events);
  CHECK(events->sort.at(0).key == SortKey::field);
  CHECK(events->sort.at(0).field == "stan");
  CHECK(events->sort.at(1).field == "poczatek");
  CHECK(events->sort.at(1).direction == SortDirection::nearest);
  const Field* stalls = events->schema.find("stoiska");
  REQUIRE(stalls);
  CHECK(stalls->type == FieldType::table);
  const Field* stallholder = stalls->fields.find("wystawca");
  REQUIRE(stallholder);
  CHECK(stallholder->value_type() == FieldType::reference);
  CHECK(stallholder->collection == "rejestr");
  CHECK(stallholder->back == "");  // the page of an exhibitor has a derived table
  const Field* status = config.collection("rejestr")->schema.find("statusy");
  REQUIRE(status);
  CHECK(status->fields.fields.size() == 8);
  CHECK(status->fields.fields[0].name == "podstawa");
  CHECK(status->fields.find("od")->required);
  CHECK(config.collection("praktyki")->schema.find("przyklad")->role == Role::example);
  REQUIRE(config.vocabulary("powiaty"));
  CHECK(config.vocabulary("powiaty")->pages->path() == "/powiaty/");
  CHECK_FALSE(config.vocabulary("formy_prawne")->pages);
}

TEST_CASE("every setting is read") {
  const auto [config, told] = read(R"(
[site]
title = "T"
base_url = "https://example.org/pod"
language = "pl"
languages = ["en", "pl", "uk"]
timezone = "Europe/Warsaw"
theme = "themes/x/"
description = { pl = "D", en = "E" }
footer = "F"
feed_size = 5
robots_disallow = ["/prywatne/"]
[front_matter]
title = "tytul"
[markdown]
raw_html = true
typography = false
decoration = "decoration"
[search]
path = "/szukaj"
page_size = 10
name = { pl = "Krótka", en = "Short" }
[[menu.main]]
label = { pl = "Wpisy", en = "Posts" }
url = "/blog/?od=menu#gora"
[[menu.main]]
label = "Poza"
url = "https://example.com/"
[vocabularies.tematy]
title = "Tematy"
pages = "/tematy/"
[collections.blog]
title = { pl = "Blog", en = "Weblog" }
menu_title = "B"
summary = "S"
url = "/blog/{year}/{month}/{day}/{slug}/"
sort = "-date"
page_size = 7
feed = true
open = true
[collections.blog.fields]
temat = { type = "choice", vocabulary = "tematy", facet = true, hidden = true, default = "a" }
ile = { type = "integer", min = 1, max = 9.5, unique = true }
)");
  CHECK(told == "");
  CHECK(config.base_url.text() == "https://example.org/pod/");
  CHECK(config.languages == std::vector<std::string>{"pl", "en", "uk"});
  CHECK(config.theme == "themes/x");
  CHECK(config.description.in("pl") == "D");
  CHECK(config.description.in("en") == "E");
  CHECK(config.footer.in("en") == "F");
  CHECK(config.robots_disallow == std::vector<std::string>{"/prywatne/"});
  CHECK(config.raw_html);
  CHECK_FALSE(config.typography);
  CHECK(config.search_page_size == 10);
  CHECK(config.search_name.in("pl") == "Krótka");
  CHECK(config.search_name.in("en") == "Short");
  CHECK(config.feed_size == 5);
  CHECK(config.menus.at("main").at(0).label.in("en") == "Posts");
  CHECK(config.menus.at("main").at(1).label.in("en") == "Poza");
  const CollectionConfig& blog = config.collections.at(0);
  CHECK(blog.list_route.path() == "/blog/");
  CHECK(blog.title.in("en") == "Weblog");
  CHECK(blog.sort.at(0).key == SortKey::date);
  CHECK(blog.sort.at(0).direction == SortDirection::descending);
  CHECK(blog.open);
  const Field& topic = blog.schema.fields.at(0);
  CHECK(topic.facet);
  CHECK(topic.hidden);
  CHECK(topic.label.in("pl") == "temat");
  REQUIRE(topic.default_value);
  CHECK(*topic.default_value->as<std::string>() == "a");
  CHECK(*blog.schema.fields.at(1).max == 9.5);
}

TEST_CASE("the search is named by as many words of the title as a browser shows, unless the site says how") {
  const std::pair<const char*, const char*> cases[] = {{"Portal", "Portal"},
                                                       {"Portal ekonomii!", "Portal ekonomii!"},
                                                       {"Portal ekonomii społecznej", "Portal ekonomii"},
                                                       {"Ekonomia społeczna", "Ekonomia"},
                                                       {"Świętokrzyskość-żółćowość", "Świętokrzyskość-"},
                                                       {"Żółta łąka nad ż. i", "Żółta łąka nad"}};
  for (const auto& [title, name] : cases) {
    CAPTURE(title);
    const auto [config, told] =
        read("[site]\ntitle = \"" + std::string(title) + "\"\nbase_url = \"https://example.org/\"\n");
    CHECK(told == "");
    CHECK(config.search_name.in("pl") == name);
  }
}

TEST_CASE("a collection without a title is called by its name") {
  const auto [config, told] = read(site_with("[collections.n2]"));
  CHECK(told == "");
  REQUIRE(config.collection("n2"));
  CHECK(config.collection("n2")->title.in("pl") == "n2");
}

TEST_CASE("what is wrong in site.toml is told at its place, with what was meant") {
  struct Case {
    const char* text;
    const char* told;
  };
  const Case cases[] = {
      {"titel = \"x\"", "site.toml:6:1+5 E0103 (title)"},
      {"page_size = 0", "site.toml:6:13+1 E0208"},
      {"page_size = \"x\"", "site.toml:6:13+3 E0105"},
      {"feed = 1", "site.toml:6:8+1 E0105"},
      {"url = \"/n/{slog}/\"", "site.toml:6:7+12 E0106 (/notatki/{slug}/)"},
      {"url = \"/n/\"", "site.toml:6:7+5 E0106 (/notatki/{slug}/)"},
      {"url = \"n/{slug}/\"", "site.toml:6:7+11 E0106 (/notatki/{slug}/)"},
      {"sort = \"titel\"", "site.toml:6:8+7 E0106 (title)"},
      {"sort = \"-dat\"", "site.toml:6:8+6 E0106 (-date)"},
      {"summary = 5", "site.toml:6:11+1 E0105"},
      {"summary = { polski = \"x\" }", "site.toml:6:13+6 E0106"},
      {"summary = { pl = 1 }", "site.toml:6:18+1 E0105"},
      {"[serch]\npath = \"/x\"", "site.toml:6:2+5 E0103 (search)"},
      {"[search]\npath = \"szukaj\"", "site.toml:7:8+8 E0106 (/szukaj)"},
      {"[search]\npage_size = 101", "site.toml:7:13+3 E0208"},
      {"[search]\nname = \"szesnaście liter ż\"", "site.toml:7:8+20 E0106"},
      {"[search]\nname = \"\"", "site.toml:7:8+2 E0106"},
      {"[search]\nname = 5", "site.toml:7:8+1 E0105"},
      {"[markdown]\nraw_html = \"tak\"", "site.toml:7:12+5 E0105"},
      {"[front_matter]\ntitel = \"x\"", "site.toml:7:1+5 E0103 (title)"},
      {"[front_matter]\ntitle = \"date\"", "site.toml:7:9+6 E0106"},
      {"[front_matter]\ntitle = \"\"", "site.toml:7:9+2 E0106"},
      {"[[menu.main]]\nlabel = \"x\"\nurl = \"blog\"", "site.toml:8:7+6 E0106 (/blog/)"},
      {"[[menu.main]]\nlabel = \"x\"\nurl = \"javascript:x\"", "site.toml:8:7+14 E0106"},
      {"[menu]\nmain = 5", "site.toml:7:8+1 E0105"},
      {"[vocabularies.v]\npages = \"v\"", "site.toml:7:9+3 E0106 (/v/)"},
      {"[vocabularies.v]\npages = \"/notatki/\"", "site.toml:6:15+1 E0601"},
      {"[collections.n2]\ntitle = \"x\"\nurl = \"/notatki/{slug}.html\"", "site.toml:6:14+2 E0601"},
      {"[collections.\"a b\"]\ntitle = \"x\"\nurl = \"/ab/{slug}/\"", "site.toml:6:14+5 E0106"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(site_with(c.text)).told == c.told);
  }
}

TEST_CASE("what is wrong in [site] is told at its place") {
  struct Case {
    const char* text;
    const char* told;
  };
  const Case cases[] = {
      {"", "site.toml:1:1+1 E0104"},
      {"site = 5", "site.toml:1:8+1 E0105"},
      {"site.titel = \"x\"", "site.toml:1:1+4 E0104\nsite.toml:1:1+4 E0104\nsite.toml:1:6+5 E0103 (title)"},
      {"site.title = \"x\"\nsite.base_url = \"es.example.org\"", "site.toml:2:17+16 E0106 (https://es.example.org)"},
      {"site.title = \"x\"\nsite.base_url = \"ftp://es.example.org\"", "site.toml:2:17+22 E0106"},
      {"site.title = \"x\"\nsite.base_url = \"https://a.pl/\"\nsite.language = \"polski\"", "site.toml:3:17+8 E0106"},
      {"site.title = \"x\"\nsite.base_url = \"https://a.pl/\"\nsite.languages = [\"pl\", \"xx1\"]",
       "site.toml:3:18+13 E0106"},
      {"site.title = \"x\"\nsite.base_url = \"https://a.pl/\"\nsite.timezone = \"Europe/Warszawa\"",
       "site.toml:3:17+17 E0106 (Europe/Warsaw)"},
      {"site.title = \"x", "site.toml:1:16+1 E0101"},
      {"site.title = \"ab\xB3\"", "site.toml:1:17+1 E0107"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text).told == c.told);
  }
}

TEST_CASE("a base address given from outside takes the place of the one written") {
  CHECK(read(five_lines, "https://proba.example.org/x").config.base_url.text() == "https://proba.example.org/x/");
  CHECK(read("site.title = \"x\"\n", "https://proba.example.org/").told == "");
  CHECK(read(five_lines, "proba").told == "--base-url:0:0+1 E0106 (https://proba)");
}

TEST_CASE("Windows line ends and a BOM do not move places") {
  CHECK(read("\xEF\xBB\xBF"
             "site.title = \"x\"\r\nsite.base_url = \"https://a.pl/\"\r\nsite.kolor = 1\r\n")
            .told == "site.toml:3:6+5 E0103");
}

TEST_CASE("messages are in both languages") {
  Diagnostics diagnostics;
  read_config(site_with("sort = \"titel\""), "site.toml", "", diagnostics);
  const auto all = diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(message(all[0], MessageLanguage::english) ==
        "'titel' is not a possible value of 'sort': it is title, date, weight or a field of the collection, with - "
        "before it for the reverse, or ~ for the nearest date first; did you mean 'title'?");
  CHECK(message(all[0], MessageLanguage::polish).find("może to być title, date, weight") != std::string::npos);
}

}  // namespace kronika
