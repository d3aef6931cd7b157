#include "generator/checks/source_file.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

/// "line:column+length CODE", a diagnostic a line.
std::string told(const std::string& path, std::string_view bytes) {
  Diagnostics diagnostics;
  check_source_file(path, bytes, "es.example.org", diagnostics);
  std::string out;
  for (const Diagnostic& each : diagnostics.sorted()) {
    const Span& span = each.place.span;
    out += (out.empty() ? "" : "\n") + std::to_string(span.line) + ":" + std::to_string(span.column) + "+" +
           std::to_string(span.length) + " " + std::string(info(each.code).name);
  }
  return out;
}

}  // namespace

TEST_CASE("numbers of persons are told in data, front matter and texts, at their place") {
  CHECK(told("content/a.md", "+++\ntytul = \"ż 85020212343\"\n+++\n\nPESEL: 03220212343\n") ==
        "2:12+11 E0215\n5:8+11 E0215");
  CHECK(told("content/_data/a.csv", "a;85020212343\r\n") == "1:3+11 E0215");
  CHECK(told("content/_data/a.csv", "nip;0087265953\n").empty());
}

TEST_CASE("drawings, style sheets and pages are told for what they load and run; texts about code are not") {
  CHECK(told("content/a/b.svg", "<svg>\n <image href=\"https://x.pl/a.png\"/></svg>") == "2:2+18 E0326");
  CHECK(told("content/a/b.svg", "<svg onload=\"a()\"/>") == "1:1+12 E0327");
  CHECK(told("themes/x/assets/a.css", "a {\n  b: url(https://x.pl/c) }") == "2:10+14 E0326");
  CHECK(told("content/a.md", "<img src=\"https://x.pl/a.png\">").empty());
  CHECK(told("content/a.txt", "<script>a()</script>").empty());
}

TEST_CASE("texts are known by their names, and folded lines can be joined") {
  CHECK(is_scanned_text("a/b.HTML"));
  CHECK(is_scanned_text("site.toml"));
  CHECK_FALSE(is_scanned_text("a.pdf"));
  CHECK(unfolded("NOTE:8502\r\n 0212343\r\nEND") == "NOTE:85020212343\r\nEND");
}

}  // namespace kronika
