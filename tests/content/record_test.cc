#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

const std::string settings =
    "[common_fields]\nmaker = { type = \"text\", default = \"Office\", role = \"author\" }\n"
    "answers = { type = \"text\", default = \"Head\", role = \"responsible\" }\n"
    "typist = { type = \"text\", role = \"entered_by\" }\nmade = { type = \"date\", role = \"created\" }\n"
    "[collections.news]\n[collections.guide]\ncommon = false\n[collections.old]\nopen = true\n";

std::string page(const std::string& keys) {
  return "+++\ntitle = \"T\"\n" + keys + "+++\n";
}

/// "author/responsible/entered_by/created" of a page with these keys; what was told instead, where something was.
std::string record_of(const std::string& path, const std::string& text) {
  const TestSite site({{"site.toml", site_toml(settings)}, {path, text}});
  if (!site.told().empty()) return site.told();
  const PageRecord& record = site.page(path).record;
  return record.author + "/" + record.responsible + "/" + record.entered_by + "/" +
         (record.created ? iso(*record.created) : "");
}

}  // namespace

TEST_CASE("every page has a record, whatever its collection; front matter overrides the defaults") {
  struct Case {
    const char* path;
    std::string text;
    const char* record;
  };
  const Case cases[] = {
      {"content/news/a.md", page(""), "Office/Head//"},
      {"content/news/a.md", page("maker = \"Ann\"\ntypist = \"Eve\"\nmade = 2026-01-02\n"), "Ann/Head/Eve/2026-01-02"},
      {"content/news/_index.md", page("maker = \"Ann\"\n"), "Ann/Head//"},
      {"content/_index.md", page("made = 2026-01-02\n"), "Office/Head//2026-01-02"},
      {"content/guide/a.md", page("typist = \"Eve\"\n"), "Office/Head/Eve/"},
      {"content/guide/a.md", page("made = \"soon\"\n"), "content/guide/a.md:3:8+6 E0205"},
      {"content/guide/a.md", page("mader = \"Ann\"\n"), "content/guide/a.md:3:1+5 E0202"},
      {"content/old/a.md", "---\ntitle: T\nmaker: {name: Ann}\n---\n", "Office/Head//"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.path);
    CAPTURE(each.text);
    CHECK(record_of(each.path, each.text) == each.record);
  }
}

TEST_CASE("a site whose fields have no such role has no record") {
  const TestSite site({{"site.toml", site_toml("[collections.news]\n")}, {"content/news/a.md", page("")}});
  CHECK(site.told() == "");
  CHECK(site.page("content/news/a.md").record.empty());
}

}  // namespace kronika
