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
  return record.author.text + "/" + record.responsible.text + "/" + record.entered_by.text + "/" +
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

TEST_CASE("a translation's record says what is its own, what is its language's default and what is the original's") {
  const std::string languages =
      "answers = { type = \"text\", default = { pl = \"Szef\", en = \"Head\" }, role = \"responsible\" }\n";
  const TestSite site({{"site.toml",
                        "[site]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\nlanguage = \"pl\"\ntimezone = "
                        "\"Europe/Warsaw\"\nlanguages = [\"pl\", \"en\", \"uk\"]\n"
                        "[common_fields]\nmaker = { type = \"text\", default = \"Biuro\", role = \"author\" }\n" +
                            languages +
                            "typist = { type = \"text\", role = \"entered_by\" }\n"
                            "made = { type = \"date\", role = \"created\" }\n[collections.news]\n"},
                       {"content/news/a.md", page("typist = \"Ewa\"\nmade = 2026-01-02\n")},
                       {"content/news/a.en.md", page("maker = \"Ann\"\n")},
                       {"content/news/a.uk.md", page("typist = \"Єва\"\n")},
                       {"content/news/b.md", page("answers = \"Ola\"\n")},
                       {"content/news/b.en.md", page("")}});
  REQUIRE(site.told() == "");
  const auto told = [&](const char* path) {
    const PageRecord& record = site.page(path).record;
    std::string out;
    for (const RecordText& each : {record.author, record.responsible, record.entered_by})
      out += each.empty() ? "- " : each.text + ":" + each.language + " ";
    return out + (record.created ? iso(*record.created) : "");
  };
  CHECK(told("content/news/a.md") == "Biuro:pl Szef:pl Ewa:pl 2026-01-02");
  CHECK(told("content/news/a.en.md") == "Ann:en Head:en Ewa:pl 2026-01-02");
  CHECK(told("content/news/a.uk.md") == "Biuro:pl Szef:pl Єва:uk 2026-01-02");
  CHECK(told("content/news/b.en.md") == "Biuro:pl Ola:pl - ");
}

TEST_CASE("a site whose fields have no such role has no record") {
  const TestSite site({{"site.toml", site_toml("[collections.news]\n")}, {"content/news/a.md", page("")}});
  CHECK(site.told() == "");
  CHECK(site.page("content/news/a.md").record.empty());
}

}  // namespace kronika
