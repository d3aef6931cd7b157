#include "generator/theme/binding.h"

#include <doctest/doctest.h>

#include "tests/theme/helpers.h"

namespace kronika::test {
namespace {

Shape page_shape() {
  Shape card;
  card.texts("title url has_date date").numbers("count");
  Shape shape;
  shape.texts("title summary has_summary").numbers("total");
  shape.add("site", Shape().texts("title base_url"));
  shape.add("assets", Shape().add("style_css", Shape().texts("url integrity")));
  shape.add("cards", std::move(card)).add("words", Shape::text()).add("extra", Shape::any());
  shape.add("pagination", Shape().numbers("last"));
  return shape;
}

constexpr const char* texts = "[hits]\none = \"{n} hit\"\nother = \"{n} hits\"\n";

struct Bound {
  std::vector<Binding> bindings;
  std::string said;
};

Bound bind(const std::string& text) {
  Diagnostics diagnostics;
  const TemplateLibrary library({{"main", "main", text}}, diagnostics);
  Translations translations("en");
  translations.read(texts, "i18n", diagnostics);
  const auto pieces = expand(library, "main", translations, diagnostics);
  auto bindings = bind_names(pieces, page_shape(), "the page", diagnostics);
  return {std::move(bindings), said(diagnostics)};
}

}  // namespace

TEST_CASE("a name is found in its scope, in one around it, and below another name") {
  for (const char* text : {
           "{{title}}{{{summary}}}{{site.title}}",
           "{{#has_summary}}{{summary}}{{/has_summary}}{{^has_summary}}{{title}}{{/has_summary}}",
           "{{#cards}}{{url}} of {{site.base_url}} {{summary}}{{/cards}}",
           "{{#site}}{{base_url}}{{#cards}}{{date}}{{/cards}}{{/site}}",
           "{{#words}}{{.}}{{^has_summary}}{{.}}{{/has_summary}}{{/words}}",
           "{{assets.style_css.url}}{{#assets.style_css}}{{integrity}}{{/assets.style_css}}",
           "{{extra.whatever.deep}}{{#extra}}{{anything}}{{.}}{{/extra}}",
           "{{total}}{{#total_few}}x{{/total_few}}{{#t.hits}}total{{/t.hits}}{{#t.hits}}pagination.last{{/t.hits}}",
           "{{#cards}}{{#t.hits}}count{{/t.hits}}{{/cards}}{{#t.hits}}extra.n{{/t.hits}}",
       }) {
    CAPTURE(text);
    CHECK(bind(text).said == "");
  }
}

TEST_CASE("the innermost scope that declares a name has it, even where its value is missing on a page") {
  const Bound bound =
      bind("{{#cards}}{{title}}{{summary}}{{^has_date}}{{#words}}{{url}}{{/words}}{{/has_date}}{{/cards}}");
  CHECK(bound.said == "");
  CHECK(bound.bindings[1].level == 1);  // title: the card's
  CHECK(bound.bindings[2].level == 0);  // summary: the page's
  CHECK(bound.bindings[5].level == 1);  // url: the card's, two sections further in
  CHECK(bound.bindings[5].presence == Presence::required);
}

TEST_CASE("what only `any` promises may be missing") {
  CHECK(bind("{{extra.a}}").bindings[0].presence == Presence::optional);
  CHECK(bind("{{#extra}}{{title}}{{/extra}}").bindings[1].presence == Presence::optional);
  CHECK(bind("{{extra}}").bindings[0].presence == Presence::required);
}

TEST_CASE("a misspelt name is told with the nearest one that is known there") {
  struct Case {
    const char* text;
    const char* said;
  };
  const std::vector<Case> cases = {
      {"x\n  {{titel}}",
       "main:2:5 E0501 'titel' is no name that the page gives to its template; did you mean 'title'?\n"},
      {"{{#card}}{{/card}}",
       "main:1:4 E0501 'card' is no name that the page gives to its template; did you mean 'cards'?\n"},
      {"{{^has_sumary}}{{/has_sumary}}",
       "main:1:4 E0501 'has_sumary' is no name that the page gives to its template; did you mean 'has_summary'?\n"},
      {"{{url}}", "main:1:3 E0501 'url' is no name that the page gives to its template\n"},
      {"{{#cards}}{{dat}}{{/cards}}",
       "main:1:13 E0501 'dat' is no name that the page gives to its template; did you mean 'date'?\n"},
      {"{{site.titel}}",
       "main:1:3 E0501 'site.titel' is no name that the page gives to its template; did you mean 'site.title'?\n"},
      {"{{title.length}}", "main:1:3 E0501 'title.length' is no name that the page gives to its template\n"},
      {"{{assets.styl_css.url}}", "main:1:3 E0510 the theme has no asset 'styl_css'; did you mean 'style_css'?\n"},
      {"{{assets.style_css.ulr}}",
       "main:1:3 E0501 'assets.style_css.ulr' is no name that the page gives to its template; did you mean "
       "'assets.style_css.url'?\n"},
      {"{{.}}", "main:1:3 E0501 '.' is no name that the page gives to its template\n"},
      {"{{#cards}}{{.}}{{/cards}}", "main:1:13 E0501 '.' is no name that the page gives to its template\n"},
      {"{{site}}",
       "main:1:3 E0504 'site' is a group of values and cannot be printed; write {{#site}} … {{/site}}, or a name in "
       "it\n"},
      {"{{#t.hits}}totl{{/t.hits}}",
       "main:1:4 E0501 'totl' is no name that the page gives to its template; did you mean 'total'?\n"},
      {"{{#t.hits}}title{{/t.hits}}", "main:1:4 E0504 'title' is no number, so it has no plural forms\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(bind(one.text).said == one.said);
  }
}

TEST_CASE("an unknown section does not make its contents unknown too, and every mistake is told") {
  CHECK(bind("{{#nothing}}{{anything}}{{/nothing}}{{titel}}").said ==
        "main:1:4 E0501 'nothing' is no name that the page gives to its template\n"
        "main:1:39 E0501 'titel' is no name that the page gives to its template; did you mean 'title'?\n");
}

TEST_CASE("a name misspelt in a text is told in i18n/LANGUAGE.toml") {
  Diagnostics diagnostics;
  const TemplateLibrary library({{"main", "main", "{{t.hello}}"}}, diagnostics);
  Translations translations("en");
  translations.read("a = \"\"\nhello = \"Hi {titel}\"\n", "i18n/en.toml", diagnostics);
  bind_names(expand(library, "main", translations, diagnostics), page_shape(), "the page", diagnostics);
  CHECK(said(diagnostics) ==
        "i18n/en.toml:2:9 E0501 'titel' is no name that the page gives to its template; did you mean 'title'?\n");
}

}  // namespace kronika::test
