#include "generator/theme/contrast.h"

#include <doctest/doctest.h>

#include <cmath>

#include "generator/theme/palette.h"
#include "tests/theme/helpers.h"

namespace kronika::test {
namespace {

const std::string sheet = "themes/own/assets/style.css";

ThemeAsset css(std::string bytes, std::string file = sheet) {
  return {file.substr(file.rfind('/') + 1), std::move(bytes), file};
}

ContrastPair pair(std::string text, std::vector<std::string> on, double least = 4.5) {
  const std::string toml = "themes/own/theme.toml";
  return {std::move(text), std::move(on), least, {toml, {3, 8, 5}}, {toml, {4, 6, 5}}};
}

std::string told(const std::vector<ContrastPair>& pairs, const std::vector<ThemeAsset>& assets) {
  Diagnostics diagnostics;
  check_contrast(pairs, assets, diagnostics);
  return said(diagnostics);
}

std::string names(const std::string& bytes) {
  std::string out;
  for (const Palette& palette : read_palettes({css(bytes)}).laid_over) out += palette.name + "\n";
  return out;
}

}  // namespace

TEST_CASE("colours are read as people write them") {
  CHECK(parse_colour("#fff") == Rgb{255, 255, 255});
  CHECK(parse_colour("#12543F") == Rgb{18, 84, 63});
  CHECK(parse_colour("rgb(1 2 3)") == Rgb{1, 2, 3});
  CHECK(parse_colour("rgb(1, 2, 255)") == Rgb{1, 2, 255});
  CHECK(parse_colour("black") == Rgb{0, 0, 0});
  CHECK(parse_colour("white") == Rgb{255, 255, 255});
  for (const char* css : {"", "#ff", "#ggg", "#ffff", "rgb(1 2)", "rgb(1 2 300)", "rgb(0 0 0 / .5)", "rgb(1 2 3 4)",
                          "Canvas", "oklch(50% 0 0)", "#"}) {
    CAPTURE(css);
    CHECK_FALSE(parse_colour(css));
  }
}

TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast_of({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast_of({255, 255, 255}, {0, 0, 0}) == doctest::Approx(21));
  CHECK(contrast_of({9, 9, 9}, {9, 9, 9}) == doctest::Approx(1));
  CHECK(std::floor(100 * contrast_of({118, 118, 118}, {255, 255, 255})) == 454);  // #767676, the well-known least grey
  CHECK(std::floor(100 * contrast_of({119, 119, 119}, {255, 255, 255})) == 447);
}

TEST_CASE("the ground is what always holds; the rest are palettes, each name once") {
  const char* sheet = R"(/* :root { --x: red } */
:root { --ink: #000; /* a; b */ --paper : #fff }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #fff } p { --ink: red } }
@media screen and  (prefers-color-scheme: dark) { html { --paper: #000 } }
:root[data-theme="dark"], p { --ink: #eee; }
@media (prefers-contrast: more) { :root:not([data-theme=dark]) { --ink: #111 } }
@media (forced-colors: active) { :root { --ink: CanvasText } }
@supports (color: red) { :root { --line: url("a;b{c"); } }
.box { --ink: #777 } html .box { --ink: #777 } @font-face { font-family: x }
:root { @media print { --ink: #222 } --late: #333 }
)";
  const Palettes palettes = read_palettes({css(sheet)});
  CHECK(palettes.ground.size() == 4);
  CHECK(palettes.ground.at("ink").value == "#000");
  CHECK(palettes.ground.at("line").value == "url(\"a;b{c\")");
  CHECK(palettes.ground.at("late").place.span.line == 10);
  CHECK(palettes.ground.at("paper").place.span.line == 2);
  CHECK(palettes.ground.at("paper").place.span.column == 33);
  CHECK(names(sheet) ==
        "@media screen and (prefers-color-scheme: dark)\n:root[data-theme=\"dark\"]\n"
        "@media (prefers-contrast: more) :root:not([data-theme=dark])\n@media print\n");
  CHECK(palettes.laid_over[0].properties.size() == 2);
}

TEST_CASE("style sheets that end too early are read as far as they go") {
  for (const char* bytes :
       {"", "/*", "/**/", ":root {", ":root { --a: (", ":root { --a: \"", "}", "{", ":root { --a", "/"}) {
    CAPTURE(bytes);
    CHECK(read_palettes({css(bytes)}).laid_over.empty());
  }
}

TEST_CASE("every pair is held against its least in every palette, at the colour of the text") {
  const std::vector<ThemeAsset> assets = {css(R"(:root { --ink: #222; --soft: #767676; --pale: #777; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #fff; --paper: #222; --pale: var(--ink); }
}
:root[data-theme=grey] { --paper: rgb(128 128 128) }
)")};
  CHECK(told({pair("ink", {"paper"})}, assets) ==
        "themes/own/assets/style.css:1:9 E0512 'ink' (#222) on 'paper' (rgb(128 128 128)) has the contrast 4.02 to 1, "
        "and "
        "at least 4.5 is needed (in :root[data-theme=grey]); change one of the two colours\n");
}

TEST_CASE("what is told once for the ground is not told again for a palette that changes nothing of it") {
  const std::vector<ThemeAsset> assets = {
      css(":root { --pale: #777; --paper: #fff; --other: #000 }\n@media print { :root { --other: #111 } }\n")};
  CHECK(
      told({pair("pale", {"paper"})}, assets) ==
      "themes/own/assets/style.css:1:9 E0512 'pale' (#777) on 'paper' (#fff) has the contrast 4.47 to 1, and at least "
      "4.5 is needed; change one of the two colours\n");
  CHECK(told({pair("pale", {"paper"}, 3)}, assets) == "");
}

TEST_CASE("names that no style sheet sets and values that are no colours are told in theme.toml") {
  const std::vector<ThemeAsset> assets = {
      css(":root { --ink: #000; --paper: #fff; --size: 1rem; --loop: var(--loop) }\n"
          "@media print { :root { --paper: Canvas } }\n")};
  CHECK(
      told({pair("inc", {"paper"})}, assets) ==
      "themes/own/theme.toml:3:8 E0513 no style sheet of the theme sets the custom property '--inc' in :root; did you "
      "mean 'ink'?\n");
  CHECK(told({pair("ink", {"size"})}, assets).find("theme.toml:4:6 E0514 '--size' is '1rem', of which") !=
        std::string::npos);
  CHECK(told({pair("loop", {"ink"})}, assets).find("theme.toml:3:8 E0514 '--loop' is 'var(--loop)', of") !=
        std::string::npos);
  CHECK(told({pair("ink", {"paper"})}, assets).find("E0514 '--paper' is 'Canvas' (in @media print), of") !=
        std::string::npos);
}

TEST_CASE("the pairs of the built-in theme hold as long as one of its style sheets is used") {
  ContrastPair builtin = pair("ink", {"paper"});
  builtin.text_place.file = builtin.on_place.file = "themes/default/theme.toml";
  const std::string poor = ":root { --ink: #777; --paper: #fff }";
  CHECK(told({builtin}, {css(poor, "themes/default/assets/style.css")}) != "");
  CHECK(told({builtin}, {css(":root { --text: #777 }")}) == "");
  CHECK(told({builtin}, {css(":root { --ink: #000 }", "themes/own/assets/a.css"),
                         css(poor, "themes/default/assets/style.css")}) == "");
}

TEST_CASE("theme.toml declares the pairs") {
  const auto site = memory_source({{"themes/own/theme.toml",
                                    "[[contrast]]\ntext = \"ink\"\non = \"paper\"\nleast = 30\n"
                                    "[[contrast]]\ntext = \"ink\"\nleest = 3\n"
                                    "[[contrast]]\ntext = \"a\"\non = [\"b\", \"c\"]\n"}});
  const auto builtin = memory_source({{"theme.toml", "[[contrast]]\ntext = \"x\"\non = \"y\"\nleast = 3\n"}});
  Diagnostics diagnostics;
  const ThemeDeclarations declared = read_declarations(*site, "themes/own", *builtin, diagnostics);
  CHECK(said(diagnostics) ==
        "themes/own/theme.toml:4:9 E0106 '30' is not a possible value of 'least': between 1 and 21\n"
        "themes/own/theme.toml:5:1 E0104 [contrast] needs the setting 'on'\n"
        "themes/own/theme.toml:7:1 E0103 unknown setting 'leest' in [contrast]; did you mean 'least'?\n");
  REQUIRE(declared.contrasts.size() == 4);
  CHECK(declared.contrasts[0].least == 3);
  CHECK(declared.contrasts[3].on == std::vector<std::string>{"b", "c"});
  CHECK(declared.contrasts[3].least == 4.5);
  CHECK(declared.contrasts[3].on_place.span.line == 10);
}

}  // namespace kronika::test
