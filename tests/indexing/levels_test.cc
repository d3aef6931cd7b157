#include <doctest/doctest.h>

#include <algorithm>

#include "generator/indexing/describe.h"
#include "tests/content/site.h"

namespace kronika {
namespace {

const char* const collections = R"([search]
date_facet = true
[front_matter]
date = "data"
[vocabularies.powiaty]
[vocabularies.gminy]
parent = "powiaty"
[collections.rejestr]
[collections.rejestr.fields]
powiat = { type = "choice", vocabulary = "powiaty", facet = true, label = "Powiat" }
gmina = { type = "choice", vocabulary = "gminy", facet = true, under = "powiat", label = "Gmina" }
rok = { type = "integer", facet = true }
saldo = { type = "integer", facet = true }
otwarcie = { type = "datetime", facet = true }
sprawdzono = { type = "list", of = "date", facet = true }
[collections.wiadomosci]
[collections.wiadomosci.fields]
powiat = { type = "list", of = "choice", vocabulary = "powiaty", facet = true }
gminy = { type = "list", of = "choice", vocabulary = "gminy", facet = true, under = "powiat" }
)";

TestSite::SourceFiles files() {
  return {
      {"site.toml", site_toml(collections)},
      {"content/_data/powiaty.toml", "kielecki = \"powiat kielecki\"\nbuski = \"powiat buski\"\nkonecki = \"K\"\n"},
      {"content/_data/gminy.csv",
       "value,label,label_en,parent\nstopnica,Stopnica,,buski\nmorawica,Morawica,,kielecki\n"
       "checiny,Chęciny,Checiny,kielecki\n"},
      {"content/rejestr/a.md",
       "+++\ntitle = \"A\"\ndata = 2025-02-05\ngmina = \"checiny\"\nrok = 900\nsaldo = -3\n"
       "otwarcie = 2024-12-31T23:30:00\nsprawdzono = [2021-01-01, 2023-05-06]\n+++\n"},
      {"content/rejestr/b.md",
       "+++\ntitle = \"B\"\ndata = 2019-02-05T10:00:00\npowiat = \"konecki\"\nrok = 2022\n+++\n"},
      {"content/wiadomosci/c.md", "+++\ntitle = \"C\"\ngminy = [\"stopnica\", \"morawica\"]\n+++\n"},
      {"content/wiadomosci/d.md",
       "+++\ntitle = \"D\"\npowiat = [\"buski\", \"kielecki\"]\ngminy = [\"stopnica\"]\n+++\n"},
  };
}

SearchConfig config_of(const TestSite& site) {
  return describe_site(site.model, {{"pl", "Szukaj", "Dział", "Rok"}, {"en", "Search", "Section", "Year"}});
}

/// "kielecki kielecki/checiny<kielecki": the values in their order, each behind '<' with what it lies in.
std::string values(const SearchConfig& config, const std::string& name) {
  const auto at = config.facet(name);
  if (!at) return "none";
  std::string out;
  for (const FacetValue& value : config.facets[*at].values) {
    out += (out.empty() ? "" : " ") + value.value;
    if (value.parent) out += "<" + config.facets[*at].values[*value.parent].value;
  }
  return out;
}

std::string facets_of(const TestSite& site, const std::string& path) {
  std::vector<std::string> out;
  for (const SearchFacetValue& value :
       describe(site.page(path), {}, site.model, Collation("pl"), TimeZone("Europe/Warsaw")).facets)
    out.push_back(value.facet + "=" + value.value);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return joined(out, " ");
}

}  // namespace

TEST_CASE("a field under another has its values in the other's facet, right behind what they lie in") {
  const TestSite site(files());
  REQUIRE(site.told() == "");
  const SearchConfig config = config_of(site);
  CHECK(values(config, "powiat") ==
        "kielecki kielecki/morawica<kielecki kielecki/checiny<kielecki buski buski/stopnica<buski konecki");
  CHECK(values(config, "gmina") == "none");
  CHECK(values(config, "gminy") == "none");
  const Facet& facet = config.facets[*config.facet("powiat")];
  CHECK(facet.labels == std::vector<std::string>{"Powiat", "Powiat"});
  CHECK(facet.values[2].labels == std::vector<std::string>{"Chęciny", "Checiny"});
  CHECK(path_label(facet, 2, 0) == "powiat kielecki › Chęciny");
}

TEST_CASE("a page has the value of each level, whichever it names") {
  const TestSite site(files());
  CHECK(facets_of(site, "content/rejestr/a.md") ==
        "data=2025 otwarcie=2024 powiat=kielecki powiat=kielecki/checiny rok=900 saldo=-3 sprawdzono=2021 "
        "sprawdzono=2023");
  CHECK(facets_of(site, "content/rejestr/b.md") == "data=2019 powiat=konecki rok=2022");
  CHECK(facets_of(site, "content/wiadomosci/c.md") ==
        "powiat=buski powiat=buski/stopnica powiat=kielecki powiat=kielecki/morawica");
  CHECK(facets_of(site, "content/wiadomosci/d.md") == "powiat=buski powiat=buski/stopnica powiat=kielecki");
}

TEST_CASE("a county is told of pages that a single county could not hold") {
  auto with = files();
  with["site.toml"] = site_toml(std::string(collections) +
                                "[collections.p]\n[collections.p.fields]\n"
                                "powiat = { type = \"choice\", vocabulary = \"powiaty\", facet = true }\n"
                                "gminy = { type = \"list\", of = \"choice\", vocabulary = \"gminy\", facet = true, "
                                "under = \"powiat\" }\n");
  with["content/p/x.md"] = "+++\ntitle = \"X\"\ngminy = [\"stopnica\", \"checiny\"]\n+++\n";
  const TestSite site(with);
  CHECK(site.told() == "");
  CHECK(facets_of(site, "content/p/x.md") ==
        "powiat=buski powiat=buski/stopnica powiat=kielecki powiat=kielecki/checiny");
}

TEST_CASE("years and whole numbers are in their order, and can be asked for as a range") {
  const SearchConfig config = config_of(TestSite(files()));
  CHECK(values(config, "rok") == "900 2022");
  CHECK(values(config, "data") == "2019 2025");
  CHECK(values(config, "sprawdzono") == "2021 2023");
  for (const Facet& facet : config.facets) {
    CAPTURE(facet.name);
    const bool numbers = facet.name == "rok" || facet.name == "data" || facet.name == "otwarcie" ||
                         facet.name == "sprawdzono";  // not saldo: -3 would read like "up to 3"
    CHECK(facet.range == numbers);
  }
}

TEST_CASE("the facet by date is the site's last, and only where the site asks for it") {
  const SearchConfig config = config_of(TestSite(files()));
  CHECK(config.date_facet == "data");
  CHECK(config.facets.back().name == "data");
  CHECK(config.facets.back().labels == std::vector<std::string>{"Rok", "Year"});
  auto without = files();
  without["site.toml"].replace(without["site.toml"].find("date_facet = true"), 17, "");
  const TestSite plain(without);
  CHECK(config_of(plain).date_facet == "");
  CHECK(values(config_of(plain), "data") == "none");
  CHECK(facets_of(plain, "content/rejestr/b.md") == "powiat=konecki rok=2022");
}

TEST_CASE("every facet value of a page on several levels is one that search.toml has") {
  const TestSite site(files());
  const SearchConfig config = config_of(site);
  for (const Page& page : site.model.pages)
    for (const SearchFacetValue& value :
         describe(page, {}, site.model, Collation("pl"), TimeZone("Europe/Warsaw")).facets) {
      CAPTURE(value.facet + "=" + value.value);
      CHECK(config.number(value.facet, value.value).has_value());
    }
}

}  // namespace kronika
