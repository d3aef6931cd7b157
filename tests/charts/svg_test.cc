#include "generator/charts/svg.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

std::string joined(const Label& label) {
  std::string out;
  for (const std::string& line : label.lines) out += (out.empty() ? "" : "|") + line;
  return out;
}

}  // namespace

TEST_CASE("a label is wrapped at words, and cut where there are too many") {
  struct Case {
    const char* text;
    double width;
    std::size_t lines;
    const char* fitted;
    bool cut;
  };
  const Case cases[] = {{"", 100, 2, "", false},
                        {"buski", 100, 2, "buski", false},
                        {"powiat starachowicki", 100, 2, "powiat|starachowicki", false},
                        {"powiat starachowicki", 400, 2, "powiat starachowicki", false},
                        {"powiat starachowicki", 60, 1, "powiat…", true},
                        {"aaaaaaaaaaaaaaaaaaaa", 80, 3, "aaaaaaaaaa|aaaaaaaaaa", false},
                        {"żółćżółćżółć", 40, 1, "żółć…", true},
                        {"one, two three", 50, 1, "one, t…", true}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Label label = fit(c.text, c.width, text_size, c.lines);
    CHECK(joined(label) == c.fitted);
    CHECK(label.cut == c.cut);
    CHECK(label.width <= c.width);
    CHECK(label.whole == c.text);
  }
}

TEST_CASE("what was cut is there in full, escaped") {
  Canvas canvas;
  canvas.label(1.25, 2, Anchor::end, "x", fit("A & B <script> and more", 45, text_size, 1));
  const std::string out = canvas.take();
  CHECK(out.find("<title>A &amp; B &lt;script&gt; and more</title>A &amp; B…</text>") != std::string::npos);
  CHECK(out.find("text-anchor=\"end\"") != std::string::npos);
}

TEST_CASE("a legend begins a new row where the width ends") {
  const Legend one = legend({"abc", "def"}, 300);
  CHECK(one.height == Legend::row_height);
  CHECK(one.places[0].y == one.places[1].y);
  CHECK(one.places[1].x >= one.places[0].label.width + Legend::sign_width);
  const Legend two = legend({"abc", "def"}, 80);
  CHECK(two.height == 2 * Legend::row_height);
  CHECK(two.places[1].x == 0);
  CHECK(legend({}, 300).height == 0);
}

TEST_CASE("every series but the first has a pattern of its own") {
  CHECK(patterns("a", 1) == "");
  const std::string six = patterns("a", 6);
  for (const char* id : {"a-p1", "a-p2", "a-p3", "a-p4", "a-p5"}) {
    CHECK(six.find("<pattern id=\"" + std::string(id) + "\"") != std::string::npos);
  }
  CHECK(six.find("a-p6") == std::string::npos);
  Canvas canvas;
  canvas.part(0, 0, 1, 1, "a", 0);
  canvas.part(0, 0, 1, 1, "a", 2);
  CHECK(canvas.take() ==
        "<rect class=\"chart-1\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"/>\n"
        "<rect class=\"chart-part\" x=\"0\" y=\"0\" width=\"1\" height=\"1\" fill=\"url(#a-p2)\"/>\n");
}

TEST_CASE("coordinates have at most one decimal") {
  CHECK(coordinate(12) == "12");
  CHECK(coordinate(12.34) == "12.3");
  CHECK(coordinate(-0.01) == "0");
}

}  // namespace kronika
