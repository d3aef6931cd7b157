#include <doctest/doctest.h>

#include "generator/content/content.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

struct Split {
  std::optional<RawPage> page;
  std::string told;
};

Split split(std::string_view bytes) {
  Diagnostics diagnostics;
  auto page = split_page("content/n/a.md", bytes, diagnostics);
  return {std::move(page), joined(told(diagnostics))};
}

}  // namespace

TEST_CASE("front matter is cut from the text, and lines are counted on") {
  struct Case {
    const char* bytes;
    FrontMatterFormat format;
    std::size_t keys;
    const char* body;
    int body_line;
  };
  const Case cases[] = {
      {"+++\na = 1\n+++\ntekst\n", FrontMatterFormat::toml, 1, "tekst\n", 4},
      {"---\na: 1\nb: 2\n---\n\ntekst", FrontMatterFormat::yaml, 2, "\ntekst", 5},
      {"---\na: 1\n...\ntekst", FrontMatterFormat::yaml, 1, "tekst", 4},
      {"+++  \na = 1\n+++ \t\ntekst", FrontMatterFormat::toml, 1, "tekst", 4},
      {"+++\n+++", FrontMatterFormat::toml, 0, "", 3},
      {"---\n---\nx", FrontMatterFormat::yaml, 0, "x", 3},
      {"", FrontMatterFormat::none, 0, "", 1},
      {"tekst\n", FrontMatterFormat::none, 0, "tekst\n", 1},
      {"\n+++\na = 1\n+++\n", FrontMatterFormat::none, 0, "\n+++\na = 1\n+++\n", 1},
      {"----\ntekst", FrontMatterFormat::none, 0, "----\ntekst", 1},
      {"+++\r\na = 1\r\n+++\r\nraz\r\ndwa\r\n", FrontMatterFormat::toml, 1, "raz\ndwa\n", 4},
      {"\xEF\xBB\xBF+++\na = 1\n+++\ntekst", FrontMatterFormat::toml, 1, "tekst", 4},
      {"+++\na = '''\n+++x\n'''\n+++\ntekst", FrontMatterFormat::toml, 1, "tekst", 6},
      {"zaz\u0307o\u0301\u0142c\u0301 \u201Eto\u201D", FrontMatterFormat::none, 0,
       "za\u017C\u00F3\u0142\u0107 \u201Eto\u201D", 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const Split result = split(c.bytes);
    CHECK(result.told == "");
    REQUIRE(result.page);
    CHECK(result.page->format == c.format);
    CHECK(result.page->front_matter.entries.size() == c.keys);
    CHECK(result.page->body == c.body);
    CHECK(result.page->body_line == c.body_line);
  }
}

TEST_CASE("what cannot be cut is told at its place") {
  struct Case {
    std::string bytes;
    const char* told;
  };
  const Case cases[] = {
      {"+++\ntitle = \"x\"\n\ntekst\n", "content/n/a.md:1:1+3 E0201"},
      {"---\ntitle: x\n+++\ntekst\n", "content/n/a.md:1:1+3 E0201"},
      {"+++", "content/n/a.md:1:1+3 E0201"},
      {"+++\na = 1\n+++\nab\n\u017C\u00F3\xB3\n", "content/n/a.md:5:3+1 E0107"},
      {"\xEF\xBB\xBFraz\r\n\xFF", "content/n/a.md:2:1+1 E0107"},
      {"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n", "content/n/a.md:1:1+42 E0110"},
      {"+++\na = 1\na = 2\n+++\n", "content/n/a.md:3:5+1 E0101"},
      {"---\na: 1\na: 2\n---\n", "content/n/a.md:3:1+1 E0114"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(split(c.bytes).told == c.told);
  }
}

TEST_CASE("keys and values carry the places of the file, decomposed letters counted as they stand") {
  const Split result = split("+++\nz\u0307 = 1\n+++\n");
  CHECK_FALSE(result.page);  // a bare TOML key is ASCII
  const Split quoted = split("+++\n\"z\u0307\" = \"o\u0301\" \nb = 2\n+++\n");
  REQUIRE(quoted.page);
  const RawEntry& entry = quoted.page->front_matter.entries.at(0);
  CHECK(entry.key == "\u017C");
  CHECK(*entry.value.as<std::string>() == "\u00F3");
  CHECK(entry.value.span.column == 8);
  CHECK(quoted.page->front_matter.entries.at(1).key_span.line == 3);
}

TEST_CASE("pages are the Markdown files of content/, data and links aside") {
  const auto source = memory_source({{"content/_data/opis.md", ""},
                                     {"content/a/b.md", ""},
                                     {"content/a/c.pdf", ""},
                                     {"content/_index.md", ""},
                                     {"README.md", ""},
                                     {"contents/x.md", ""}});
  Diagnostics diagnostics;
  CHECK(joined(page_paths(*source, diagnostics), " ") == "content/_index.md content/a/b.md");
  CHECK(diagnostics.errors() == 0);
}

}  // namespace kronika
