#include "generator/indexing/describe.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/content/site.h"

namespace kronika {
namespace {

const char* const collections = R"([vocabularies.powiaty]
[vocabularies.uslugi]
[tables.gminy]
[tables.gminy.fields]
gmina = { type = "text", hidden = true }
powiat = { type = "choice", vocabulary = "powiaty" }
[collections.rejestr]
title = { pl = "Rejestr", en = "Register" }
[collections.rejestr.fields]
nip = { type = "nip" }
telefon = { type = "phone" }
powiat = { type = "choice", vocabulary = "powiaty", facet = true, label = { pl = "Powiat", en = "County" } }
uslugi = { type = "list", of = "choice", vocabulary = "uslugi", facet = true }
statusy = { type = "table", fields = { organ = { type = "text" }, od = { type = "date" } } }
opis = { type = "markdown" }
obszar = { type = "data" }
miasto = { type = "text", facet = true }
ile = { type = "integer" }
miejsce = { type = "position" }
miejsca = { type = "list", of = "position" }
zmyslone = { type = "bool", role = "example", facet = true }
[collections.praktyki]
title = "Praktyki"
url = "/praktyki/{slug}/"
[collections.praktyki.fields]
podmiot = { type = "reference", collection = "rejestr", facet = true }
powiat = { type = "choice", vocabulary = "powiaty", facet = true }
)";

TestSite::SourceFiles files() {
  return {
      {"site.toml", site_toml(collections)},
      {"content/_data/powiaty.toml",
       "[kielecki]\nlabel = { pl = \"powiat kielecki\", en = \"Kielce county\" }\n[buski]\nlabel = \"powiat buski\"\n"
       "[pusty]\nlabel = \"nikt tu nie mieszka\"\n"},
      {"content/_data/uslugi.csv", "value,label\nkuchnia,Wyżywienie\ndruk,Drukarnia\n"},
      {"content/_data/gminy.csv", "gmina;powiat\nWiślica;buski\nBodzentyn;kielecki\n"},
      {"content/rejestr/_index.md", "+++\ntitle = \"Wstęp\"\n+++\n"},
      {"content/rejestr/a.md",
       "+++\ntitle = \"Kuchnia Łąka\"\nsummary = \"Obiady.\"\ndate = 2025-02-05\nnip = \"003-94-69-401\"\n"
       "telefon = \"41 200 19 30\"\npowiat = \"buski\"\nuslugi = [\"kuchnia\", \"druk\"]\nopis = \"**Gotuje** zupy\"\n"
       "miasto = \"Ćmielów\"\nile = 3\nmiejsce = { lat = 50.87, lon = 20.63 }\n"
       "miejsca = [{ lat = -1.5, lon = 2.0 }]\n"
       "zmyslone = true\nsearch_weight = 2.5\n"
       "obszar = \"gminy\"\n[[statusy]]\norgan = \"Wojewoda\"\nod = 2024-01-01\n+++\n"},
      {"content/rejestr/b.md",
       "+++\ntitle = \"B\"\ndate = 2025-02-05T10:00:00\npowiat = \"kielecki\"\nmiasto = \"Busko\"\n+++\n"},
      {"content/rejestr/ukryty.md", "+++\ntitle = \"U\"\nsearch = false\nmiasto = \"Zawada\"\n+++\n"},
      {"content/praktyki/p.md", "+++\ntitle = \"P\"\npodmiot = \"a\"\npowiat = \"kielecki\"\n+++\n"},
  };
}

SearchConfig config_of(const TestSite& site) {
  return describe_site(site.model, {{"pl", "Szukaj", "Dział", "Rok"}, {"en", "Search", "Section", "Year"}});
}

SearchDocument document_of(const TestSite& site, const std::string& path, const RenderedPage& rendered = {}) {
  return describe(site.page(path), rendered, site.model, Collation("pl"), TimeZone("Europe/Warsaw"));
}

std::vector<std::string> values(const Facet& facet) {
  std::vector<std::string> out;
  for (const FacetValue& value : facet.values) out.push_back(value.value);
  return out;
}

const Facet& facet(const SearchConfig& config, const std::string& name) {
  const auto at = config.facet(name);
  REQUIRE_MESSAGE(at.has_value(), name);
  return config.facets[*at];
}

std::vector<std::string> facets_of(const SearchDocument& document) {
  std::vector<std::string> out;
  for (const SearchFacetValue& value : document.facets) out.push_back(value.facet + "=" + value.value);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("search.toml names the site, its languages and their files") {
  const TestSite site(files());
  REQUIRE(site.told() == "");
  const SearchConfig config = config_of(site);
  CHECK(config.site_title == "Portal");
  CHECK(config.action == site.config.base_url.local(site.config.search_path));
  CHECK(config.page_size == site.config.search_page_size);
  CHECK(config.origin + config.action == site.config.base_url.absolute(site.config.search_path));
  REQUIRE(config.languages.size() == 2);
  CHECK(config.languages[0].code == "pl");
  CHECK(config.languages[0].title == "Szukaj");
  CHECK(config.languages[1].shell == "shell.en.html");
  CHECK(config.languages[1].results == "results.en.mustache");
}

TEST_CASE("facets are the collection and the fields marked so, one for a name, with labels in each language") {
  const TestSite site(files());
  const SearchConfig config = config_of(site);
  Texts names;
  for (const Facet& each : config.facets) names.push_back(each.name);
  CHECK(names == Texts{"collection", "powiat", "uslugi", "miasto", "zmyslone", "podmiot"});
  CHECK(config.facets[0].labels == Texts{"Dział", "Section"});
  CHECK(values(config.facets[0]) == Texts{"rejestr", "praktyki"});
  CHECK(config.facets[0].values[0].labels == Texts{"Rejestr", "Register"});
  CHECK(facet(config, "powiat").labels == Texts{"Powiat", "County"});
  CHECK(facet(config, "powiat").values[0].labels == Texts{"powiat kielecki", "Kielce county"});
}

TEST_CASE("a facet has the values that searchable pages use, in the vocabulary's order or by collation") {
  const TestSite site(files());
  const SearchConfig config = config_of(site);
  CHECK(values(facet(config, "powiat")) == Texts{"kielecki", "buski"});
  CHECK(values(facet(config, "uslugi")) == Texts{"kuchnia", "druk"});
  CHECK(values(facet(config, "miasto")) == Texts{"Busko", "Ćmielów"});
  CHECK(values(facet(config, "podmiot")) == Texts{"a"});
  CHECK(facet(config, "podmiot").values[0].labels == Texts{"Kuchnia Łąka", "Kuchnia Łąka"});
}

TEST_CASE("the lists of collections come with their searchable pages, the largest first, without the empty ones") {
  TestSite::SourceFiles more = files();
  more["site.toml"] += "[collections.puste]\ntitle = \"Puste\"\n";
  const TestSite site(std::move(more));
  REQUIRE(site.told() == "");
  const SearchConfig config = config_of(site);
  REQUIRE(config.lists.size() == 2);
  CHECK(config.lists[0].collection == "rejestr");
  CHECK(config.lists[0].url == "/rejestr/");
  CHECK(config.lists[0].pages == 2);
  CHECK(config.lists[1].collection == "praktyki");
  CHECK(config.lists[1].pages == 1);
}

TEST_CASE("a page tells when it was published and when it changed, never the second before the first") {
  struct Case {
    std::string dates, published, updated;
  };
  const Case cases[] = {{"", "", ""},
                        {"date = 2025-02-05\n", "2025-02-04T23:00:00Z", "2025-02-04T23:00:00Z"},
                        {"date = 2025-07-05T10:00:00\n", "2025-07-05T08:00:00Z", "2025-07-05T08:00:00Z"},
                        {"date = 2025-02-05\nupdated = 2025-02-07\n", "2025-02-04T23:00:00Z", "2025-02-06T23:00:00Z"},
                        {"date = 2025-02-05\nupdated = 2025-01-01\n", "2025-02-04T23:00:00Z", "2025-02-04T23:00:00Z"},
                        {"updated = 2025-01-01\n", "", "2024-12-31T23:00:00Z"}};
  for (const Case& each : cases) {
    CAPTURE(each.dates);
    TestSite::SourceFiles one = files();
    one["content/praktyki/p.md"] = "+++\ntitle = \"P\"\n" + each.dates + "+++\n";
    const SearchDocument document = document_of(TestSite(std::move(one)), "content/praktyki/p.md");
    CHECK(document.published == each.published);
    CHECK(document.updated == each.updated);
  }
}

TEST_CASE("entries are searchable, lists, hidden pages and the home page are not") {
  const TestSite site(files());
  CHECK(is_searchable(site.page("content/rejestr/a.md")));
  CHECK_FALSE(is_searchable(site.page("content/rejestr/_index.md")));
  CHECK_FALSE(is_searchable(site.page("content/rejestr/ukryty.md")));
}

TEST_CASE("a page is described with its texts, dates, facets and data") {
  const TestSite site(files());
  RenderedPage rendered;
  rendered.sections = {{"", "", "Wstęp."}, {"menu", "Menu", "Zupa."}};
  const SearchDocument document = document_of(site, "content/rejestr/a.md", rendered);
  CHECK(document.url == "/rejestr/a/");
  CHECK(document.title == "Kuchnia Łąka");
  CHECK(document.title_key == Collation("pl").key("Kuchnia Łąka"));
  CHECK(document.summary == "Obiady.");
  CHECK(document.collection == "rejestr");
  CHECK(document.language == "pl");
  CHECK(document.date == "2025-02-05");
  CHECK(document.date_text == long_date(*parse_date("2025-02-05"), "pl"));
  CHECK(document.weight == 2.5);
  CHECK(document.example);
  REQUIRE(document.sections.size() == 2);
  CHECK(document.sections[1].heading == "Menu");
  CHECK(document.sections[1].text == "Zupa.");
  const Texts facets = facets_of(document);
  CHECK(facets.size() == 5);
  for (const char* each : {"powiat=buski", "uslugi=kuchnia", "uslugi=druk", "miasto=Ćmielów"}) {
    CAPTURE(each);
    CHECK(std::find(facets.begin(), facets.end(), each) != facets.end());
  }
}

/// All the words of fields, a line each.
std::string field_lines(const SearchDocument& document) {
  std::string out = "\n";
  for (const SearchFieldText& field : document.field_texts) out += field.text + "\n";
  return out;
}

TEST_CASE("labels, numbers and the texts of tables can be searched for") {
  const TestSite site(files());
  const std::string text = field_lines(document_of(site, "content/rejestr/a.md"));
  for (const char* line : {"powiat buski", "Wyżywienie", "Drukarnia", "0039469401", "Wojewoda", "**Gotuje** zupy",
                           "Ćmielów", "Wiślica", "powiat kielecki"}) {
    CAPTURE(line);
    CHECK(text.find(std::string("\n") + line + "\n") != std::string::npos);
  }
  CHECK(text.find("true") == std::string::npos);
  CHECK(text.find("\nnip\n") != std::string::npos);  // the label, which people type with the number
  CHECK(field_lines(document_of(site, "content/rejestr/b.md")).find("nip") == std::string::npos);
  CHECK(field_lines(document_of(site, "content/praktyki/p.md")).find("Kuchnia Łąka") != std::string::npos);
}

TEST_CASE("programs get the plain values of the fields, without long texts") {
  const TestSite site(files());
  const SearchDocument document = document_of(site, "content/rejestr/a.md");
  const auto field = [&](const std::string& name) {
    const auto at = std::find_if(document.fields.begin(), document.fields.end(),
                                 [&](const SearchField& each) { return each.name == name; });
    return at == document.fields.end() ? SearchField{} : *at;
  };
  CHECK(field("nip") == SearchField{"nip", {"0039469401"}, false});
  CHECK(field("uslugi") == SearchField{"uslugi", {"kuchnia", "druk"}, true});
  CHECK(field("ile") == SearchField{"ile", {"3"}, false});
  CHECK(field("miejsce") == SearchField{"miejsce", {"50.87,20.63"}, false, true});
  CHECK(field("miejsca") == SearchField{"miejsca", {"-1.5,2"}, true, true});
  CHECK(field("opis").name.empty());
  CHECK(field("statusy").name.empty());
  CHECK(field("obszar").name.empty());
}

TEST_CASE("a date with a time keeps it, a page without fields has none") {
  const TestSite site(files());
  const SearchDocument document = document_of(site, "content/rejestr/b.md");
  CHECK(document.date.starts_with("2025-02-05T10:00:00"));
  CHECK_FALSE(document.example);
  CHECK(document_of(site, "content/rejestr/ukryty.md").date.empty());
}

TEST_CASE("every facet value of a page is one that search.toml has") {
  const TestSite site(files());
  const SearchConfig config = config_of(site);
  for (const Page& page : site.model.pages) {
    if (!is_searchable(page)) continue;
    for (const SearchFacetValue& value : describe(page, {}, site.model, Collation("pl"), TimeZone("UTC")).facets) {
      CAPTURE(value.facet);
      CAPTURE(value.value);
      CHECK(config.number(value.facet, value.value).has_value());
    }
  }
}

}  // namespace kronika
