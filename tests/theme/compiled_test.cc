#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>

#include "search/text/escape.h"
#include "tests/theme/helpers.h"

namespace kronika::test {
namespace {

/// Compiles `text` for the names of `shape`.
Theme theme_of(const Templates& templates, const Shape& shape) {
  Diagnostics diagnostics;
  const auto builtin = memory_source(builtin_files(templates));
  const auto none = memory_source({});
  Theme theme = Theme::load(*none, "", *builtin, {"en"}, {{"main", "", shape}}, diagnostics);
  REQUIRE(said(diagnostics) == "");
  return theme;
}

std::string render(const Theme& theme, const char* site, const char* page) {
  return theme.find("main", "", "en").render(data_from(site), data_from(page));
}

}  // namespace

TEST_CASE("a page's names win over those that all pages share") {
  const Theme theme = theme_of({{"main", "{{a}} {{b}} {{#c}}{{a}}{{/c}}"}}, Shape().texts("a b c"));
  CHECK(render(theme, R"({"a": "site a", "b": "site b", "c": true})", R"({"a": "page a"})") == "page a site b page a");
}

TEST_CASE("values are escaped for HTML, and not between three braces") {
  const Theme theme = theme_of({{"main", "{{a}}|{{{a}}}|{{&a}}"}}, Shape().texts("a"));
  CHECK(render(theme, "{}", R"({"a": "<b> & \"c\" 'd'"})") ==
        "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;|<b> & \"c\" 'd'|<b> & \"c\" 'd'");
}

TEST_CASE("what stands in a value is never taken for a template") {
  const Theme theme = theme_of({{"main", "{{>footer}} {{{content}}}{{footer}}"}, {"footer", "the footer"}},
                               Shape().texts("content footer"));
  CHECK(render(theme, "{}", R"({"content": "{{footer}} {{>footer}} {{=<% %>=}}", "footer": "{{content}}"})") ==
        "the footer {{footer}} {{>footer}} {{=<% %>=}}{{content}}");
}

TEST_CASE("an item without a value does not show that of the page around it") {
  Shape shape;
  shape.texts("has_date date").add("cards", Shape().texts("name has_date date"));
  const Theme theme = theme_of({{"main", "{{#cards}}{{name}}{{#has_date}} {{date}}{{/has_date}};{{/cards}}"}}, shape);
  CHECK(render(theme, "{}", R"({"has_date": true, "date": "page", "cards": [{"name": "a", "has_date": false}]})") ==
        "a;");
}

TEST_CASE("scopes count right through inverted sections, lists and flags") {
  Shape shape;
  shape.texts("flag name")
      .add("none", Shape().texts("x"))
      .add("list", Shape().texts("item").add("deep", Shape().texts("d")));
  const Theme theme = theme_of({{"main",
                                 "{{^flag}}{{^none}}{{#list}}{{item}}{{#deep}}{{d}}{{item}}{{name}}{{/"
                                 "deep}}{{^deep}}-{{item}}{{/deep}}{{/list}}{{/none}}{{/flag}}"}},
                               shape);
  CHECK(render(theme, "{}", R"({"flag": false, "name": "N", "none": [],
      "list": [{"item": "1", "deep": [{"d": "a"}, {"d": "b"}]}, {"item": "2", "deep": []}, {"item": "3", "deep": false}]})") ==
        "1a1Nb1N2-23-3");
}

TEST_CASE("{{.}} is the value of the section, also from inside an inverted one") {
  const Theme theme = theme_of({{"main", "{{#words}}[{{.}}{{^no}}{{.}}{{/no}}]{{/words}}"}}, Shape().texts("words no"));
  CHECK(render(theme, "{}", R"({"words": ["a", "b"], "no": false})") == "[aa][bb]");
}

TEST_CASE("what only `any` promises renders as nothing when it is missing, and is looked for outside too") {
  Shape shape;
  shape.texts("title").add("extra", Shape::any());
  const Theme theme = theme_of(
      {{"main", "{{extra.a.b}}|{{^extra.x}}no x{{/extra.x}}|{{#extra}}{{own}}{{title}}{{gone}}{{/extra}}"}}, shape);
  CHECK(render(theme, "{}", R"({"title": "T", "extra": {"own": "o", "a": {"b": "deep"}}})") == "deep|no x|oT");
  CHECK(render(theme, "{}", R"({"title": "T", "extra": {"title": "own", "a": "text"}})") == "|no x|own");
}

TEST_CASE("the expanded text gives the same with a plain kainjow Mustache, as kronika-search uses it") {
  const char* data = R"({"a": "<a>", "yes": true, "list": [{"b": "1"}, {"b": "2"}]})";
  for (const char* text : {
           "{{=| |=}}{{a}} {|a|} |&a| {{{|a|}}}",
           "{{>brace}}{{a}}{{>brace}}{{>brace}}{{#yes}}{{>brace}}{{/yes}}",
           "<ul>\n{{#list}}\n  <li>{{b}} {{a}}</li>\n{{/list}}\n</ul>\n",
           "{{^yes}}no{{/yes}}{{#yes}}yes{{/yes}}",
       }) {
    CAPTURE(text);
    const Theme theme = theme_of({{"main", text}, {"brace", "{"}}, shape_from(data));
    kainjow::mustache::mustache plain(theme.expanded("main", "", "en"));
    plain.set_custom_escape([](const std::string& value) { return escape_html(value); });
    REQUIRE(plain.error_message() == "");
    CHECK(plain.render(data_from(data)) == render(theme, "{}", data));
  }
}

#ifndef NDEBUG
TEST_CASE("a name that the view forgot is told with the tag's place") {
  const Theme theme =
      theme_of({{"main", "{{a}}\n{{#b}}{{c.d}}{{/b}}"}}, Shape().texts("a b").add("c", Shape().texts("d")));
  CHECK_THROWS_WITH_AS(render(theme, "{}", R"({"a": "", "b": true})"),
                       "themes/default/templates/main.html:2:9: the view gives no 'c.d'", std::logic_error);
  CHECK(render(theme, "{}", R"({"a": "x", "b": false})") == "x\n");
}
#endif

TEST_CASE("one template renders the same on several threads at once") {
  const Theme theme = theme_of({{"main", "{{#list}}{{a}} {{title}}\n{{/list}}"}},
                               Shape().texts("title").add("list", Shape().texts("a")));
  const TemplateData site = data_from(R"({"title": "<T>"})");
  const TemplateData page = data_from(R"({"list": [{"a": "1"}, {"a": "2"}]})");
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) result = theme.find("main", "", "en").render(site, page);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == "1 &lt;T&gt;\n2 &lt;T&gt;\n");
}

}  // namespace kronika::test
