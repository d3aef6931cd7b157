#include "generator/checks/page_code.h"

#include <doctest/doctest.h>

#include <string>

#include "generator/checks/css_addresses.h"

namespace kronika {
namespace {

constexpr std::string_view own = "es.example.org";

/// "foreign URL", a fault a line.
std::string told(const std::vector<CodeFault>& faults) {
  constexpr const char* names[] = {"foreign", "inlined", "no alternative", "no header", "film"};
  std::string out;
  for (const CodeFault& fault : faults)
    out += (out.empty() ? "" : "\n") + std::string(names[static_cast<std::size_t>(fault.kind)]) + " " + fault.what;
  return out;
}

std::string html(std::string_view code) {
  return told(faults_of_html(code, own));
}

}  // namespace

TEST_CASE("the host of an address") {
  CHECK(host_of_address("https://ES.example.org/a") == "es.example.org");
  CHECK(host_of_address("//x.pl:8080?a") == "x.pl:8080");
  CHECK(host_of_address("http://a:b@x.pl#c") == "x.pl");
  for (const char* url : {"/a//b", "a.png", "", "mailto:a@x.pl", "#x", "data:image/png;base64,//x.pl"}) {
    CAPTURE(url);
    CHECK(host_of_address(url).empty());
  }
  CHECK(is_foreign("https://x.pl/", own));
  CHECK_FALSE(is_foreign("http://es.example.org/", own));
}

TEST_CASE("whatever a browser loads from another host is told with its address") {
  struct Case {
    const char *code, *url;
  };
  const Case cases[] = {
      {"<script src='//x.pl/a.js'></script>", "//x.pl/a.js"},
      {"<IMG alt='' SRC=https://x.pl/a.png>", "https://x.pl/a.png"},
      {"<img alt='' src=a.png srcset=\"a.png 1x, https://x.pl/b.png 2x\">", "https://x.pl/b.png"},
      {"<source srcset=\"https://x.pl/b.webp\">", "https://x.pl/b.webp"},
      {"<link rel='preload stylesheet' href=https://x.pl/a.css>", "https://x.pl/a.css"},
      {"<link rel=preconnect href=https://x.pl>", "https://x.pl"},
      {"<iframe title=x src=\"https://x.pl/film\"></iframe>", "https://x.pl/film"},
      {"<object data=\"https://x.pl/a.swf\"></object>", "https://x.pl/a.swf"},
      {"<embed src=\"https://x.pl/a\">", "https://x.pl/a"},
      {"<audio src=\"https://x.pl/a.mp3\"></audio>", "https://x.pl/a.mp3"},
      {"<track src=\"https://x.pl/a.vtt\">", "https://x.pl/a.vtt"},
      {"<form action=\"https://x.pl/send\"></form>", "https://x.pl/send"},
      {"<svg><use xlink:href=\"https://x.pl/a.svg#i\"/></svg>", "https://x.pl/a.svg#i"},
      {"<svg><image href=\"https://x.pl/a.png\"/></svg>", "https://x.pl/a.png"},
      {"<svg><path fill=\"url(https://x.pl/a.svg#p)\"/></svg>", "https://x.pl/a.svg#p"},
      {"<iframe srcdoc=\"&lt;img alt='' src='https://x.pl/a.png'&gt;\"></iframe>", "https://x.pl/a.png"},
      {"<base href=\"https://x.pl/\">", "https://x.pl/"}};
  for (const Case& each : cases) {
    CAPTURE(each.code);
    CHECK(html(each.code) == std::string("foreign ") + each.url);
  }
}

TEST_CASE("links to read, the site's own files and text that looks like code are fine") {
  for (const char* code :
       {"<a href='https://x.pl/'>x</a>", "<link rel=canonical href=https://x.pl/>", "<area href=https://x.pl/>",
        "<link rel=\"alternate\" hreflang=en href=https://x.pl/>", "<link rel=me href=https://x.pl/>",
        "<script src='https://es.example.org/a.js'></script>", "<img alt='' src=/a.png>",
        "<!-- <img src=https://x.pl/a.png> -->", "<title><img src=https://x.pl/a.png></title>",
        "<textarea><script>a()</script></textarea>", "<code>&lt;img src=https://x.pl/a.png&gt;</code>",
        "<meta property='og:image' content='https://x.pl/a.png'>", "<p data-style='x' data-on='y'>once</p>",
        "<script type='application/ld+json'>{\"image\": \"https://x.pl/a.png\"}</script>",
        "<blockquote cite='https://x.pl/'>x</blockquote>", "1 < 2 <", "<svg><a href='https://x.pl/'/></svg>",
        "<table><tr><th>a</th></tr></table>"}) {
    CAPTURE(code);
    CHECK(html(code).empty());
  }
}

TEST_CASE("styles, programs and handlers in the page are told") {
  CHECK(html("<p style='color: red'>x</p>") == "inlined style=\"color: red\"");
  CHECK(html("<p onclick=a()>x</p>") == "inlined onclick=\"a()\"");
  CHECK(html("<script>a()</script>") == "inlined <script>");
  CHECK(html("<script type=module>a()</script><p>") == "inlined <script>");
  CHECK(html("<style>p { color: red }</style>") == "inlined <style>");
  CHECK(html("<style>@import 'https://x.pl/a.css'</style>") == "inlined <style>\nforeign https://x.pl/a.css");
  CHECK(html("<a href=' JavaScript:a()'>x</a>") == "inlined JavaScript:a()");
  CHECK(html("<img alt='' src='data:image/png;base64,AA'>") == "inlined data:image/png;base64,AA");
  CHECK(html("<script src=a.js></script><script></script>").empty());
}

TEST_CASE("what only a text is asked for: alternatives, headers, films") {
  CHECK(html("<img src=a.png>") == "no alternative a.png");
  CHECK(html("<table><tr><td>a</td></tr></table>") == "no header <table>");
  CHECK(html("<video src=a.mp4></video>") == "film a.mp4");
}

TEST_CASE("each fault has its place") {
  const auto faults = faults_of_html("<p>a</p>\n<p style=x>b</p>", own);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].at == 9);
}

TEST_CASE("a drawing by itself may have styles, but no programs") {
  CHECK(told(faults_of_svg("<svg><style>a{fill:red}</style><path style='fill:red'/></svg>", own)).empty());
  CHECK(told(faults_of_svg("<svg onload='a()'><script>b()</script></svg>", own)) ==
        "inlined onload=\"a()\"\ninlined <script>");
  CHECK(told(faults_of_svg("<?xml-stylesheet href=\"https://x.pl/a.css\"?><svg><image href='//x.pl/a'/></svg>", own)) ==
        "foreign https://x.pl/a.css\nforeign //x.pl/a");
  CHECK(told(faults_of_svg("<svg><path style=\"fill:url('https://x.pl/p')\"/></svg>", own)) ==
        "foreign https://x.pl/p");
}

TEST_CASE("a style sheet loads by @import, url and image-set alone") {
  const char* css =
      "/* url(a) */ @import \"b.css\" screen; @import url(c.css);\n"
      "p::before { content: \"url(d)\"; background: URL( 'e.png' ), image-set(\"f.png\" 1x, url(g.png) 2x) } "
      "p { content: \"h\" }";
  std::string urls;
  for (const CssAddress& each : css_addresses(css)) urls += std::string(each.url) + " ";
  CHECK(urls == "b.css c.css e.png f.png g.png ");
  CHECK(told(faults_of_css("@font-face { src: url(https://x.pl/a.woff2) } a { b: url(c.png) }", own)) ==
        "foreign https://x.pl/a.woff2");
  for (const char* broken : {"url(", "url(\"", "/*", "\"", "@import \"", "image-set(\"a\"", "\\"}) {
    CAPTURE(broken);
    CHECK(css_addresses(broken).size() <= 1);
  }
}

}  // namespace kronika
