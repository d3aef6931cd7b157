#include <doctest/doctest.h>

#include "tests/markdown/fake_host.h"

namespace kronika::test {
namespace {

struct Case {
  const char* text;
  const char* told;  // a diagnostic; "" : none
};

void hold(std::initializer_list<Case> cases, const MarkdownOptions& options = plain_options()) {
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(briefs(render(each.text, options).diagnostics) == (*each.told ? Lines{each.told} : Lines{}));
  }
}

MarkdownOptions html_options() {
  MarkdownOptions options = plain_options();
  options.own_host = "es.example.org";
  options.raw_html = true;
  return options;
}

}  // namespace

TEST_CASE("a description that says only that there is an image is an error at the image") {
  hold({{"![Zdjęcie](a.png)", "10:12 E0316 Zdjęcie"},
        {"Oto ![image 3](a.png)", "10:16 E0316 image 3"},
        {"![Zdjęcie](a.png \"ozdoba\")", ""},
        {"![Dwie osoby przy stole](a.png)", ""}});
}

TEST_CASE("the text of a link says where it leads") {
  hold({{"Regulamin jest [tutaj](a.md).", "10:24 W0320 tutaj"},
        {"[Kliknij *tutaj*](a.md)", "10:19 W0320 Kliknij tutaj"},
        {"[click here](a.md)", "10:14 W0320 click here"},
        {"- [więcej &raquo;](a.md)", "10:20 W0320 więcej »"},
        {"| a | b |\n|---|---|\n| [tu](a.md) | x |", "12:8 W0320 tu"},
        {"[więcej o klauzulach](a.md)", ""},
        {"[regulamin](a.md)", ""},
        {"[![Plan sali](a.png)](a.md)", ""}});
}

TEST_CASE("an address is no text of a link; e-mail and telephone numbers are") {
  hold({{"[https://x.pl/a](https://x.pl/a)", "10:2 W0319 https://x.pl/a"},
        {"Zob. <https://x.pl/a>.", "10:7 W0319 https://x.pl/a"},
        {"Zob. www.x.pl.", "10:6 W0319 http://www.x.pl"},
        {"[www.x.pl](https://x.pl/)", "10:12 W0319 https://x.pl/"},
        {"<biuro@x.pl>", ""},
        {"[+48 41 200 10 00](tel:+48412001000)", ""},
        {"[biuro@x.pl](mailto:biuro@x.pl)", ""},
        {"`https://x.pl/a`", ""}});
}

TEST_CASE("a table has a header, and its first column a name") {
  hold({{"Zdanie.\n\n|  |  |\n|---|---|\n| a | b |", "12:1 E0317"},
        {"|  | b |\n|---|---|\n| a | b |", "10:1 E0318"},
        {"| a |  |\n|---|---|\n| a | b |", ""},
        {"| ![Znak wodny](a.png) | b |\n|---|---|\n| a | b |", ""},
        {"| a |\n|---|", ""}});
}

TEST_CASE("texts in capitals are told at their first word, whatever they stand in") {
  hold({{"Prosimy: ZAPISY TRWAJĄ DO PIĄTKU.", "10:10 W0321 ZAPISY TRWAJĄ DO PIĄTKU."},
        {"## ZAPROSZENIE NA WARSZTATY", "10:4 W0321 ZAPROSZENIE NA WARSZTATY"},
        {"- [REGULAMIN NABORU OFERT 2026](a.md)", "10:4 W0321 REGULAMIN NABORU OFERT"},
        {"a\nTO JEST\nBARDZO WAŻNE", "11:1 W0321 TO JEST BARDZO WAŻNE"},
        {"**TO** JEST BARDZO **WAŻNE**", "10:3 W0321 TO JEST BARDZO WAŻNE"},
        {"| a |\n|---|\n| TO JEST BARDZO WAŻNE |", "12:3 W0321 TO JEST BARDZO WAŻNE"},
        {"`SELECT A FROM B WHERE C` i ROPS", ""},
        {"```sql\nSELECT ALL FROM TABLES WHERE\n```", ""},
        {"OPS, PCPR, NGO, OWES, CIS", ""}});
}

TEST_CASE("images of other hosts are told; links to them are not") {
  hold({{"![Dwie osoby](https://x.pl/a.png)", "10:15 E0326 https://x.pl/a.png"},
        {"![Dwie osoby](https://es.example.org/a.png)", ""},
        {"[Strona sąsiadów](https://x.pl/)", ""}},
       html_options());
}

TEST_CASE("HTML that a site lets through is held to the same") {
  hold({{"<p>a</p>\n<p style=\"color:red\">b</p>", "11:1 E0327 style=\"color:red\""},
        {"a <b onclick=\"x()\">b</b>", "10:3 E0327 onclick=\"x()\""},
        {"<script>a()</script>", "10:1 E0327 <script>"},
        {"<iframe title=\"x\" src=\"https://x.pl/film\"></iframe>", "10:1 E0326 https://x.pl/film"},
        {"<p>\n<img src=\"a.png\">\n</p>", "11:1 E0302 a.png ozdoba"},
        {"<table><tr><td>a</td></tr></table>", "10:1 E0317"},
        {"<video src=\"a.mp4\"></video>", "10:1 E0324 a.mp4"},
        {"<table><tr><th>a</th></tr></table>", ""},
        {"<p>a <abbr title=\"x\">y</abbr></p>", ""}},
       html_options());
}

TEST_CASE("what stands in a component is looked at too") {
  const Rendered out = render("```{box}\nbody = \"\"\"\nZob. [tutaj](a.md).\n\"\"\"\n```\n");
  CHECK(briefs(out.diagnostics) == Lines{"12:14 W0320 tutaj"});
  const Rendered short_text = render("```{box}\nbody = \"\"\"Zob. [tutaj](a.md).\"\"\"\n```\n");
  REQUIRE(short_text.diagnostics.size() == 1);
  CHECK(short_text.diagnostics[0].place.span.line == 11);
}

}  // namespace kronika::test
