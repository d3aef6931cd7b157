#include <doctest/doctest.h>

#include "tests/markdown/fake_host.h"

namespace kronika::test {
namespace {

ResolvedLink answer(LinkKind kind, std::string url = {}) {
  ResolvedLink link;
  link.kind = kind;
  link.url = std::move(url);
  return link;
}

/// The places of all destinations, as "line:column+length destination".
Lines places(std::string_view text) {
  Lines out;
  for (const auto& asked : render(text).host.asked) {
    const Span& span = asked.place.span;
    out.push_back(std::to_string(span.line) + ":" + std::to_string(span.column) + "+" + std::to_string(span.length) +
                  " " + asked.destination);
  }
  return out;
}

}  // namespace

TEST_CASE("links and images go where the host says") {
  FakeHost host;
  host.answers["../a/b.md"] = answer(LinkKind::page, "/a/b/?x=1&y=ż");
  host.answers["kot.png"] = answer(LinkKind::attachment, "/a/kot%20bury.png");
  host.answers["kot.png"].attachment = "content/a/kot.png";
  const Rendered out =
      render("[b](../a/b.md \"T&T\") ![Kot *bury*](kot.png \"Mój\") ![Kot](kot.png)", plain_options(), host);
  CHECK(out.page.html ==
        "<p><a href=\"/a/b/?x=1&amp;y=%C5%BC\" title=\"T&amp;T\">b</a> "
        "<img src=\"/a/kot%20bury.png\" alt=\"Kot bury\" title=\"Mój\"> <img src=\"/a/kot%20bury.png\" "
        "alt=\"Kot\"></p>\n");
  CHECK(out.page.attachments == Lines{"content/a/kot.png"});
}

TEST_CASE("a link to what is hidden or missing leaves its text") {
  FakeHost host;
  host.answers["szkic.md"] = answer(LinkKind::hidden);
  host.answers["nie.md"] = answer(LinkKind::broken);
  CHECK(render("[to *b*](szkic.md) [c](nie.md) ![Obraz & co](nie.md)", plain_options(), host).page.html ==
        "<p>to <em>b</em> c Obraz &amp; co</p>\n");
}

TEST_CASE("anchors to check are handed on") {
  FakeHost host;
  host.answers["#x"] = answer(LinkKind::page, "#x");
  host.answers["#x"].anchor = AnchorLink{PageId{7}, "x", "X", {"f", {1, 2, 3}}};
  const Rendered out = render("[a](#x)", plain_options(), host);
  REQUIRE(out.page.anchors.size() == 1);
  CHECK(out.page.anchors[0].anchor == "x");
  CHECK(out.page.anchors[0].target == PageId{7});
}

TEST_CASE("an image without alternative text is an error at its destination") {
  CHECK(briefs(render("ą ![](kot.png) ![  ](pies.png)\n").diagnostics) ==
        Lines{"10:7 E0302 kot.png ozdoba", "10:22 E0302 pies.png ozdoba"});
}

TEST_CASE("an image whose title is the decoration word has no text and no title") {
  MarkdownOptions options = plain_options();
  CHECK(html_of("![](fala.svg \"ozdoba\")", options) == "<p><img src=\"fala.svg\" alt=\"\"></p>\n");
  const Rendered out = render("![Fala](fala.svg 'ozdoba')", options);
  CHECK(out.page.html == "<p><img src=\"fala.svg\" alt=\"\"></p>\n");
  CHECK(out.page.sections[0].text.empty());
  CHECK(out.diagnostics.empty());
  options.decoration = "decor";
  CHECK(briefs(render("![](fala.svg \"ozdoba\")", options).diagnostics) == Lines{"10:5 E0302 fala.svg decor"});
}

TEST_CASE("a file name is no alternative text") {
  CHECK(briefs(render("![kot](a/kot) ![DSC_001.JPG](a.jpg) ![Kot w lesie.png nowy](k.png)").diagnostics) ==
        Lines{"10:8 E0306 kot", "10:30 E0306 DSC_001.JPG"});
}

TEST_CASE("a link without text is reported") {
  CHECK(briefs(render("[](a.md) [ ](b.md) [![](f.svg \"ozdoba\")](c.md) [![Kot](k.svg)](d.md)").diagnostics) ==
        Lines{"10:4 W0312", "10:14 W0312", "10:42 W0312"});
}

TEST_CASE("destinations are found in the source, whatever cmark thinks of their place") {
  CHECK(places("ąć [a](x.md) `[a](x.md)` [b](<y z.md>) <https://a.pl>\n") ==
        Lines{"10:8+4 x.md", "10:31+6 y z.md", "10:41+12 https://a.pl"});
  CHECK(places("x.md i \\\nx.md [a](x.md) `kod\nkod`\n[b\nc](x.md\n'tytuł\ndwa') [d](x.md)\n") ==
        Lines{"11:10+4 x.md", "14:4+4 x.md", "16:11+4 x.md"});
  CHECK(places("[a][r] i [b](b.md)\n\nakapit\n\n[r]: <../r.md>\n") == Lines{"14:7+7 ../r.md", "10:14+4 b.md"});
  CHECK(places("[r]: r.md\n[a][r] [b](c.md)\n") == Lines{"10:6+4 r.md", "11:12+4 c.md"});
  CHECK(places("akapit [p](p.md)\n| a | b |\n|---|---|\n| x | [q](q.md) |\n| y | ![z](q.md) |\n") ==
        Lines{"10:12+4 p.md", "13:11+4 q.md", "14:12+4 q.md"});
  CHECK(places("x[^1] [a](a.md)\n\n[^1]: n [b](b.md)\n\nkoniec [c](c.md)\n") ==
        Lines{"10:11+4 a.md", "14:12+4 c.md", "12:13+4 b.md"});
  CHECK(places("- a\n  > b [l](l\\_m.md)\n") == Lines{"11:8+1 l_m.md"});
}

TEST_CASE("a link in a link does not open a second one") {
  CHECK(html_of("[a www.b.pl c](x.md)").find("<a href=\"http://www.b.pl\">") == std::string::npos);
}

TEST_CASE("addresses are made whole and escaped") {
  CHECK(html_of("[to](<x y\"z.md>) [b](/ż?q=1&r='2')") ==
        "<p><a href=\"x%20y%22z.md\">to</a> <a href=\"/%C5%BC?q=1&amp;r=&#x27;2&#x27;\">b</a></p>\n");
}

}  // namespace kronika::test
