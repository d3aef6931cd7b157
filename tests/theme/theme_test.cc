#include "generator/theme/theme.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/theme/helpers.h"

namespace kronika::test {
namespace {

using Files = std::map<std::string, std::string>;

struct Loaded {
  std::optional<Theme> theme;
  std::string said;
};

Shape titled() {
  return Shape().texts("title").add("site", Shape().texts("title"));
}

Loaded load(const Files& site, const Files& builtin, const std::vector<TemplateKind>& kinds,
            const std::vector<std::string>& languages = {"en"}, const std::string& folder = "themes/own") {
  Diagnostics diagnostics;
  const auto site_source = memory_source(site);
  const auto builtin_source = memory_source(builtin);
  Loaded result;
  result.theme = Theme::load(*site_source, folder, *builtin_source, languages, kinds, diagnostics);
  result.said = said(diagnostics);
  return result;
}

std::string shown(const Loaded& loaded, const char* kind, const char* variant = "") {
  REQUIRE(loaded.said == "");
  return loaded.theme->find(kind, variant, "en")
      .render(data_from(R"({"site": {"title": "S"}})"), data_from(R"({"title": "T"})"));
}

constexpr const char* own_toml = "themes/own/theme.toml";

}  // namespace

TEST_CASE("a site's theme is laid over the built-in one file by file and text by text") {
  Files builtin =
      builtin_files({{"page", "{{>header}} {{t.hello}} {{t.bye}}"}, {"header", "built-in"}, {"list", "list"}});
  builtin["i18n/en.toml"] += "hello = \"hello\"\nbye = \"bye\"\n";
  builtin["assets/style.css"] = "built-in";
  builtin["assets/img/logo.svg"] = "<svg/>";
  const Files site = {{own_toml, ""},
                      {"themes/own/templates/header.html", "own"},
                      {"themes/own/i18n/en.toml", "hello = \"hi\"\n"},
                      {"themes/own/assets/style.css", "own"},
                      {"themes/other/templates/page.html", "{{nonsense}}"}};
  const Loaded loaded = load(site, builtin, {{"page", "", titled()}, {"list", "", titled()}});
  CHECK(shown(loaded, "page") == "own hi bye");
  CHECK(shown(loaded, "list") == "list");
  CHECK(loaded.theme->text("en", "hello") == "hi");
  CHECK(loaded.theme->text("en", "none") == "");
  CHECK(loaded.theme->text("de", "hello") == "");
  const auto& assets = loaded.theme->assets();
  REQUIRE(assets.size() == 2);
  CHECK(assets[0].path == "img/logo.svg");
  CHECK(assets[1].path == "style.css");
  CHECK(assets[1].bytes == "own");
}

TEST_CASE("without a folder there is the built-in theme alone; a folder may end with a slash") {
  const Files builtin = builtin_files({{"page", "built-in"}});
  CHECK(shown(load({}, builtin, {{"page", "", titled()}}, {"en"}, ""), "page") == "built-in");
  const Files site = {{own_toml, ""}, {"themes/own/templates/page.html", "own"}};
  CHECK(shown(load(site, builtin, {{"page", "", titled()}}, {"en"}, "themes/own/"), "page") == "own");
}

TEST_CASE("a folder without theme.toml is no theme") {
  const Loaded loaded =
      load({{"themes/own/templates/page.html", "x"}}, builtin_files({{"page", ""}}), {{"page", "", titled()}});
  CHECK(loaded.said == "site.toml:0:0 E0509 there is no theme in 'themes/own' (no theme.toml)\n");
}

TEST_CASE("a collection's own template wins over the one of the kind") {
  const Files site = {{own_toml, ""}, {"themes/own/templates/lekcje/page.html", "a lesson: {{title}}"}};
  const Loaded loaded = load(site, builtin_files({{"page", "{{title}} of {{site.title}}"}}),
                             {{"page", "lekcje", titled()}, {"page", "praktyki", titled()}});
  CHECK(shown(loaded, "page", "lekcje") == "a lesson: T");
  CHECK(shown(loaded, "page", "praktyki") == "T of S");
}

TEST_CASE("the expanded text has partials, blocks and translations worked in") {
  const Loaded loaded =
      load({{own_toml, ""}}, builtin_files({{"results", "<p>{{>title}}</p> {{t.yes}}"}, {"title", "{{title}}"}}),
           {{"results", "", titled()}});
  REQUIRE(loaded.said == "");
  CHECK(loaded.theme->expanded("results", "", "en") == "<p>{{title}}</p> yes");
  CHECK_THROWS_AS(loaded.theme->expanded("page", "", "en"), std::logic_error);
  CHECK_THROWS_AS(loaded.theme->find("results", "", "pl"), std::logic_error);
}

TEST_CASE("assets are named by their path, with '_' for all but letters and digits") {
  Files builtin = builtin_files({{"page", "{{assets.img_logo_2_svg.url}} {{assets.style_css.integrity}}"}});
  builtin["assets/style.css"] = "";
  builtin["assets/img/logo-2.svg"] = "";
  CHECK(load({{own_toml, ""}}, builtin, {{"page", "", titled()}}).said == "");
  builtin["templates/page.html"] = "\n{{assets.styles_css.url}}";
  CHECK(
      load({{own_toml, ""}}, builtin, {{"page", "", titled()}}).said ==
      "themes/default/templates/page.html:2:3 E0510 the theme has no asset 'styles_css'; did you mean 'style_css'?\n");
  CHECK(
      load({{own_toml, ""}}, builtin, {{"page", "", Shape()}}).said ==
      "themes/default/templates/page.html:2:3 E0501 'assets.styles_css.url' is no name that a page of the kind 'page' "
      "gives to its template\n");
}

TEST_CASE("a mistake in a partial is told once, however many kinds, collections and languages meet it") {
  Files builtin = builtin_files({{"page", "{{>head}}"}, {"list", "{{>head}}"}, {"head", "{{titel}}"}});
  builtin["i18n/pl.toml"] = engine_texts();
  const Loaded loaded =
      load({{own_toml, ""}}, builtin,
           {{"page", "lekcje", titled()}, {"page", "praktyki", titled()}, {"list", "", titled()}}, {"pl", "en"});
  CHECK(loaded.said ==
        "themes/default/templates/head.html:1:3 E0501 'titel' is no name that a page of the kind 'page' in the "
        "collection "
        "'lekcje' gives to its template; did you mean 'title'?\n");
  CHECK_THROWS_AS(loaded.theme->find("page", "lekcje", "pl"), std::logic_error);
}

TEST_CASE("a text that is missing in two languages is told for both") {
  Files builtin = builtin_files({{"page", "{{t.yess}}"}});
  builtin["i18n/pl.toml"] = engine_texts();
  CHECK(load({{own_toml, ""}}, builtin, {{"page", "", titled()}}, {"pl", "en"}).said ==
        "themes/default/templates/page.html:1:3 E0506 i18n/en.toml has no text 'yess'; did you mean 'yes'?\n"
        "themes/default/templates/page.html:1:3 E0506 i18n/pl.toml has no text 'yess'; did you mean 'yes'?\n");
}

TEST_CASE("what a further language lacks is said in the first one") {
  Files builtin = builtin_files({{"page", "{{t.hello}} {{t.bye}} {{{t.hits.forms}}}"}});
  builtin["i18n/en.toml"] += "hello = \"hello\"\nbye = \"bye\"\n[hits]\none = \"{n} hit\"\nother = \"{n} hits\"\n";
  builtin["i18n/pl.toml"] = "hello = \"cześć\"\n";
  const Loaded loaded = load({{own_toml, ""}}, builtin, {{"page", "", titled()}}, {"en", "pl", "de"});
  REQUIRE(loaded.said == "");
  CHECK(loaded.theme->expanded("page", "", "pl") ==
        R"(cześć bye {"few":"{n} hits","many":"{n} hits","one":"{n} hit"})");
  CHECK(loaded.theme->expanded("page", "", "de") == R"(hello bye {"one":"{n} hit","other":"{n} hits"})");
  CHECK(loaded.theme->text("de", "yes") == "yes");
}

TEST_CASE("a language without texts is told once; a text that the program needs too") {
  const Files builtin = builtin_files({{"page", "{{t.hello}}"}});
  CHECK(load({{own_toml, ""}}, builtin, {{"page", "", titled()}}, {"de"}).said ==
        "themes/own/theme.toml:0:0 E0511 the theme has no texts in the language 'de'; add i18n/de.toml\n");
  Files poor = builtin_files({{"page", ""}});
  std::string& texts = poor["i18n/en.toml"];
  texts.erase(texts.find("task_done"), std::string("task_done = \"task_done\"\n").size());
  CHECK(load({}, poor, {{"page", "", titled()}}, {"en"}, "").said ==
        "themes/default/i18n/en.toml:0:0 E0506 i18n/en.toml has no text 'task_done'\n");
}

TEST_CASE("a kind without a template is told, a component at its declaration") {
  Files builtin = builtin_files({{"page", ""}, {"components/figure", "{{image}}"}});
  builtin["theme.toml"] = "[components.figure.fields]\nimage = { type = \"text\" }\n\n[components.figura.fields]\n";
  const Loaded loaded = load(
      {{own_toml, ""}}, builtin,
      {{"component/figure", "", Shape().texts("image")}, {"component/figura", "", Shape()}, {"term", "", Shape()}});
  CHECK(loaded.said ==
        "themes/default/theme.toml:4:13 E0508 the theme has no template 'components/figura'; did you mean "
        "'components/figure'?\n"
        "themes/own/theme.toml:0:0 E0508 the theme has no template 'term'\n");
}

TEST_CASE("names of a component are told as the component's") {
  Files builtin = builtin_files({{"components/figure", "{{imge}}"}});
  CHECK(load({}, builtin, {{"component/figure", "", Shape().texts("image")}}, {"en"}, "").said ==
        "themes/default/templates/components/figure.html:1:3 E0501 'imge' is no name that the component 'figure' gives "
        "to "
        "its template; did you mean 'image'?\n");
}

TEST_CASE("a component says what the program draws for it, and has the fields for that") {
  struct Case {
    const char* toml;
    const char* said;
  };
  const Case cases[] = {
      {"draws = \"chart\"\n[components.a.fields]\ntitle = { type = \"text\" }\ndata = { type = \"data\" }\n", ""},
      {"draws = \"tile_map\"\n[components.a.fields]\ntitle = { type = \"text\" }\n", ""},
      {"draws = \"chart\"\n[components.a.fields]\ntitle = { type = \"text\" }\n",
       "themes/own/theme.toml:1:13 E0104 [components.a.fields] needs the setting 'data'\n"},
      {"draws = \"tile_map\"\n", "themes/own/theme.toml:1:13 E0104 [components.a.fields] needs the setting 'title'\n"},
      {"draws = \"charts\"\n",
       "themes/own/theme.toml:2:9 E0106 'charts' is not a possible value of 'draws': the program makes a \"chart\", "
       "a \"tile_map\", a \"search_form\" or a \"film\"; did you mean 'chart'?\n"}};
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    const auto site = memory_source({{own_toml, std::string("[components.a]\n") + c.toml}});
    const auto builtin = memory_source(builtin_files({}));
    read_declarations(*site, "themes/own", *builtin, diagnostics);
    CHECK(said(diagnostics) == c.said);
  }
}

TEST_CASE("components and alerts of a site's theme are added to the built-in ones") {
  const Files builtin = {{"theme.toml", R"(title = "Built-in"
alerts = ["note", "tip"]
[components.figure.fields]
image = { type = "image", required = true }
[components.box.fields]
body = { type = "markdown" }
)"}};
  const Files site = {{own_toml, R"(alerts = ["tip", "law"]
[components.map.fields]
place = { type = "position" }
[components.box.fields]
title = { type = "text" }
body = { type = "markdown" }
)"}};
  Diagnostics diagnostics;
  const ThemeDeclarations found =
      read_declarations(*memory_source(site), "themes/own", *memory_source(builtin), diagnostics);
  CHECK(said(diagnostics) == "");
  CHECK(found.alerts == std::vector<std::string>{"note", "tip", "law"});
  REQUIRE(found.components.size() == 3);
  CHECK(found.components[0].name == "figure");
  CHECK(found.components[0].parameters.find("image")->required);
  CHECK(found.components[1].name == "box");
  CHECK(found.components[1].parameters.fields.size() == 2);
  CHECK(found.components[1].place.file == own_toml);
  CHECK(found.components[2].name == "map");
}

TEST_CASE("theme.toml is read strictly") {
  struct Case {
    const char* toml;
    const char* said;
  };
  const std::vector<Case> cases = {
      {"alert = [\"note\"]\n",
       "themes/own/theme.toml:1:1 E0103 unknown setting 'alert' in [theme.toml]; did you mean 'alerts'?\n"},
      {"alerts = \"note\"\n", "themes/own/theme.toml:1:10 E0105 'alerts' must be a list of texts, but is a text\n"},
      {"title = 3\n", "themes/own/theme.toml:1:9 E0105 'title' must be a text in quotes, but is a whole number\n"},
      {"[components]\nbox = \"x\"\n", "themes/own/theme.toml:2:7 E0105 'box' must be a table, but is a text\n"},
      {"[components.box.field]\n",
       "themes/own/theme.toml:1:17 E0103 unknown setting 'field' in [components.box]; did you mean 'fields'?\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.toml);
    Diagnostics diagnostics;
    read_declarations(*memory_source({{own_toml, one.toml}}), "themes/own", *memory_source({{"theme.toml", ""}}),
                      diagnostics);
    CHECK(said(diagnostics) == one.said);
  }
}

TEST_CASE("a template that is no UTF-8 is told at the byte; a BOM is no part of the text") {
  const Files broken = {{own_toml, ""}, {"themes/own/templates/page.html", "a\nż\xB9"}};
  const Loaded loaded = load(broken, builtin_files({{"page", ""}}), {});
  CHECK(
      loaded.said ==
      "themes/own/templates/page.html:2:2 E0107 byte 0xB9 is not valid UTF-8; save the file with the encoding UTF-8\n");
  const Files marked = {{own_toml, ""}, {"themes/own/templates/page.html", "\xEF\xBB\xBF{{title}}"}};
  CHECK(shown(load(marked, builtin_files({}), {{"page", "", titled()}}), "page") == "T");
}

TEST_CASE("links and submodules in a theme are told, not followed") {
  class LinkedSource final : public Source {
   public:
    const std::vector<SourceFile>& files() const override { return files_; }
    std::string read(std::string_view path) const override {
      CHECK(path == own_toml);
      return "";
    }

   private:
    std::vector<SourceFile> files_ = {{"themes/own/assets/fonts", FileKind::submodule, 0},
                                      {"themes/own/templates/page.html", FileKind::symlink, 0},
                                      {own_toml, FileKind::regular, 0}};
  };
  Diagnostics diagnostics;
  Theme::load(LinkedSource(), "themes/own", *memory_source(builtin_files({{"page", ""}})), {"en"}, {}, diagnostics);
  CHECK(said(diagnostics) ==
        "themes/own/assets/fonts:0:0 E0109 a git submodule is not published; put the files themselves here\n"
        "themes/own/templates/page.html:0:0 E0108 a symbolic link is not published; put the file itself here\n");
}

}  // namespace kronika::test
