#include <doctest/doctest.h>

#include <algorithm>

#include "tests/content/site.h"

namespace kronika {
namespace {

const char* const firms = R"([vocabularies.powiaty]
pages = "/powiaty/"
[vocabularies.branze]
[collections.firmy]
title = "Firmy"
[collections.firmy.fields]
nip = { type = "nip", unique = true }
powiat = { type = "choice", vocabulary = "powiaty" }
branze = { type = "list", of = "choice", vocabulary = "branze" }
[collections.wpisy]
title = "Wpisy"
sort = "-date"
[collections.wpisy.fields]
firma = { type = "reference", collection = "firmy", back = "wpisy", back_label = "Wpisy o firmie" }
firmy = { type = "list", of = "reference", collection = "firmy", back = "wpisy" }
nagrody = { type = "table", fields = { komu = { type = "reference", collection = "firmy", back = "nagrody" } } }
)";

TestSite::SourceFiles with(TestSite::SourceFiles files, const std::string& config = firms) {
  files.emplace("site.toml", site_toml(config));
  files.emplace("content/_data/powiaty.toml", "kielecki = \"K\"\nbuski = \"B\"\n");
  files.emplace("content/_data/branze.csv", "value,label\nchleb,Piekarnia\ndrewno,Stolarnia\n");
  return files;
}

std::string page_of(const std::string& keys) {
  return "+++\n" + keys + "\n+++\n";
}

std::string sorted_as(const std::string& sort) {
  const TestSite site(
      with({{"content/n/e.md",
             page_of("title = \"Łąka\"\ndate = 2026-01-03\nweight = 2\nile = 10\nkto = \"ą\"\nco = \"buski\"")},
            {"content/n/b.md", page_of("title = \"lato\"\ndate = 2026-01-03T12:00:00\nile = 9\nkto = \"b\"")},
            {"content/n/c.md",
             page_of("title = \"Ławka\"\ndate = 2026-01-01\nweight = 1\nile = -5\nkto = \"a\"\nco = \"kielecki\"")},
            {"content/n/d.md", page_of("title = \"Zima\"\nweight = -1")},
            {"content/n/a.md", page_of("title = \"Zima\"")}},
           "[vocabularies.powiaty]\n[collections.n]\ntitle = \"N\"\nsort = \"" + sort + "\"\n[collections.n.fields]\n" +
               "ile = { type = \"integer\" }\nkto = { type = \"text\" }\nco = { type = \"choice\", vocabulary = "
               "\"powiaty\" }\n"));
  REQUIRE(site.told() == "");
  return site.entries("n");
}

}  // namespace

TEST_CASE(
    "entries stand in the order that the collection asks for; those without come last; ties go by title, then path") {
  struct Case {
    const char* sort;
    const char* slugs;
  };
  const Case cases[] = {
      {"title", "b c e a d"},  {"-title", "a d e c b"},  {"date", "c e b a d"}, {"-date", "b e c a d"},
      {"weight", "d c e b a"}, {"-weight", "e c d b a"}, {"ile", "c b e a d"},  {"-ile", "e b c a d"},
      {"kto", "c e b a d"},    {"co", "c e b a d"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sort);
    CHECK(sorted_as(c.sort) == c.slugs);
  }
}

TEST_CASE("drafts, future and expired entries stay out, and the next change is known") {
  const TestSite::SourceFiles files =
      with({{"content/wpisy/jest.md", page_of("title = \"J\"\ndate = 2026-11-23")},
            {"content/wpisy/szkic.md", page_of("title = \"S\"\ndraft = true\ndate = 2026-11-24")},
            {"content/wpisy/jutro.md", page_of("title = \"F\"\ndate = 2026-12-01")},
            {"content/wpisy/za-godzine.md", page_of("title = \"G\"\ndate = 2026-11-23T14:00:00")},
            {"content/wpisy/bylo.md", page_of("title = \"B\"\nexpires = 2026-11-23T13:00:00")},
            {"content/wpisy/konczy-sie.md", page_of("title = \"K\"\nexpires = 2026-11-23T13:30:00")},
            {"content/wpisy/nigdy.md",
             page_of("title = \"N\"\ndate = 2026-11-23T13:10:00\nexpires = 2026-11-23T13:05:00")}});
  const TestSite site(files);  // at 12:00 UTC, 13:00 in Warsaw
  CHECK(site.told() == "");
  CHECK(site.entries("wpisy") == "jest konczy-sie");
  std::string hidden;
  for (const HiddenPage& page : site.model.hidden) {
    hidden += page.slug + (page.why == Hidden::draft    ? "/draft "
                           : page.why == Hidden::future ? "/future "
                                                        : "/expired ");
  }
  CHECK(hidden == "bylo/expired jutro/future nigdy/future szkic/draft za-godzine/future ");
  REQUIRE(site.model.next_change);
  CHECK(iso(*site.model.next_change) == "2026-11-23T12:30:00Z");

  AssembleOptions all{TestSite::parse_instant("2026-11-23T12:00:00Z"), true, true};
  CHECK(TestSite(files, all).entries("wpisy") == "jutro szkic za-godzine nigdy jest konczy-sie");
  CHECK_FALSE(TestSite(with({{"content/wpisy/a.md", page_of("title = \"A\"")}})).model.next_change);
}

TEST_CASE("a reference leads to its entry, which gets a list of who refers to it") {
  const TestSite site(with(
      {{"content/firmy/piekarnia.md", page_of("title = \"P\"")},
       {"content/firmy/g/stolarnia.md", page_of("title = \"S\"")},
       {"content/wpisy/a.md",
        page_of("title = \"A\"\ndate = 2026-01-01\nfirma = \"piekarnia\"\nfirmy = [\"g/stolarnia\", \"piekarnia\"]")},
       {"content/wpisy/b.md",
        page_of("title = \"B\"\ndate = 2026-01-02\nfirmy = [\"piekarnia\"]\nnagrody = [{ komu = \"piekarnia\" }]")}}));
  CHECK(site.told() == "");
  const PageId bakery = site.page("content/firmy/piekarnia.md").id;
  CHECK(site.page("content/wpisy/a.md").fields.at(0).as<Reference>()->target == bakery);
  const auto& lists = site.model.back_references.at(index(bakery));
  REQUIRE(lists.size() == 2);
  CHECK(lists[0].name == "wpisy");
  CHECK(lists[0].label.in("pl") == "Wpisy o firmie");
  CHECK(site.slugs(lists[0].pages) == "b a");
  CHECK(lists[1].name == "nagrody");
  CHECK(site.slugs(lists[1].pages) == "b");
  CHECK(site.slugs(site.model.back_references.at(index(site.page("content/firmy/g/stolarnia.md").id)).at(0).pages) ==
        "a");
}

TEST_CASE("a reference that leads nowhere is told, one to a hidden entry is a warning") {
  const TestSite site(with(
      {{"content/firmy/piekarnia.md", page_of("title = \"P\"")},
       {"content/firmy/nowa.md", page_of("title = \"N\"\ndraft = true")},
       {"content/wpisy/a.md",
        page_of(
            "title = \"A\"\nfirma = \"pikarnia\"\nfirmy = [\"nowa\", \"zamek\"]\nnagrody = [{ komu = \"nowaa\" }]")}}));
  CHECK(site.told() ==
        "content/wpisy/a.md:3:9+10 E0403 (piekarnia)\n"
        "content/wpisy/a.md:4:10+6 W0406\n"
        "content/wpisy/a.md:4:18+7 E0403\n"
        "content/wpisy/a.md:5:21+7 E0403 (nowa)");
  CHECK_FALSE(site.page("content/wpisy/a.md").fields.at(1).as<ValueList>()->at(0).as<Reference>()->target);
}

TEST_CASE("a value that must be unique is told with the other file") {
  const TestSite site(with({{"content/firmy/a.md", page_of("title = \"A\"\nnip = \"0069990166\"")},
                            {"content/firmy/b.md", page_of("title = \"B\"\nnip = \"006-999-01-66\"")},
                            {"content/firmy/c.md", page_of("title = \"C\"")},
                            {"content/firmy/d.md", page_of("title = \"D\"")}}));
  CHECK(site.told() == "content/firmy/b.md:3:7+15 E0207");
  CHECK(site.diagnostics.sorted().at(0).arguments ==
        std::vector<std::string>{"nip", "0069990166", "content/firmy/a.md"});
}

TEST_CASE("two that want one address are told, each with the other") {
  struct Case {
    TestSite::SourceFiles files;
    const char* told;
    const char* other;
  };
  const Case cases[] = {
      {{{"content/firmy/a-b.md", page_of("title = \"A\"")}, {"content/firmy/a_b.md", page_of("title = \"B\"")}},
       "content/firmy/a_b.md:1:1+3 E0601",
       "content/firmy/a-b.md"},
      {{{"content/firmy/a.md", page_of("title = \"A\"")},
        {"content/firmy/b.md", page_of("title = \"B\"\nslug = \"a\"")}},
       "content/firmy/b.md:3:8+3 E0601",
       "content/firmy/a.md"},
      {{{"content/firmy/a.md", page_of("title = \"A\"")},
        {"content/firmy/b.md", page_of("title = \"B\"\naliases = [\"/x/\", \"/firmy/a/\"]")}},
       "content/firmy/b.md:3:19+11 E0601",
       "content/firmy/a.md"},
      {{{"content/firmy/a.md", page_of("title = \"A\"\naliases = [\"/x\"]")},
        {"content/firmy/b.md", page_of("title = \"B\"\naliases = [\"/x/\"]")}},
       "content/firmy/b.md:3:12+5 E0601",
       "content/firmy/a.md"},
      {{{"content/firmy/a.md", page_of("title = \"A\"\naliases = [\"/powiaty/buski/\"]")}},
       "content/firmy/a.md:3:12+17 E0601",
       "content/_data/powiaty.toml (buski)"},
      {{{"content/firmy/a.md", page_of("title = \"A\"\naliases = [\"/wpisy/\"]")}},
       "content/firmy/a.md:3:12+9 E0601",
       "[collections.wpisy]"},
      {{{"content/firmy/_index.md", ""}, {"content/firmy/index.md", ""}},
       "content/firmy/index.md:1:1+3 E0601",
       "content/firmy/_index.md"},
  };
  for (const Case& c : cases) {
    const TestSite site(with(c.files));
    CHECK(site.told() == c.told);
    CHECK(site.diagnostics.sorted().at(0).arguments.at(1) == c.other);
  }
  CHECK(TestSite(with({{"content/firmy/a.md", page_of("title = \"A\"\ndraft = true")},
                       {"content/firmy/b.md", page_of("title = \"B\"\nslug = \"a\"")}}))
            .told() == "");
}

TEST_CASE("terms with pages list their entries, in the order of the vocabulary and the collections") {
  const TestSite site(with({{"content/firmy/a.md", page_of("title = \"Z\"\npowiat = \"buski\"\nbranze = [\"chleb\"]")},
                            {"content/firmy/b.md", page_of("title = \"A\"\npowiat = \"buski\"")},
                            {"content/firmy/c.md", page_of("title = \"C\"\npowiat = \"kielecki\"")}}));
  CHECK(site.told() == "");
  REQUIRE(site.model.terms.size() == 2);
  const TermEntries& first = site.model.terms[0];
  CHECK(site.model.vocabularies[first.vocabulary].terms[first.term].value == "kielecki");
  CHECK(site.slugs(first.pages) == "c");
  CHECK(site.slugs(site.model.terms[1].pages) == "b a");
}

TEST_CASE("related entries share most with the entry") {
  TestSite::SourceFiles files;
  const auto add = [&](const std::string& name, const std::string& keys) {
    files["content/firmy/" + name + ".md"] = page_of("title = \"" + name + "\"\n" + keys);
  };
  add("a", "powiat = \"buski\"\nbranze = [\"chleb\", \"drewno\"]");
  add("b", "powiat = \"buski\"");
  add("c", "branze = [\"chleb\", \"drewno\"]");
  add("d", "powiat = \"kielecki\"\nbranze = [\"drewno\"]");
  add("e", "powiat = \"buski\"\nbranze = [\"drewno\"]");
  add("f", "branze = [\"drewno\"]");
  add("g", "");
  const TestSite site(with(files));
  CHECK(site.told() == "");
  CHECK(site.slugs(site.model.related.at(index(site.page("content/firmy/a.md").id))) == "c e b d");
  CHECK(site.slugs(site.model.related.at(index(site.page("content/firmy/g.md").id))) == "");
}

TEST_CASE("Polish collation puts each letter in its place") {
  const Collation collation("pl");
  std::vector<std::string> words = {"zima", "źrebię", "ćma",  "cytryna", "ąkać", "azot",
                                    "żaba", "łąka",   "lato", "Łódź",    "ucho"};
  std::sort(words.begin(), words.end(),
            [&](const auto& a, const auto& b) { return collation.key(a) < collation.key(b); });
  CHECK(joined(words, " ") == "azot ąkać cytryna ćma lato łąka Łódź ucho zima źrebię żaba");
  CHECK(collation.key(std::string(5000, 'x')).size() > 4000);
}

}  // namespace kronika
