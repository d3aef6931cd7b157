#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "[search]\npath = \"/szukaj\"\n[vocabularies.counties]\n[vocabularies.towns]\nparent = \"counties\"\n"
    "[vocabularies.services]\n[vocabularies.states]\n[collections.pages]\n"
    "[collections.firms]\n[collections.firms.fields]\n"
    "county = { type = \"choice\", vocabulary = \"counties\", facet = true, label = \"Powiat\" }\n"
    "town = { type = \"choice\", vocabulary = \"towns\", facet = true, under = \"county\", label = \"Gmina\" }\n"
    "services = { type = \"list\", of = \"choice\", vocabulary = \"services\", facet = true, label = \"Usługi\" }\n"
    "secret = { type = \"choice\", vocabulary = \"services\" }\n"
    "state = { type = \"choice\", vocabulary = \"states\", facet = true, as_of = \"on\", label = \"Status\", history = "
    "{ table = \"rows\", from = \"since\", to = \"until\", value = \"what\", holds = \"active\", otherwise = "
    "\"expired\" } }\n"
    "rows = { type = \"table\", fields = { since = { type = \"date\" }, until = { type = \"date\" }, what = { type = "
    "\"choice\", vocabulary = \"states\" } } }\n";

TestSite::SourceFiles files(const std::string& form) {
  const auto firm = [](const std::string& rest) { return "+++\ntitle = \"F\"\n" + rest + "\n+++\n"; };
  return {{"site.toml", site_toml(settings)},
          {"content/_data/counties.toml", "kielecki = \"Kielecki\"\nbuski = \"Buski\"\nkonecki = \"Konecki\"\n"},
          {"content/_data/towns.csv",
           "value;label;parent\ncheciny;Chęciny;kielecki\nmorawica;Morawica;kielecki\nbusko;Busko;buski\n"},
          {"content/_data/services.toml", "food = \"Kuchnia & catering\"\ncare = \"Opieka\"\nprint = \"Druk\"\n"},
          {"content/_data/states.toml", "active = \"aktywny\"\nexpired = \"wygasły\"\n"},
          {"content/firms/a.md", firm("town = \"busko\"\nservices = [\"care\", \"food\"]")},
          {"content/firms/b.md", firm("town = \"checiny\"\nservices = [\"food\"]")},
          {"content/firms/c.md", firm("county = \"konecki\"")},
          {"content/firms/unsearched.md", firm("town = \"morawica\"\nservices = [\"print\"]\nsearch = false")},
          {"content/firms/draft.md", firm("services = [\"print\"]\ndraft = true")},
          {"content/pages/p.md", "+++\ntitle = \"P\"\n+++\n```{search_form}\n" + form + "\n```\n"}};
}

std::string html(const std::string& form) {
  const ViewSite site(files(form));
  const Page& page = site.page("content/pages/p.md");
  return site.views().contents[index(page.id)].body.html;
}

/// What a broken form makes the site say.
std::string told(const std::string& form) {
  TestSite site(files(form));
  const auto builtin = folder_source(KRONIKA_SOURCE_DIR "/themes/default");
  const auto kinds = template_kinds(site.config, read_declarations(*site.source, "", *builtin, site.diagnostics));
  const Theme theme = Theme::load(*site.source, "", *builtin, site.config.languages, kinds, site.diagnostics);
  const LinkTable links(site.model, *site.source);
  initialise_markdown();
  const Page& page = site.page("content/pages/p.md");
  SiteHost host(page, site.model, links, theme, *site.source, site.diagnostics);
  render_markdown(page.body, markdown_options(page, site.config, theme, page.body_line), host, site.diagnostics);
  return site.told();
}

/// The element of one name, without line ends.
std::string select(const std::string& text, const std::string& name) {
  const auto begin = text.find("<select id=\"k-form-1-" + name + "\"");
  if (begin == std::string::npos) return "";
  std::string out = text.substr(begin, text.find("</select>", begin) - begin);
  std::erase(out, '\n');
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

const std::string fixed = "\nfixed = [{ name = \"state\", value = \"active\" }]";

}  // namespace

TEST_CASE("on a page in another language a form asks for the pages in it, where its collection has some") {
  const std::string lang = "<input type=\"hidden\" name=\"lang\" value=\"en\">";
  TestSite::SourceFiles source = files("collection = \"firms\"\nfields = [\"services\"]");
  source["content/pages/p.en.md"] =
      "+++\ntitle = \"P\"\n+++\n```{search_form}\ncollection = \"firms\"\nfields = [\"services\"]\n```\n";
  const auto form = [&](const std::string& path) {
    const ViewSite site(source);
    return site.views().contents[index(site.page(path).id)].body.html;
  };
  CHECK_FALSE(has(form("content/pages/p.en.md"), lang));
  source["content/firms/a.en.md"] = "+++\ntitle = \"F\"\n+++\n";
  CHECK(has(form("content/pages/p.en.md"), lang));
  CHECK_FALSE(has(form("content/pages/p.md"), "name=\"lang\""));
}

TEST_CASE("a form offers what searchable entries have, in the order of the vocabulary") {
  const std::string form = html("collection = \"firms\"\nfields = [\"services\"]\ntitle = \"Szukaj <tu>\"" + fixed);
  CHECK(has(form, "<form class=\"finder\" action=\"/szukaj\" method=\"get\" aria-labelledby=\"k-form-1-title\">"));
  CHECK(has(form, "<p class=\"finder-title\" id=\"k-form-1-title\">Szukaj &lt;tu&gt;</p>"));
  CHECK(has(form, "<input type=\"hidden\" name=\"collection\" value=\"firms\">"));
  CHECK(has(form, "<input type=\"hidden\" name=\"state\" value=\"active\">"));
  CHECK(has(form, "<label for=\"k-form-1-services\">Usługi</label>"));
  CHECK(select(form, "services") ==
        "<select id=\"k-form-1-services\" name=\"services\"><option value=\"\">wszystkie</option>"
        "<option value=\"food\">Kuchnia &amp; catering</option><option value=\"care\">Opieka</option>");
  CHECK_FALSE(has(form, "type=\"date\""));
}

TEST_CASE("what lies in something larger stands in its group, with or without the whole of it") {
  const std::string towns = html("collection = \"firms\"\nfields = [\"town\"]");
  CHECK(select(towns, "county") ==
        "<select id=\"k-form-1-county\" name=\"county\"><option value=\"\">wszystkie</option>"
        "<optgroup label=\"Kielecki\"><option value=\"kielecki/checiny\">Chęciny</option></optgroup>"
        "<optgroup label=\"Buski\"><option value=\"buski/busko\">Busko</option></optgroup>");
  const std::string both = html("collection = \"firms\"\nfields = [\"county\", \"town\"]");
  CHECK(has(both, "<label for=\"k-form-1-county\">Powiat / Gmina</label>"));
  CHECK(select(both, "county") ==
        "<select id=\"k-form-1-county\" name=\"county\"><option value=\"\">wszystkie</option>"
        "<optgroup label=\"Kielecki\"><option value=\"kielecki\">Kielecki – całość</option>"
        "<option value=\"kielecki/checiny\">Chęciny</option></optgroup>"
        "<optgroup label=\"Buski\"><option value=\"buski\">Buski – całość</option>"
        "<option value=\"buski/busko\">Busko</option></optgroup>"
        "<optgroup label=\"Konecki\"><option value=\"konecki\">Konecki – całość</option></optgroup>");
  CHECK(select(html("collection = \"firms\"\nfields = [\"county\"]"), "county") ==
        "<select id=\"k-form-1-county\" name=\"county\"><option value=\"\">wszystkie</option>"
        "<option value=\"kielecki\">Kielecki</option><option value=\"buski\">Buski</option>"
        "<option value=\"konecki\">Konecki</option>");
}

TEST_CASE("a form asks for a day, and begins with that of the build") {
  const std::string form = html("collection = \"firms\"\nfields = [\"town\"]\nas_of = true\nbutton = \"Pokaż\"");
  CHECK(has(form, "<label for=\"k-form-1-day\">Status: stan na dzień</label>"));
  CHECK(has(form, "<input id=\"k-form-1-day\" type=\"date\" name=\"on\" value=\"2026-11-23\""));
  CHECK(has(form, "Pokaż</button>"));
}

TEST_CASE("every label of a form belongs to one control, also where a page has two forms") {
  const std::string one = "collection = \"firms\"\nfields = [\"services\", \"town\"]\nas_of = true";
  const std::string two = html(one + "\n```\n\n```{search_form}\n" + one);
  constexpr std::string_view label = "for=\"";
  std::size_t labels = 0;
  for (auto at = two.find(label); at != std::string::npos; at = two.find(label, at + 1), ++labels) {
    const auto begin = at + label.size();
    const std::string id = "id=\"" + two.substr(begin, two.find('"', begin) - begin) + "\"";
    const auto found = two.find(id);
    CAPTURE(id);
    REQUIRE(found != std::string::npos);
    CHECK(two.find(id, found + 1) == std::string::npos);
  }
  CHECK(labels == 6);
}

TEST_CASE("a form that asks for what there is not says so at its place") {
  struct Case {
    std::string form, told;
  };
  const Case cases[] = {
      {"collection = \"firm\"\nfields = [\"town\"]", "content/pages/p.md:5:14+6 E0315 (firms)"},
      {"collection = \"firms\"\nfields = [\"tow\"]", "content/pages/p.md:6:11+5 E0315 (town)"},
      {"collection = \"firms\"\nfields = [\"secret\"]", "content/pages/p.md:6:11+8 E0315"},
      {"collection = \"firms\"\nfields = [\"town\"]\nfixed = [{ name = \"stat\", value = \"active\" }]",
       "content/pages/p.md:7:19+6 E0315 (state)"},
      {"collection = \"firms\"\nfields = [\"town\"]\nfixed = [{ name = \"state\", value = \"actve\" }]",
       "content/pages/p.md:7:36+7 E0315 (active)"},
      {"collection = \"pages\"\nfields = []\nas_of = true", "content/pages/p.md:7:9+4 E0315"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.form);
    CHECK(told(each.form) == each.told);
  }
}

}  // namespace kronika
