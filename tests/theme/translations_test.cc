#include <doctest/doctest.h>

#include "search/text/escape.h"
#include "tests/theme/helpers.h"

namespace kronika::test {
namespace {

constexpr const char* polish = R"toml(
hello = "Cześć"
found = "Znaleziono {total} w {collection.title}"
quote = "5 < 6 & \"tak\""
braces = "{ } {two words} {{x"

[results]
one = "{n} wynik"
few = "{n} wyniki"
many = "{n} wyników ({query})"
)toml";

std::string expanded(const char* text) {
  const Outcome outcome = expand_main({{"main", text}}, polish, "pl");
  CHECK(outcome.said == "");
  return outcome.text;
}

}  // namespace

TEST_CASE("{{t.KEY}} becomes the text, and {name} in it a tag") {
  CHECK(expanded("<p>{{t.hello}}</p>") == "<p>Cześć</p>");
  CHECK(expanded("{{ t.found }}") == "Znaleziono {{total}} w {{collection.title}}");
  CHECK(expanded("{{{t.found}}}") == "Znaleziono {{&total}} w {{&collection.title}}");
}

TEST_CASE("a text is escaped like a value, and not between three braces") {
  CHECK(expanded("{{t.quote}}") == "5 &lt; 6 &amp; &quot;tak&quot;");
  CHECK(expanded("{{{t.quote}}}|{{&t.quote}}") == "5 < 6 & \"tak\"|5 < 6 & \"tak\"");
}

TEST_CASE("braces around anything but a name are text") {
  CHECK(expanded("{{t.braces}}") == "{ } {two words} {{=<% %>=}}{{<%={{ }}=%>x");
}

TEST_CASE("a plural section becomes a section for each form of the language") {
  CHECK(expanded("{{#t.results}}total{{/t.results}}") ==
        "{{#total_few}}{{total}} wyniki{{/total_few}}{{#total_many}}{{total}} wyników ({{query}}){{/total_many}}"
        "{{#total_one}}{{total}} wynik{{/total_one}}");
  CHECK(expanded("{{#t.results}}\n  pagination.last\n{{/t.results}}\n")
            .find("{{#pagination.last_one}}{{pagination.last}} wynik") != std::string::npos);
}

TEST_CASE("all forms of a text are printed as JSON, for a script that counts") {
  const std::string forms = R"json({"few":"{n} wyniki","many":"{n} wyników ({query})","one":"{n} wynik"})json";
  CHECK(expanded("{{{t.results.forms}}}") == forms);
  CHECK(expanded("<i data-n=\"{{t.results.forms}}\">") == "<i data-n=\"" + escape_html(forms) + "\">");
}

TEST_CASE("mistakes with texts are told where the template asks for them") {
  struct Case {
    const char* text;
    const char* said;
  };
  const std::vector<Case> cases = {
      {"a\n {{t.helo}}", "main:2:4 E0506 i18n/pl.toml has no text 'helo'; did you mean 'hello'?\n"},
      {"{{#t.result}}n{{/t.result}}", "main:1:4 E0506 i18n/pl.toml has no text 'result'; did you mean 'results'?\n"},
      {"{{t.results}}",
       "main:1:3 E0504 the text 'results' has plural forms; write {{#t.results}}name of a number{{/t.results}}\n"},
      {"{{#t.hello}}n{{/t.hello}}", "main:1:4 E0504 the text 'hello' has no plural forms; write {{t.hello}}\n"},
      {"{{t.hello.forms}}", "main:1:3 E0504 the text 'hello' has no plural forms; write {{t.hello}}\n"},
      {"{{t.result.forms}}", "main:1:3 E0506 i18n/pl.toml has no text 'result'; did you mean 'results'?\n"},
      {"{{^t.hello}}n{{/t.hello}}", "main:1:4 E0504 a text is always there: {{^t.hello}} has no meaning\n"},
      {"{{#t.results}}{{total}}{{/t.results}}",
       "main:1:4 E0504 between {{#t.results}} and {{/t.results}} there must be the name of a number, nothing else\n"},
      {"{{#t.results}} {{/t.results}}",
       "main:1:4 E0504 between {{#t.results}} and {{/t.results}} there must be the name of a number, nothing else\n"},
      {"{{#t.results}}two words{{/t.results}}",
       "main:1:4 E0504 between {{#t.results}} and {{/t.results}} there must be the name of a number, nothing else\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(expand_main({{"main", one.text}}, polish, "pl").said == one.said);
  }
}

TEST_CASE("mistakes in i18n/LANGUAGE.toml are told there, whether a template asks for the text or not") {
  struct Case {
    const char* toml;
    const char* language;
    const char* said;
  };
  const std::vector<Case> cases = {
      {"a = \"x\"\n\n[hits]\none = \"{n} hit\"\n", "en",
       "i18n:3:2 E0507 the text 'hits' lacks the plural form 'other'\n"},
      {"[hits]\none = \"{n} trafienie\"\nfew = \"{n} trafienia\"\n", "pl",
       "i18n:1:2 E0507 the text 'hits' lacks the plural form 'many'\n"},
      {"[hits]\none = \"1\"\nother = \"2\"\nothr = \"3\"\n", "en",
       "i18n:4:1 E0103 unknown setting 'othr' in [hits]; did you mean 'other'?\n"},
      {"hits = 3\n", "en", "i18n:1:8 E0105 'hits' must be a text in quotes, but is a whole number\n"},
      {"[hits]\none = 1\nother = \"2\"\n", "en",
       "i18n:2:7 E0105 'one' must be a text in quotes, but is a whole number\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.toml);
    CHECK(expand_main({{"main", ""}}, one.toml, one.language).said == one.said);
  }
  CHECK(expand_main({{"main", ""}}, "a = \n", "en").said.starts_with("i18n:1:"));
}

TEST_CASE("a text read later takes the place of one read before, a plural one as a whole") {
  Diagnostics diagnostics;
  Translations texts("en");
  texts.read("a = \"old\"\nb = \"kept\"\n[n]\none = \"1\"\nother = \"2\"\n", "builtin", diagnostics);
  texts.read("a = \"new\"\nn = \"now plain\"\n", "own", diagnostics);
  CHECK(said(diagnostics) == "");
  CHECK(texts.find("a")->plain == "new");
  CHECK(texts.find("a")->place.file == "own");
  CHECK(texts.find("b")->plain == "kept");
  CHECK_FALSE(texts.find("n")->is_plural());
  CHECK(texts.find("c") == nullptr);
}

TEST_CASE("a text is cut into stretches and names") {
  const auto parts = translation_parts("a {n} b{x.y_1}");
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].text == "a ");
  CHECK(parts[1].text == "n");
  CHECK(parts[1].is_name);
  CHECK(parts[2].text == " b");
  CHECK_FALSE(parts[2].is_name);
  CHECK(parts[3].text == "x.y_1");
  CHECK(translation_parts("").empty());
}

}  // namespace kronika::test
