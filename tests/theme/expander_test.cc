#include <doctest/doctest.h>

#include "tests/theme/helpers.h"

namespace kronika::test {

TEST_CASE("after expansion no partial, parent, block, comment or translation is left") {
  const Outcome outcome = expand_main({{"main", "{{! c }}{{>head}}{{<base}}{{$b}}{{name}}{{/b}}{{/base}}{{t.hello}}"},
                                       {"head", "<head>{{title}}</head>\n"},
                                       {"base", "<{{$b}}{{/b}}>"}},
                                      "hello = \"Hi {who}\"");
  CHECK(outcome.said == "");
  CHECK(outcome.text == "<head>{{title}}</head>\n<{{name}}>Hi {{who}}");
}

TEST_CASE("an expanded template is written with the usual delimiters, whatever its author used") {
  struct Case {
    const char* written;
    const char* expanded;
  };
  const std::vector<Case> cases = {
      {"{{=| |=}}|a||#b|x|/b||^b|y|/b||&c|", "{{a}}{{#b}}x{{/b}}{{^b}}y{{/b}}{{&c}}"},
      {"{{{a}}}{{& b }}", "{{&a}}{{&b}}"},
      {"{{=| |=}}{{a}}|a|", "{{=<% %>=}}{{<%={{ }}=%>a}}{{a}}"},
      {"{ {{a}} }", "{ {{a}} }"},
      {"{{=| |=}}{|a|}", "{{=<% %>=}}{<%={{ }}=%>{{a}}}"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.written);
    const Outcome outcome = expand_main({{"main", one.written}});
    CHECK(outcome.said == "");
    CHECK(outcome.text == one.expanded);
    const Outcome again = expand_main({{"main", outcome.text}});
    CHECK(again.text == outcome.text);
  }
}

TEST_CASE("a brace at the end of a partial does not join the tag after it") {
  CHECK(render_main({{"main", "{{>open}}{{name}}"}, {"open", "{"}}, R"({"name": "x"})").text == "{x");
  CHECK(expand_main({{"main", "{{>open}}{{name}}"}, {"open", "{"}}).text == "{{=<% %>=}}{<%={{ }}=%>{{name}}");
}

TEST_CASE("templates that include themselves are refused, with the way around") {
  CHECK(expand_main({{"main", "a\n {{>main}}"}}).said ==
        "main:2:5 E0505 the template 'main' includes itself: main → main\n");
  CHECK(expand_main({{"main", "{{>b}}"}, {"b", "{{#x}}{{>c}}{{/x}}"}, {"c", "żó{{>b}}"}}).said ==
        "c:1:6 E0505 the template 'b' includes itself: b → c → b\n");
}

TEST_CASE("a template may be included many times, but not without measure") {
  CHECK(expand_main({{"main", "{{>x}}{{>x}}{{>x}}"}, {"x", "."}}).text == "...");
  Templates doubling{{"t20", "{{name}}"}};
  for (int i = 0; i < 20; ++i) {
    const std::string next = "{{>" + (i == 19 ? std::string("t20") : "t" + std::to_string(i + 1)) + "}}";
    doubling[i == 0 ? "main" : "t" + std::to_string(i)] = next + next;
  }
  CHECK(expand_main(doubling).said.find("E0504 the template becomes too large") != std::string::npos);
}

TEST_CASE("partials that do not exist are told in every template, also in one that nothing uses") {
  const Outcome outcome = expand_main({{"main", "x"}, {"unused", "{{#a}}\n{{> haeder }}{{/a}}"}, {"header", ""}});
  CHECK(outcome.said == "unused:2:5 E0502 there is no template 'haeder'; did you mean 'header'?\n");
}

TEST_CASE("a syntax error is told at its line and column") {
  struct Case {
    const char* text;
    const char* said;
  };
  const std::vector<Case> cases = {
      {"a\n  {{name", "main:2:3 E0504 the tag that begins here is not closed; end it with '}}'\n"},
      {"{{{name}} x", "main:1:1 E0504 the tag that begins here is not closed; end it with '}}}'\n"},
      {"{{=<% %>=}}\n<%name}}", "main:2:1 E0504 the tag that begins here is not closed; end it with '%>'\n"},
      {"ąę {{#list}}", "main:1:7 E0504 'list' is opened here but never closed; write {{/list}} where it ends\n"},
      {"x\n{{/list}}", "main:2:4 E0504 nothing named 'list' is open here\n"},
      {"{{#a}}{{#b}}\n {{/a}}{{/b}}", "main:2:5 E0504 'b' must be closed first, not 'a'\n"},
      {"{{}}", "main:1:1 E0504 this tag has no name\n"},
      {"{{# }}", "main:1:1 E0504 this tag has no name\n"},
      {"{{two words}}", "main:1:3 E0504 the name 'two words' must not have spaces\n"},
      {"{{=| =}}",
       "main:1:1 E0504 new delimiters are written as {{=<% %>=}}: two marks without '=', with a space between\n"},
      {"{{== ==}}",
       "main:1:1 E0504 new delimiters are written as {{=<% %>=}}: two marks without '=', with a space between\n"},
      {"{{= a b c =}}",
       "main:1:1 E0504 new delimiters are written as {{=<% %>=}}: two marks without '=', with a space between\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const Outcome outcome = expand_main({{"main", one.text}});
    CHECK(outcome.said == one.said);
    CHECK(outcome.text == "");
  }
}

TEST_CASE("sections may be nested a hundred deep, not more") {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "{{#a}}";
    for (int i = 0; i < depth; ++i) text += "{{/a}}";
    return expand_main({{"main", text}}).said;
  };
  CHECK(nested(100) == "");
  CHECK(nested(101) == "main:1:604 E0504 sections are nested too deeply here\n");
}

TEST_CASE("a line with one tag and nothing else does not show; a line with two sections does") {
  const char* data = R"({"yes": true, "no": false})";
  CHECK(render_main({{"main", "a\n  {{#yes}}  \nb\n{{/yes}}\nc"}}, data).text == "a\nb\nc");
  CHECK(render_main({{"main", "a\n{{#no}}{{/no}}\nb"}}, data).text == "a\n\nb");
  CHECK(render_main({{"main", "a\n{{#yes}}\n\n{{/yes}}\nb"}}, data).text == "a\n\nb");
  CHECK(render_main({{"main", "a\n {{! c }} {{! d }}\nb"}}, data).text == "a\n  \nb");
  CHECK(render_main({{"main", "{{#yes}}\n\n\n{{/yes}}"}}, data).text == "\n\n");
}

TEST_CASE("what stands before a section on an indented line is indented whether the section shows or not") {
  const char* data = R"({"yes": true, "no": false})";
  CHECK(
      render_main(
          {{"main", "  {{>p}}\n"}, {"p", "{{#no}}x{{/no}}{{^no}}y{{/no}}\n{{#yes}}x{{/yes}}{{^yes}}y{{/yes}}\n"}}, data)
          .text == "  y\n  x\n");
}

}  // namespace kronika::test
