#include "generator/packs/xhtml.h"

#include <doctest/doctest.h>

#include <span>

namespace kronika {
namespace {

std::string converted(std::string_view html, const XhtmlOptions& options = {}) {
  return to_xhtml(html, options).markup;
}

struct Case {
  const char* html;
  const char* xhtml;
};

void check_all(std::span<const Case> cases, const XhtmlOptions& options = {}) {
  for (const auto& [html, xhtml] : cases) {
    CAPTURE(html);
    CHECK(converted(html, options) == xhtml);
  }
}

TEST_CASE("HTML becomes well-formed XML") {
  constexpr Case cases[] = {
      {"<p>a<br>b<hr>", "<p>a<br/>b</p><hr/>"},
      {"<BR>", "<br/>"},
      {"<input type=checkbox disabled>", "<input type=\"checkbox\" disabled=\"\"/>"},
      {"a &nbsp;b &mdash; &#8222;c&#x201D;", "a \u00A0b \u2014 \u201Ec\u201D"},
      {"&amp; &lt; &bogus; & 1 < 2", "&amp; &lt; &amp;bogus; &amp; 1 &lt; 2"},
      {"<p title='a \"b\" &amp; <c>'>x</p>", "<p title=\"a &quot;b&quot; &amp; &lt;c&gt;\">x</p>"},
      {"<p>a\x01\x0B</p>", "<p>a</p>"},
      {"<p class=x class=y>a</p>", "<p class=\"x\">a</p>"},
      {"a<!-- b --- c -->d<!doctype html>e", "ade"},
      {"", ""},
      {"<", "&lt;"},
      {"<p", "<p></p>"},
      {"<a href=", "<a href=\"\"></a>"},
  };
  check_all(cases);
}

TEST_CASE("what is not closed is closed, and what was not opened is left out") {
  constexpr Case cases[] = {
      {"<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"},
      {"<p>a<p>b", "<p>a</p><p>b</p>"},
      {"<b>a<i>b</b>c</i>", "<b>a<i>b</i></b>c"},
      {"</div>a</p>", "a"},
      {"<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"},
      {"<table><tr><td>1<td>2<tr><td>3</table>", "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"},
  };
  check_all(cases);
}

TEST_CASE("scripts, handlers and what only the site needs are left out") {
  constexpr Case cases[] = {
      {"<script>if (a<b) x()</script>y<style>p{}</style>", "y"},
      {"<p onclick=\"x()\" tabindex=\"0\">a</p>", "<p tabindex=\"0\">a</p>"},
      {"<a href=\"/x\" download target=_blank>a</a>", "<a href=\"/x\">a</a>"},
      {"<svg aria-hidden=\"true\"><path d=\"M0\"/></svg>a", "a"},
      {"<iframe src=\"https://f.example/\" title=\"Film\">b</iframe>", "<a href=\"https://f.example/\">Film</a>"},
      {"<picture><source srcset=\"a.avif\"><img src=\"a.png\" alt=\"A\" srcset=\"b.png 2x\" loading=lazy></picture>",
       "<img src=\"a.png\" alt=\"A\"/>"},
      {"<img src=\"a.png\">", "<img src=\"a.png\" alt=\"\"/>"},
  };
  check_all(cases);
}

TEST_CASE("a drawing keeps the case of its names and gets its namespace") {
  const Xhtml drawn = to_xhtml("<svg viewBox=\"0 0 1 1\"><linearGradient id=\"g\"/></svg>", {});
  CHECK(drawn.has_svg);
  CHECK(drawn.markup ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "viewBox=\"0 0 1 1\"><linearGradient id=\"g\"/></svg>");
  CHECK_FALSE(to_xhtml("<svg aria-hidden=\"true\"></svg><p>a</p>", {}).has_svg);
}

TEST_CASE("links and images move, and an image that cannot becomes a link") {
  XhtmlOptions options;
  options.link = [](std::string_view url) { return "L" + std::string(url); };
  options.image = [](std::string_view url) { return url.ends_with(".avif") ? "" : "I" + std::string(url); };
  constexpr Case cases[] = {
      {"<a href=\"/x/#y\">a</a>", "<a href=\"L/x/#y\">a</a>"},
      {"<a href=\"#y\">a</a>", "<a href=\"#y\">a</a>"},
      {"<img src=\"/a.png\" alt=\"A\">", "<img src=\"I/a.png\" alt=\"A\"/>"},
      {"<img src=\"/a.avif\" alt=\"A &amp; B\">", "<a href=\"L/a.avif\">A &amp; B</a>"},
      {"<a href=\"/x\"><img src=\"/a.avif\" alt=\"A\"></a>", "<a href=\"L/x\"><span>A</span></a>"},
      {"<img src=\"/a.avif\" alt=\"\">", ""},
  };
  check_all(cases, options);
}

TEST_CASE("texts of several entries fit on one page") {
  XhtmlOptions options;
  options.id_prefix = "x--";
  options.heading_shift = 1;
  options.void_elements = VoidElements::html;
  options.open_details = true;
  constexpr Case cases[] = {
      {"<h1 id=\"a\">A</h1><h6>B</h6>", "<h2 id=\"x--a\">A</h2><h6>B</h6>"},
      {"<a href=\"#a\">b</a><a href=\"#\">c</a>", "<a href=\"#x--a\">b</a><a href=\"#\">c</a>"},
      {"<section aria-labelledby=\"a b\">c</section>", "<section aria-labelledby=\"x--a x--b\">c</section>"},
      {"a<br>b<img src=\"c.png\" alt=\"C\">", "a<br>b<img src=\"c.png\" alt=\"C\">"},
      {"<p fill=\"url(#g)\">c</p>", "<p fill=\"url(#x--g)\">c</p>"},
      {"<details><summary>a</summary>b</details>", "<details open=\"\"><summary>a</summary>b</details>"},
  };
  check_all(cases, options);
}

}  // namespace
}  // namespace kronika
