#include <doctest/doctest.h>

#include <thread>

#include "tests/markdown/fake_host.h"

namespace kronika::test {

TEST_CASE("a component's call has its name, its parameters and the place of its info string") {
  const Rendered out = render("tekst\n\n```{ramka}\ntitle = \"Tytuł\"\nliczba = 5\n```\n");
  REQUIRE(out.host.calls.size() == 1);
  const ComponentCall& call = out.host.calls[0];
  CHECK(call.name == "ramka");
  CHECK(call.place.file == "content/a/x.md");
  CHECK(call.place.span.line == 12);
  CHECK(call.place.span.column == 4);
  REQUIRE(call.parameters.find("liczba"));
  CHECK(call.parameters.find("liczba")->span.line == 14);
  CHECK(call.parameters.find("liczba")->span.column == 10);
  CHECK(out.page.html == "<p>tekst</p>\n<div class=\"ramka\"><p id=\"ramka-title\">Tytuł</p></div>\n");
  CHECK(out.page.sections[0].text == "tekst\nTytuł");
  CHECK(out.page.ids == Lines{"ramka-title"});
}

TEST_CASE("places inside an indented component count from the file's left edge") {
  const Rendered out = render("- a\n\n  ```{ramka}\n  title = \"x\"\n  ```\n");
  REQUIRE(out.host.calls.size() == 1);
  CHECK(out.host.calls[0].place.span.column == 6);
  CHECK(out.host.calls[0].parameters.find("title")->span.line == 13);
  CHECK(out.host.calls[0].parameters.find("title")->span.column == 11);
}

TEST_CASE("a mistake in a component's TOML is told at its line") {
  const Rendered out = render("a\n\n```{ramka}\ntitle = \n```\n");
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(info(out.diagnostics[0].code).name == "E0101");
  CHECK(out.diagnostics[0].place.span.line == 13);
  CHECK(out.host.calls.empty());
}

TEST_CASE("Markdown inside a component shares ids with the page and has footnotes of its own") {
  const Rendered out = render(
      "## Cel[^1]\n\n```{ramka}\nbody = \"\"\"\n## Cel\n\nTekst[^a] [l](q.md) <b>\n\n[^a]: Nota\n\"\"\"\n```\n\n[^1]: "
      "Główny\n");
  CHECK(out.page.html.find("<h2 id=\"cel-1\">Cel</h2>") != std::string::npos);
  CHECK(out.page.html.find("<a href=\"#fn-c1-1\" id=\"fnref-c1-1\">1</a>") != std::string::npos);
  CHECK(out.page.html.find("<div class=\"footnotes\">\n<ol>\n<li id=\"fn-c1-1\">") != std::string::npos);
  CHECK(out.page.headings.size() == 1);
  CHECK(out.page.sections.size() == 2);
  CHECK(out.page.sections[1].text == "Cel\nTekst l\nNota\nGłówny");
  CHECK(out.page.ids == Lines{"cel", "cel-1", "fn-1", "fn-c1-1", "fnref-1", "fnref-c1-1"});
}

TEST_CASE("info strings that are no component are code") {
  for (const std::string_view info : {"{r echo=FALSE}", "{}", "{.python}", "a}", "{ą}", "{.python"}) {
    CAPTURE(info);
    const Rendered out = render("```" + std::string(info) + "\nx\n```\n");
    CHECK(out.host.calls.empty());
    CHECK(out.page.html.find("<pre><code class=\"language-") == 0);
  }
}

TEST_CASE("a brace that was not closed is told, not shown to readers as code") {
  for (const std::string_view info : {"{ramka", "{ ramka "}) {
    CAPTURE(info);
    const Rendered out = render("```" + std::string(info) + "\ntitle = \"T\"\n```\n");
    REQUIRE(out.diagnostics.size() == 1);
    CHECK(out.diagnostics[0].code == Code::unknown_component);
    CHECK(out.diagnostics[0].suggestion == "{ramka}");
    CHECK(out.diagnostics[0].place.span.column == 4);
    CHECK(out.page.html.empty());
  }
}

TEST_CASE("spaces inside the braces of a component do no harm") {
  CHECK(render("```{ ramka }\ntitle = \"T\"\n```\n").host.calls.size() == 1);
}

TEST_CASE("many threads render the same bytes as one") {
  initialise_markdown();
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += "## Tytuł " + std::to_string(i) +
            "\n\n~~a~~ *b* www.x.pl \"c\" | d@e.pl\n\n| a | b |\n|---|---|\n| ~~x~~ | y |\n\n";
  }
  const std::string expected = html_of(text);
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result, &text] {
      for (int i = 0; i < 10; ++i) result = html_of(text);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}

}  // namespace kronika::test
