#include <doctest/doctest.h>

#include "tests/markdown/fake_host.h"

namespace kronika::test {

TEST_CASE("a table stands in a wrapper, its cells have classes and its header cells a scope") {
  CHECK(
      html_of("| a | b | |\n|:--|--:|:-:|\n| x | `y|z` | q |\n| 1 |\n") ==
      "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table, scroll sideways if needed\">\n<table>\n"
      "<thead>\n<tr>\n"
      "<th scope=\"col\" class=\"left\">a</th>\n<th scope=\"col\" class=\"right\">b</th>\n<td class=\"center\"></td>\n"
      "</tr>\n</thead>\n<tbody>\n<tr>\n"
      "<td class=\"left\">x</td>\n<td class=\"right\">`y</td>\n<td class=\"center\">z`</td>\n</tr>\n<tr>\n"
      "<td class=\"left\">1</td>\n<td class=\"right\"></td>\n<td class=\"center\"></td>\n"
      "</tr>\n</tbody>\n</table>\n</div>\n");
  CHECK(html_of("|a|\n|-|\n") ==
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table, scroll sideways if needed\">\n<table>\n"
        "<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</div>\n");
}

TEST_CASE("the head of a long table says beforehand how wide its columns will be") {
  const auto rows = [](int count) {
    std::string text = "| Nazwa | Od | |\n|--|--|--|\n| **Busko** & co | 1 | x |\n";
    for (int i = 1; i < count; ++i) text += "| Starachowice | 2 | y |\n";
    return text;
  };
  const std::string html = html_of(rows(8));
  CHECK(html.find("<th scope=\"col\" data-widest=\"Starachowice\">Nazwa</th>") != std::string::npos);
  CHECK(html.find("<th scope=\"col\">Od</th>") != std::string::npos);
  CHECK(html.find("<td data-widest=\"x\"></td>") != std::string::npos);
  CHECK(html_of(rows(7)).find("data-widest") == std::string::npos);
  // Each table of a text has its own.
  const std::string two = html_of("|Od|\n|-|\n|a longer text|\n\n" + rows(8));
  CHECK(two.find("<th scope=\"col\">Od</th>\n</tr>") != std::string::npos);
  CHECK(two.find("data-widest=\"Starachowice\">Nazwa") != std::string::npos);
  CHECK(html_of("|n|\n|-|\n|<|\n|aa & bb|\n|c|\n|d|\n|e|\n|f|\n|g|\n|h|\n").find("data-widest=\"aa &amp; bb\"") !=
        std::string::npos);
}

TEST_CASE("a table takes the heading above as its name") {
  MarkdownOptions options = plain_options();
  options.table_label = "Tabela \"w bok\"";
  const std::string html = html_of("## Kto\n\n|a|\n|-|\n\n## Gdzie\n\n|b|\n|-|\n", options);
  CHECK(html.find("aria-label=\"Tabela &quot;w bok&quot;\">\n<table aria-labelledby=\"kto\">") != std::string::npos);
  CHECK(html.find("<table aria-labelledby=\"gdzie\">") != std::string::npos);
}

TEST_CASE("an image carries its size where the host knows it") {
  FakeHost host;
  host.sizes["plan.png"] = {640, 480};
  CHECK(render("![Plan](plan.png)", plain_options(), host).page.html ==
        "<p><img src=\"plan.png\" alt=\"Plan\" width=\"640\" height=\"480\"></p>\n");
  CHECK(render("![Plan](other.png)", plain_options(), host).page.html ==
        "<p><img src=\"other.png\" alt=\"Plan\"></p>\n");
}

TEST_CASE("an escaped bar in a table's code does not end the cell") {
  CHECK(html_of("|a|\n|-|\n|`x\\|y`|\n").find("<code>x|y</code>") != std::string::npos);
}

TEST_CASE("boxes of a task list are disabled and have a name") {
  MarkdownOptions options = plain_options();
  options.task_done = "gotowe";
  options.task_open = "do \"zrobienia\"";
  CHECK(html_of("- [x] tak\n- [ ] nie\n", options) ==
        "<ul class=\"tasks\">\n<li><input type=\"checkbox\" disabled aria-label=\"gotowe\" checked> tak</li>\n"
        "<li><input type=\"checkbox\" disabled aria-label=\"do &quot;zrobienia&quot;\"> nie</li>\n</ul>\n");
  CHECK(html_of("- [x] tak\n\n- [ ] nie\n", options).find("<li>\n<p><input type=\"checkbox\" disabled") !=
        std::string::npos);
}

TEST_CASE("strikethrough and bare addresses are GFM's") {
  CHECK(html_of("~~stare~~ nowe") == "<p><del>stare</del> nowe</p>\n");
  CHECK(html_of("www.a.pl i b@a.pl") ==
        "<p><a href=\"http://www.a.pl\">www.a.pl</a> i\u00A0<a href=\"mailto:b@a.pl\">b@a.pl</a></p>\n");
}

TEST_CASE("code keeps its language as a class and every character as it is") {
  CHECK(html_of("```c++ title=\"x\"\na < \"b\" -- ...\n```\n") ==
        "<pre><code class=\"language-c++\">a &lt; &quot;b&quot; -- ...\n</code></pre>\n");
  CHECK(html_of("~~~\nx\n~~~\n") == "<pre><code>x\n</code></pre>\n");
}

TEST_CASE("footnotes stand at the end, with a link back for each reference") {
  MarkdownOptions options = plain_options();
  options.footnotes_title = "Przypisy";
  options.back_to_text = "Wróć do tekstu";
  CHECK(html_of("Raz[^a], dwa[^b], raz[^a].\n\n[^b]: Drugi\n[^a]: Pierwszy\n[^c]: Nieużyty\n", options) ==
        "<p>Raz<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>, dwa"
        "<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\">2</a></sup>, raz"
        "<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\">1</a></sup>.</p>\n"
        "<div class=\"footnotes\" role=\"region\" aria-label=\"Przypisy\">\n<ol>\n"
        "<li id=\"fn-1\">\n<p>Pierwszy"
        " <a class=\"footnote-back\" href=\"#fnref-1\" aria-label=\"Wróć do tekstu (1)\">↩</a>"
        " <a class=\"footnote-back\" href=\"#fnref-1-2\" aria-label=\"Wróć do tekstu (2)\">↩</a></p>\n</li>\n"
        "<li id=\"fn-2\">\n<p>Drugi"
        " <a class=\"footnote-back\" href=\"#fnref-2\" aria-label=\"Wróć do tekstu\">↩</a></p>\n</li>\n"
        "</ol>\n</div>\n");
}

TEST_CASE("a footnote that does not end with a paragraph gets its link back in one") {
  const std::string html = html_of("x[^1]\n\n[^1]:\n    - a\n    - b\n");
  CHECK(html.find("</ul>\n<p> <a class=\"footnote-back\" href=\"#fnref-1\"") != std::string::npos);
}

TEST_CASE("a reference to a footnote inside a link is no link in a link") {
  CHECK(html_of("[a[^1]](x.md)\n\n[^1]: n\n").find("<a href=\"x.md\">a<sup class=\"footnote-ref\">1</sup></a>") !=
        std::string::npos);
}

TEST_CASE("a reference without its footnote is reported where it stands") {
  CHECK(briefs(render("Ala\nma kota[^kot].\n").diagnostics) == Lines{"11:8 W0313 kot"});
}

TEST_CASE("an alert's content goes to the host without its marker") {
  CHECK(html_of("> [!NOTE]\n> Treść\n> uwagi\n>\n> - a\n") ==
        "<aside class=\"note\">\n<p>Treść\nuwagi</p>\n<ul>\n<li>a</li>\n</ul>\n</aside>\n");
  CHECK(html_of("> [!warning]\n>\n> Treść\n") == "<aside class=\"warning\">\n<p>Treść</p>\n</aside>\n");
  CHECK(html_of("> [!NOTE]\n") == "<aside class=\"note\">\n</aside>\n");
}

TEST_CASE("a block quote that only looks like an alert stays one") {
  CHECK(html_of("> [!NOTE] tekst\n") == "<blockquote>\n<p>[!NOTE] tekst</p>\n</blockquote>\n");
  CHECK(html_of("> > [!NOTE]\n> > x\n") ==
        "<blockquote>\n<blockquote>\n<p>[!NOTE]\nx</p>\n</blockquote>\n</blockquote>\n");
  CHECK(html_of("> [!NOTE]\n> > [!NOTE]\n> > x\n") ==
        "<aside class=\"note\">\n<blockquote>\n<p>[!NOTE]\nx</p>\n</blockquote>\n</aside>\n");
}

TEST_CASE("an alert that the theme does not have is reported and shown as a quotation") {
  const Rendered out = render("tekst\n\n> [!UWAGA]\n> Treść\n");
  CHECK(briefs(out.diagnostics) == Lines{"12:3 W0307 uwaga"});
  CHECK(out.page.html == "<p>tekst</p>\n<blockquote>\n<p>[!UWAGA]</p>\n<p>Treść</p>\n</blockquote>\n");
}

TEST_CASE("raw HTML is refused at its line and column, comments are dropped") {
  const Rendered out = render("ąę <b>x</b> <!-- uwaga -->\n\n<!-- a\n\nb -->\n\n> <div>\n> x\n\n<?php x ?>\n");
  CHECK(briefs(out.diagnostics) == Lines{"10:4 E0301", "16:3 E0301", "19:1 E0301"});
  CHECK(out.page.html.find('<' + std::string("b>")) == std::string::npos);
  CHECK(out.page.html.find("uwaga") == std::string::npos);
}

TEST_CASE("HTML on the line of a comment is HTML") {
  CHECK(briefs(render("<!-- a --> <i>b</i>\n").diagnostics) == Lines{"10:12 E0301"});
}

TEST_CASE("raw HTML that is allowed is written as it is, and its text and ids count") {
  MarkdownOptions options = plain_options();
  options.raw_html = true;
  const Rendered out =
      render("<div id=\"ramka\"><p>Tekst &amp; więcej</p></div>\n\n## Ramka\n\na <b id='b'>c</b>\n", options);
  CHECK(out.diagnostics.empty());
  CHECK(
      out.page.html.starts_with("<div id=\"ramka\"><p>Tekst &amp; więcej</p></div>\n<h2 id=\"ramka-1\">Ramka</h2>\n"));
  CHECK(out.page.sections[0].text == "Tekst & więcej");
  CHECK(out.page.ids == Lines{"b", "ramka", "ramka-1"});
}

TEST_CASE("nothing nests too deep: no input overflows the stack") {
  const std::size_t depth = 50'000;
  const auto repeated = [&](std::string_view piece) {
    std::string out;
    for (std::size_t i = 0; i < depth; ++i) out += piece;
    return out;
  };
  for (const std::string_view piece : {"[", "![", "*a ", "_a *b ", "\"a ", "~~a ", "<b>", "[x](", "`", "(\"", "[^a]"}) {
    CAPTURE(piece);
    CHECK_FALSE(html_of(repeated(piece) + "x").empty());
  }
}

TEST_CASE("deep block quotes and lists are rendered without recursion") {
  std::string quotes(50'000, '>');
  CHECK(html_of(quotes + " x").find("<p>x</p>") != std::string::npos);
  std::string lists;
  for (int i = 0; i < 2'000; ++i) lists += "* + ";
  CHECK(html_of(lists + "x").find("<li>x</li>") != std::string::npos);
}

}  // namespace kronika::test
