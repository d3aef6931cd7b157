#include <doctest/doctest.h>

#include "generator/markdown/html_text.h"
#include "generator/markdown/ids.h"
#include "tests/markdown/fake_host.h"

namespace kronika::test {

TEST_CASE("headings have unique folded ids, their text and their inline markup without links") {
  const Rendered out = render(
      "## Rozdział *drugi*\n\n### Z [linkiem](a.md) w \"środku\"[^1]\n\n## Rozdział drugi\n\n## "
      "rozdzial-drugi-1\n\n[^1]: n\n");
  REQUIRE(out.page.headings.size() == 4);
  CHECK(out.page.headings[0].id == "rozdzial-drugi");
  CHECK(out.page.headings[0].text == "Rozdział drugi");
  CHECK(out.page.headings[0].html == "Rozdział <em>drugi</em>");
  CHECK(out.page.headings[0].line == 10);
  CHECK(out.page.headings[1].level == 3);
  CHECK(out.page.headings[1].text == "Z linkiem w „środku”");
  CHECK(out.page.headings[1].html == "Z\u00A0linkiem w\u00A0„środku”");
  CHECK(out.page.headings[1].line == 12);
  CHECK(out.page.headings[2].id == "rozdzial-drugi-1");
  CHECK(out.page.headings[3].id == "rozdzial-drugi-1-1");
  CHECK(out.page.html.starts_with("<h2 id=\"rozdzial-drugi\">Rozdział <em>drugi</em></h2>\n"));
}

TEST_CASE("an id never meets a footnote's, a reserved or an empty one") {
  MarkdownOptions options = plain_options();
  options.reserved_ids = {"menu"};
  const Rendered out =
      render("## fn 1\n\n## Menu\n\n## ???\n\n## fnref-1-2\n\n## fn klucz\n\nx[^1]\n\n[^1]: y\n", options);
  Lines ids;
  for (const Heading& heading : out.page.headings) ids.push_back(heading.id);
  CHECK(ids == Lines{"section-fn-1", "menu-1", "section", "section-fnref-1-2", "fn-klucz"});
  CHECK(out.page.ids == Lines{"fn-1", "fn-klucz", "fnref-1", "menu-1", "section", "section-fn-1", "section-fnref-1-2"});
}

TEST_CASE("where a git host's anchor differs from ours, both lead to the heading") {
  CHECK(git_host_anchor("E-mail/telefon: 10,5 & co") == "e-mailtelefon-105-co");
  const Rendered out = render("## E-mail/telefon\n");
  CHECK(out.page.html == "<h2 id=\"e-mail-telefon\"><span id=\"e-mailtelefon\"></span>E-mail/telefon</h2>\n");
  CHECK(out.page.ids == Lines{"e-mail-telefon", "e-mailtelefon"});
  CHECK(out.page.headings[0].html == "E-mail/telefon");
  CHECK(html_of("## Co to jest? (wstęp)\n") == "<h2 id=\"co-to-jest-wstep\">Co to jest? (wstęp)</h2>\n");
  CHECK(html_of("## Lata 10-20\n") == "<h2 id=\"lata-10-20\">Lata 10–20</h2>\n");
}

TEST_CASE("jumps, empty headings and a second title are told at their lines") {
  const Rendered out = render("## A\n\n#### B\n\n##\n\n# C\n\n## D\n");
  CHECK(briefs(out.diagnostics) == Lines{"12:1 W0308 2 4 3", "14:1 W0309", "16:1 W0310"});
  CHECK(out.page.headings.size() == 4);
}

TEST_CASE("sections hold the plain text between headings, a line a block") {
  const Rendered out = render(
      "Wstęp *ważny*\nw dwóch liniach.\n\n- jeden\n- dwa\n  ```\n  kod\n  ```\n\n## A & \"B\"\n\n| x | y "
      "|\n|---|---|\n| 1 | 2 |\n\n"
      "> cytat z ![Kot](k.png)\n\n## C\n");
  REQUIRE(out.page.sections.size() == 3);
  CHECK(out.page.sections[0].heading.empty());
  CHECK(out.page.sections[0].text == "Wstęp ważny w dwóch liniach.\njeden\ndwa\nkod");
  CHECK(out.page.sections[1].anchor == "a-b");
  CHECK(out.page.sections[1].heading == "A & „B”");
  CHECK(out.page.sections[1].text == "x y\n1 2\ncytat z Kot");
  CHECK(out.page.sections[2].text.empty());
}

TEST_CASE("the first paragraph is the first with words of its own") {
  CHECK(render("## A\n\n> cytat\n\n![Kot](k.png)\n\nPierwszy *akapit* w lesie.\n\nDrugi.\n").page.first_paragraph ==
        "Pierwszy akapit w lesie.");
  CHECK(render("## A\n\n- lista\n").page.first_paragraph.empty());
  CHECK(render("").page.sections.size() == 1);
}

TEST_CASE("ids can be switched off") {
  MarkdownOptions options = plain_options();
  options.heading_ids = false;
  CHECK(html_of("## A/b\n", options) == "<h2>A/b</h2>\n");
}

TEST_CASE("the text of HTML is what a reader sees") {
  CHECK(text_of_html("<div><h3 title='a > b'>Tytuł</h3><p>Ala&nbsp;ma <b>ko</b>ta &amp; psa&#33;</p><!-- x -->"
                     "<script>if (a < b) {}</script><ul><li>a<li>b</ul></div>") == "Tytuł\nAla ma kota & psa!\na\nb");
  CHECK(text_of_html("1 < 2 & &nieznane; <") == "1 < 2 & &nieznane; <");
  CHECK(ids_of_html("<p id=\"a\" class=x><i id='b'>id=\"c\"</i></p>") == Lines{"a", "b"});
  CHECK(without_links("<a href=\"x\">a</a> <em>b</em><sup class=\"footnote-ref\"><a>1</a></sup>") == "a <em>b</em>");
}

}  // namespace kronika::test
