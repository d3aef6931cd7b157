#include "generator/assets/assets.h"

#include <doctest/doctest.h>

#include "generator/assets/css.h"
#include "generator/core/digest.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

struct Published {
  std::vector<PublishedAsset> assets;
  std::string said;

  const PublishedAsset& find(const std::string& path) const {
    for (const PublishedAsset& asset : assets) {
      if (asset.path == path) return asset;
    }
    throw std::runtime_error("no asset " + path);
  }
};

Published publish(std::vector<ThemeAsset> assets) {
  Diagnostics diagnostics;
  auto published = publish_assets(assets, diagnostics);
  return {std::move(published), joined(told(diagnostics))};
}

std::string fingerprint(std::string_view bytes) {
  return hex(digest(bytes)).substr(0, 12);
}

}  // namespace

TEST_CASE("an asset's name changes with its bytes, and its integrity is that of its bytes") {
  const Published one = publish({{"img/dot.svg", "<svg/>"}});
  const PublishedAsset& dot = one.find("img/dot.svg");
  CHECK(dot.route.path() == "/assets/img/dot." + fingerprint("<svg/>") + ".svg");
  CHECK(dot.bytes == "<svg/>");
  CHECK(dot.integrity == sri("<svg/>"));
  CHECK(publish({{"img/dot.svg", "<svg />"}}).find("img/dot.svg").route != dot.route);
  CHECK(publish({{"LICENSE", "x"}}).find("LICENSE").route.path() == "/assets/LICENSE." + fingerprint("x"));
  CHECK(publish({{"a.b/c", "x"}}).find("a.b/c").route.path() == "/assets/a.b/c." + fingerprint("x"));
}

TEST_CASE("url(…) in a style sheet names the published file") {
  const std::string dot = "dot." + fingerprint("<svg/>") + ".svg";
  struct Row {
    std::string sheet, css, rewritten;
  };
  for (const Row& row : std::vector<Row>{
           {"style.css", "a{b:url(img/dot.svg)}", "a{b:url(img/" + dot + ")}"},
           {"style.css", "a{b:url(\"img/dot.svg\")} c{d:url( './img/dot.svg' )}",
            "a{b:url(img/" + dot + ")}c{d:url(img/" + dot + ")}"},
           {"css/style.css", "a{b:url(../img/dot.svg)}", "a{b:url(../img/" + dot + ")}"},
           {"style.css", "a{b:url(img/dot.svg#part)}", "a{b:url(img/" + dot + "#part)}"},
           {"style.css", "a{b:url(data:image/gif;base64,R0)}", "a{b:url(data:image/gif;base64,R0)}"},
           {"style.css", "a{b:url(#mark)}", "a{b:url(#mark)}"},
           {"style.css", "a{b:url(", "a{b:url("},
           {"style.css", "no addresses", "no addresses"},
       }) {
    CAPTURE(row.css);
    const Published out = publish({{"img/dot.svg", "<svg/>"}, {row.sheet, row.css}});
    CHECK(out.find(row.sheet).bytes == row.rewritten);
    CHECK(out.find(row.sheet).route.path().find(fingerprint(row.rewritten)) != std::string::npos);
    CHECK(out.find(row.sheet).integrity == sri(row.rewritten));
    CHECK(out.said.empty());
  }
}

TEST_CASE("a style sheet changes its name when a picture in it changes") {
  const char* css = "a{b:url(dot.svg)}";
  const auto before = publish({{"dot.svg", "1"}, {"style.css", css}}).find("style.css").route;
  CHECK(publish({{"dot.svg", "2"}, {"style.css", css}}).find("style.css").route != before);
}

TEST_CASE("an asset that the theme does not have is told at its place, with the nearest that it has") {
  struct Row {
    const char* css;
    const char* told;
  };
  for (const Row& row : std::vector<Row>{
           {"a{}\nb{c: url(img/dott.svg)}", "themes/own/assets/style.css:2:10+12 E0510 (img/dot.svg)"},
           {"a{b:url(../../etc/passwd)}", "themes/own/assets/style.css:1:9+16 E0510"},
           {"a{b:url(https://example.org/x.woff2)}", "themes/own/assets/style.css:1:9+27 E0510"},
           {"/* żółw */ a{b:url('/img/dot.svg')}", "themes/own/assets/style.css:1:21+12 E0510 (img/dot.svg)"},
       }) {
    CAPTURE(row.css);
    const Published out = publish({{"img/dot.svg", "<svg/>"}, {"style.css", row.css, "themes/own/assets/style.css"}});
    CHECK(out.said == row.told);
    CHECK(out.find("style.css").bytes == compact_css(row.css));
  }
}

TEST_CASE("assets come by path, style sheets among the others") {
  const Published out = publish({{"z.svg", ""}, {"b.css", ""}, {"a.svg", ""}});
  REQUIRE(out.assets.size() == 3);
  CHECK(out.assets[0].path == "a.svg");
  CHECK(out.assets[1].path == "b.css");
  CHECK(out.assets[2].path == "z.svg");
}

}  // namespace kronika
