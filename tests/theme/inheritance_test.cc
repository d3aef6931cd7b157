// The specification's optional module of template inheritance, by cases of our own.
#include <doctest/doctest.h>

#include "tests/theme/helpers.h"

namespace kronika::test {
namespace {

struct Case {
  const char* sentence;
  Templates templates;
  const char* data;
  const char* expected;
};

// What a block and its argument mean.
const std::vector<Case> meaning = {
    {"a block that nobody overrides shows its default", {{"main", "<{{$title}}Portal{{/title}}>"}}, "{}", "<Portal>"},
    {"a default may hold names and sections",
     {{"main", "{{$list}}{{#items}}[{{name}}]{{/items}}{{^items}}none{{/items}}{{/list}}"}},
     R"({"items": [{"name": "a"}, {"name": "b"}]})",
     "[a][b]"},
    {"a parent without arguments is a partial",
     {{"main", "{{>base}}|{{<base}}{{/base}}"}, {"base", "{{$title}}Portal{{/title}}"}},
     "{}",
     "Portal|Portal"},
    {"an argument takes the place of the default",
     {{"main", "{{<base}}{{$title}}Page{{/title}}{{/base}}"}, {"base", "<{{$title}}Portal{{/title}}>"}},
     "{}",
     "<Page>"},
    {"the blocks without an argument keep their defaults",
     {{"main", "{{<base}}{{$b}}B{{/b}}{{/base}}"}, {"base", "{{$a}}1{{/a}}{{$b}}2{{/b}}{{$c}}3{{/c}}"}},
     "{}",
     "1B3"},
    {"one argument fills a block at every place it stands",
     {{"main", "{{<base}}{{$t}}x{{/t}}{{/base}}"}, {"base", "{{$t}}1{{/t}}-{{$t}}2{{/t}}"}},
     "{}",
     "x-x"},
    {"a name of the data and a block of that name have nothing to do with each other",
     {{"main", "{{<base}}{{$title}}block{{/title}}{{/base}} {{title}}"}, {"base", "{{$title}}default{{/title}}"}},
     R"({"title": "data"})",
     "block data"},
    {"a parent can be used twice with different arguments",
     {{"main", "{{<b}}{{$t}}one{{/t}}{{/b}}, {{<b}}{{$t}}two{{/t}}{{/b}}"}, {"b", "({{$t}}{{/t}})"}},
     "{}",
     "(one), (two)"},
    {"text in a parent that is in no block does not show",
     {{"main", "{{<base}} forgotten {{$t}}x{{/t}} words {{! and a comment }}{{/base}}"}, {"base", "[{{$t}}{{/t}}]"}},
     "{}",
     "[x]"},
    {"an argument sees the scope of the place that it is put in",
     {{"main", "{{<base}}{{$item}}{{name}};{{/item}}{{/base}}"}, {"base", "{{#items}}{{$item}}{{/item}}{{/items}}"}},
     R"({"name": "page", "items": [{"name": "a"}, {"name": "b"}]})",
     "a;b;"},
    {"the outermost user of a chain of parents wins",
     {{"main", "{{<article}}{{$t}}main{{/t}}{{/article}}"},
      {"article", "{{<base}}{{$t}}article{{/t}}{{/base}}"},
      {"base", "{{$t}}base{{/t}}"}},
     "{}",
     "main"},
    {"a chain of parents: the nearest one that says something, where its user does not",
     {{"main", "{{<article}}{{/article}}"},
      {"article", "{{<base}}{{$t}}article{{/t}}{{/base}}"},
      {"base", "{{$t}}base{{/t}}"}},
     "{}",
     "article"},
    {"an argument reaches blocks of partials that the parent includes",
     {{"main", "{{<base}}{{$t}}page{{/t}}{{/base}}"}, {"base", "{{>head}}!"}, {"head", "{{$t}}site{{/t}}"}},
     "{}",
     "page!"},
    {"a parent inside an argument has arguments of its own",
     {{"main", "{{<base}}{{$body}}{{<card}}{{$t}}card{{/t}}{{/card}}{{/body}}{{$t}}page{{/t}}{{/base}}"},
      {"base", "{{$t}}{{/t}}: {{$body}}{{/body}}"},
      {"card", "<{{$t}}?{{/t}}>"}},
     "{}",
     "page: <card>"},
    {"what a page overrides does not leak into a parent inside its argument",
     {{"main", "{{<base}}{{$body}}{{<card}}{{/card}}{{/body}}{{$t}}page{{/t}}{{/base}}"},
      {"base", "{{$t}}{{/t}}: {{$body}}{{/body}}"},
      {"card", "<{{$t}}plain{{/t}}>"}},
     "{}",
     "page: <plain>"},
    {"the same parent may stand inside an argument of itself",
     {{"main", "{{<box}}{{$in}}a{{<box}}{{$in}}b{{/in}}{{/box}}{{/in}}{{/box}}"}, {"box", "[{{$in}}{{/in}}]"}},
     "{}",
     "[a[b]]"},
    {"a block inside an argument can be overridden by the users of that template",
     {{"main", "{{<article}}{{$aside}}mine{{/aside}}{{/article}}"},
      {"article", "{{<base}}{{$body}}text {{$aside}}none{{/aside}}{{/body}}{{/base}}"},
      {"base", "<{{$body}}{{/body}}>"}},
     "{}",
     "<text mine>"},
    {"other delimiters in the user do not change the parent",
     {{"main", "{{=<% %>=}}<%<base%><%$t%><%name%> {{name}}<%/t%><%/base%>"}, {"base", "{{$t}}{{/t}} {{name}}"}},
     R"({"name": "N"})",
     "N {{name}} N"},
};

// Which whitespace shows.
const std::vector<Case> whitespace = {
    {"a standalone parent is indented like a partial",
     {{"main", "<ul>\n  {{<item}}{{/item}}\n</ul>\n"}, {"item", "<li>\n  x\n</li>\n"}},
     "{}",
     "<ul>\n  <li>\n    x\n  </li>\n</ul>\n"},
    {"lines that hold only tags of inheritance do not show",
     {{"main", "{{<base}}\n  {{$t}}\n  x\n  {{/t}}\n{{/base}}\n"}, {"base", "a\n{{$t}}\n{{/t}}\nb\n"}},
     "{}",
     "a\nx\nb\n"},
    {"an argument leaves the indentation of where it was written and takes that of its place",
     {{"main", "{{<base}}\n{{$t}}\n      one\n        two\n{{/t}}\n{{/base}}\n"},
      {"base", "a\n  {{$t}}\n  {{/t}}\nb\n"}},
     "{}",
     "a\n  one\n    two\nb\n"},
    {"the default says how far its place is indented",
     {{"main", "{{<base}}{{$t}}\none\n{{/t}}{{/base}}\n"}, {"base", "a\n{{$t}}\n    default\n{{/t}}\nb\n"}},
     "{}",
     "a\n    one\nb\n"},
    {"an argument without a last line end gets the one of its place",
     {{"main", "{{<base}}{{$t}}one{{/t}}{{/base}}"}, {"base", "a\n  {{$t}}{{/t}}\nb\n"}},
     "{}",
     "a\n  one\nb\n"},
    {"an empty block that stands alone leaves no empty line",
     {{"main", "{{<base}}{{/base}}"}, {"base", "a\n  {{$t}}{{/t}}\nb\n"}},
     "{}",
     "a\nb\n"},
    {"an argument in the middle of a line is not indented",
     {{"main", "{{<base}}{{$t}}one\ntwo{{/t}}{{/base}}"}, {"base", "  <h1>{{$t}}{{/t}}</h1>\n"}},
     "{}",
     "  <h1>one\ntwo</h1>\n"},
    {"indentation adds up over partials, parents and blocks",
     {{"main", "<main>\n  {{>page}}\n</main>\n"},
      {"page", "{{<base}}\n{{$t}}\n{{>item}}\n{{/t}}\n{{/base}}\n"},
      {"base", "<div>\n  {{$t}}\n  {{/t}}\n</div>\n"},
      {"item", "<p>\n{{#flag}}\n  yes\n{{/flag}}\n</p>\n"}},
     R"({"flag": true})",
     "<main>\n  <div>\n    <p>\n      yes\n    </p>\n  </div>\n</main>\n"},
    {"empty lines get no indentation", {{"main", "  {{>p}}\n"}, {"p", "a\n\nb\n"}}, "{}", "  a\n\n  b\n"},
    {"Windows line ends stay",
     {{"main", "{{<base}}{{$t}}one{{/t}}{{/base}}"}, {"base", "a\r\n  {{$t}}{{/t}}\r\nb\r\n"}},
     "{}",
     "a\r\n  one\r\nb\r\n"},
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(one.sentence);
    const Outcome outcome = render_main(one.templates, one.data);
    CHECK(outcome.said == "");
    CHECK(outcome.text == one.expected);
  }
}

}  // namespace

TEST_CASE("blocks and arguments mean what the module says") {
  check(meaning);
}

TEST_CASE("standalone parents and blocks keep the page's indentation") {
  check(whitespace);
}

TEST_CASE("mistakes in inheritance are told at their place") {
  struct Mistake {
    Templates templates;
    const char* said;
  };
  const std::vector<Mistake> mistakes = {
      {{{"main", "{{<base}}\n  {{$contnt}}x{{/contnt}}\n{{/base}}"}, {"base", "{{$content}}{{/content}}"}},
       "main:2:6 E0503 the parent template 'base' has no block 'contnt'; did you mean 'content'?\n"},
      {{{"main", "a {{<bse}}{{/bse}}"}, {"base", ""}},
       "main:1:6 E0502 there is no template 'bse'; did you mean 'base'?\n"},
      {{{"main", "{{<base}}{{title}}{{/base}}"}, {"base", "x"}},
       "main:1:12 E0504 only blocks may stand in {{<base}}; put this tag into a block, {{$name}} … {{/name}}\n"},
      {{{"main", "{{<base}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/base}}"}, {"base", "{{$a}}{{/a}}"}},
       "main:1:26 E0114 the key 'a' stands twice; keep one of them\n"},
      {{{"main", "{{<base}}{{/base}}"}, {"base", "x\n{{$a}}{{<main}}{{/main}}{{/a}}"}},
       "base:2:10 E0505 the template 'main' includes itself: main → base → main\n"},
  };
  for (const Mistake& one : mistakes) {
    CAPTURE(one.said);
    CHECK(expand_main(one.templates).said == one.said);
  }
}

TEST_CASE("a parent with a syntax error is told once, not again by its users") {
  CHECK(expand_main({{"main", "{{<base}}{{$a}}x{{/a}}{{/base}}"}, {"base", "{{#open}}"}}).said ==
        "base:1:4 E0504 'open' is opened here but never closed; write {{/open}} where it ends\n");
}

}  // namespace kronika::test
