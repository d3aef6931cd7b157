#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "[vocabularies.counties]\ntitle = \"Powiaty\"\npages = \"/counties/\"\n"
    "[vocabularies.towns]\ntitle = \"Gminy\"\nparent = \"counties\"\npages = \"/towns/\"\n"
    "[collections.firms]\ntitle = \"Firmy\"\n[collections.firms.fields]\n"
    "county = { type = \"choice\", vocabulary = \"counties\", facet = true }\n"
    "town = { type = \"choice\", vocabulary = \"towns\", facet = true, under = \"county\" }\n"
    "[collections.centres]\ntitle = \"Ośrodki\"\n[collections.centres.fields]\n"
    "counties = { type = \"list\", of = \"choice\", vocabulary = \"counties\", facet = true }\n";

/// Two counties of two towns and one; a firm in Chęciny, one somewhere in the first county, a centre for both counties.
TestSite::SourceFiles files(int firms_in_checiny = 1) {
  TestSite::SourceFiles out = {
      {"site.toml", site_toml(settings)},
      {"content/_data/counties.toml", "kielecki = \"Kielecki\"\nbuski = \"Buski\"\n"},
      {"content/_data/towns.csv",
       "value;label;parent\ncheciny;Chęciny;kielecki\nmorawica;Morawica;kielecki\nbusko;Busko;buski\n"},
      {"content/firms/county.md", "+++\ntitle = \"Powiatowa\"\ncounty = \"kielecki\"\n+++\n"},
      {"content/centres/north.md", "+++\ntitle = \"Północ\"\ncounties = [\"kielecki\", \"buski\"]\n+++\n"}};
  for (int i = 0; i < firms_in_checiny; ++i)
    out["content/firms/f" + std::to_string(i) + ".md"] =
        "+++\ntitle = \"F" + std::to_string(i) + "\"\ntown = \"checiny\"\n+++\n";
  return out;
}

/// The page of a term by its address.
TemplateData term(const ViewSite& site, const std::string& route) {
  const Views views = site.views();
  for (std::size_t t = 0; t < views.routes.terms.size(); ++t)
    if (views.routes.terms[t].path() == route) return term_view(t, views);
  throw std::runtime_error("no term page " + route);
}

std::string text(const TemplateData& data, const std::string& name) {
  return data.get(name)->string_value();
}

/// "Firmy 2: Powiatowa, F0; Ośrodki 1: Północ"
std::string groups(const TemplateData& data) {
  std::string out;
  for (const TemplateData& group : data.get("groups")->list_value()) {
    out += (out.empty() ? "" : "; ") + text(group, "title") + " " + text(group, "total") + ":";
    for (const TemplateData& card : group.get("cards")->list_value()) out += " " + text(card, "title");
    for (const TemplateData& link : group.get("links")->list_value()) out += " " + text(link, "title") + "/";
  }
  return out;
}

std::string above(const TemplateData& data) {
  std::string out;
  for (const TemplateData& each : data.get("above")->list_value())
    out += text(each, "label") + " " + text(each, "url") + " [" + groups(each) + "]";
  return out;
}

std::string children(const TemplateData& data) {
  std::string out;
  for (const TemplateData& each : data.get("children")->list_value()) {
    out += text(each, "title") + ":";
    for (const TemplateData& item : each.get("items")->list_value())
      out += " " + text(item, "label") + "=" + text(item, "count") + " " + text(item, "url");
  }
  return out;
}

}  // namespace

TEST_CASE("a town's page has what only its county knows, under the county's name") {
  const ViewSite site(files());
  const TemplateData checiny = term(site, "/towns/checiny/");
  CHECK(groups(checiny) == "Firmy 1: F0");
  CHECK(above(checiny) == "Kielecki /counties/kielecki/ [Ośrodki 1: Północ]");
  CHECK(children(checiny) == "");
}

TEST_CASE("a town without entries of its own has a page for what its county knows") {
  const TemplateData morawica = term(ViewSite(files()), "/towns/morawica/");
  CHECK(groups(morawica) == "");
  CHECK(above(morawica) == "Kielecki /counties/kielecki/ [Ośrodki 1: Północ]");
}

TEST_CASE("a county's page leads to its towns") {
  const ViewSite site(files());
  const TemplateData county = term(site, "/counties/kielecki/");
  CHECK(groups(county) == "Firmy 2: F0 Powiatowa; Ośrodki 1: Północ");
  CHECK(above(county) == "");
  CHECK(children(county) == "Gminy: Chęciny=2 /towns/checiny/ Morawica=1 /towns/morawica/");
  CHECK(children(term(site, "/counties/buski/")) == "Gminy: Busko=1 /towns/busko/");
}

TEST_CASE("more than twelve entries of a collection are titles alone") {
  CHECK(groups(term(ViewSite(files(12)), "/towns/checiny/")) == "Firmy 12: F0 F1 F10 F11 F2 F3 F4 F5 F6 F7 F8 F9");
  CHECK(groups(term(ViewSite(files(13)), "/towns/checiny/")) ==
        "Firmy 13: F0/ F1/ F10/ F11/ F12/ F2/ F3/ F4/ F5/ F6/ F7/ F8/ F9/");
}

TEST_CASE("what a term's page gives and what its shape declares agree") {
  const ViewSite site(files());
  const Shape& shape = site.shape("term");
  for (const char* name : {"groups", "above", "children"}) {
    CAPTURE(name);
    const TemplateData page = term(site, std::string(name) == "children" ? "/counties/kielecki/" : "/towns/checiny/");
    const TemplateData& first = page.get(name)->list_value().front();
    for (const auto& [child, unused] : shape.find(name)->children()) {
      CAPTURE(child);
      CHECK(first.get(child) != nullptr);
    }
  }
}

}  // namespace kronika
