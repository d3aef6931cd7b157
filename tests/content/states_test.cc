#include <doctest/doctest.h>

#include "generator/core/report.h"
#include "tests/content/site.h"

namespace kronika {
namespace {

const char* const calls = R"([vocabularies.stany]
[collections.n]
sort = ["stan", "~termin"]
[collections.n.fields]
otwarcie = { type = "date" }
termin = { type = "date" }
godzina = { type = "datetime" }
wynik = { type = "text" }
historia = { type = "table", fields = { od = { type = "date" }, do = { type = "date" }, stan = { type = "choice", vocabulary = "stany" } } }
)";
const char* const steps = R"([collections.n.fields.stan]
type = "choice"
vocabulary = "stany"
states = [{ state = "zapowiedziany" }, { state = "otwarty", from = "otwarcie" },
  { state = "zamkniety", after = ["godzina", "termin"] }, { state = "rozstrzygniety", needs = "wynik" }]
overrides = [{ state = "odwolany" }, { state = "komplet", instead_of = "zapowiedziany" }, { state = "komplet", instead_of = "otwarty" }]
)";
const char* const history = R"([collections.n.fields.stan]
type = "choice"
vocabulary = "stany"
history = { table = "historia", from = "od", to = "do", value = "stan", holds = "otwarty", otherwise = "zamkniety" }
)";

TestSite site_of(const char* states, std::map<std::string, std::string> entries,
                 const char* now = "2026-11-23T12:00:00Z") {
  TestSite::SourceFiles files = {
      {"site.toml", site_toml(calls) + states},
      {"content/_data/stany.toml",
       "otwarty = \"Otwarty\"\nzapowiedziany = { label = { pl = \"Zapowiedziany\", en = \"Announced\" } }\n"
       "komplet = \"Komplet\"\nzamkniety = \"Zamknięty\"\nrozstrzygniety = \"Rozstrzygnięty\"\nodwolany = "
       "\"Odwołany\"\n"}};
  for (const auto& [slug, keys] : entries) {
    files["content/n/" + slug + ".md"] = "+++\ntitle = \"" + slug + "\"\n" + keys + "\n+++\n";
  }
  return TestSite(std::move(files), {TestSite::parse_instant(now)});
}

std::string state(const TestSite& site, const std::string& slug = "a") {
  const auto index = site.config.collection("n")->schema.index_of("stan");
  const auto* found = site.page("content/n/" + slug + ".md").fields[*index].as<std::string>();
  return found ? *found : "";
}

std::string next_change(const TestSite& site) {
  return site.model.next_change ? iso(TimeZone("UTC").to_local(*site.model.next_change)) : "";
}

}  // namespace

TEST_CASE("a state follows from its dates, the day after a deadline included") {
  struct Case {
    const char* keys;
    const char* now;
    const char* state;
    const char* next;
  };
  const char* const call = "otwarcie = 2026-11-01\ntermin = 2026-11-22";
  const Case cases[] = {
      {call, "2026-10-31T22:59:59Z", "zapowiedziany", "2026-10-31T23:00:00"},
      {call, "2026-10-31T23:00:00Z", "otwarty", "2026-11-22T23:00:00"},
      {call, "2026-11-22T22:59:59Z", "otwarty", "2026-11-22T23:00:00"},
      {call, "2026-11-22T23:00:00Z", "zamkniety", ""},
      {"otwarcie = 2026-11-01", "2030-01-01T00:00:00Z", "otwarty", ""},
      {"termin = 2026-11-22", "2026-11-01T00:00:00Z", "zapowiedziany", "2026-11-22T23:00:00"},
      // The first date of several that is given counts; a time is over at its minute.
      {"termin = 2026-11-30\ngodzina = 2026-11-22T15:00:00", "2026-11-22T14:00:00Z", "zamkniety", ""},
      {"termin = 2026-11-01\ngodzina = 2026-11-22T15:00:00", "2026-11-22T13:59:59Z", "zapowiedziany",
       "2026-11-22T14:00:00"},
      {"termin = 2026-11-22\nwynik = \"x\"", "2026-11-23T12:00:00Z", "rozstrzygniety", ""},
      {"wynik = \"x\"", "2026-11-23T12:00:00Z", "rozstrzygniety", ""},
      {"", "2026-11-23T12:00:00Z", "", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.keys);
    CAPTURE(each.now);
    const TestSite site = site_of(steps, {{"a", each.keys}}, each.now);
    CHECK(site.told() == "");
    CHECK(state(site) == each.state);
    CHECK(next_change(site).substr(0, 19) == each.next);
  }
}

TEST_CASE("what is written counts where no date says otherwise, and as an override") {
  struct Case {
    const char* keys;
    const char* state;
  };
  const Case cases[] = {
      {"stan = \"otwarty\"", "otwarty"},
      {"termin = 2026-11-22\nstan = \"zamkniety\"", "zamkniety"},
      {"termin = 2026-11-22\nstan = \"odwolany\"", "odwolany"},
      {"termin = 2026-11-23\nstan = \"komplet\"", "komplet"},
      {"otwarcie = 2026-11-23\nstan = \"komplet\"", "komplet"},
      {"termin = 2026-11-22\nstan = \"komplet\"", "zamkniety"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.keys);
    const TestSite site = site_of(steps, {{"a", each.keys}});
    CHECK(site.told() == "");
    CHECK(state(site) == each.state);
  }
}

TEST_CASE("a written state that its dates contradict is told where it stands, and kept") {
  const TestSite site = site_of(steps, {{"a", "termin = 2026-12-24\nstan = \"otwarty\""}});
  REQUIRE(site.told() == "content/n/a.md:4:8+9 W0824");
  CHECK(message(site.diagnostics.sorted()[0], MessageLanguage::english) ==
        "'stan' says 'Otwarty', but by its dates the entry is 'Announced' today; remove the line, or correct a date");
  CHECK(state(site) == "otwarty");
}

TEST_CASE("a default gives way to the dates without a word") {
  const TestSite site = site_of((std::string(steps) + "default = \"odwolany\"\n").c_str(),
                                {{"a", "termin = 2026-11-22"}, {"b", "wynik = \"\""}, {"c", ""}});
  CHECK(site.told() == "");
  CHECK(state(site) == "zamkniety");
  CHECK(state(site, "c") == "odwolany");
}

TEST_CASE("the state of a history is that of the row in force, in whatever order the rows stand") {
  struct Case {
    const char* rows;
    const char* state;
    const char* next;
  };
  const Case cases[] = {
      {"{ od = 2026-01-01, stan = \"otwarty\" }", "otwarty", ""},
      {"{ od = 2026-01-01, do = 2026-11-23, stan = \"otwarty\" }", "otwarty", "2026-11-23T23:00:00"},
      {"{ od = 2026-01-01, do = 2026-11-22, stan = \"otwarty\" }", "zamkniety", ""},
      {"{ od = 2026-01-01, do = 2026-11-22, stan = \"odwolany\" }", "odwolany", ""},
      {"{ od = 2026-11-24, stan = \"otwarty\" }", "", "2026-11-23T23:00:00"},
      {"{ od = 2026-02-01, stan = \"odwolany\" }, { od = 2026-01-01, stan = \"otwarty\" }", "odwolany", ""},
      {"{ od = 2026-02-01, do = 2026-03-01, stan = \"odwolany\" }, { od = 2026-01-01, do = 2026-01-31, stan = "
       "\"otwarty\" }",
       "odwolany", ""},
      {"{ stan = \"otwarty\" }", "", ""},
      {"", "", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rows);
    const TestSite site = site_of(history, {{"a", std::string("historia = [") + each.rows + "]"}});
    CHECK(site.told() == "");
    CHECK(state(site) == each.state);
    CHECK(next_change(site).substr(0, 19) == each.next);
  }
}

TEST_CASE("entries stand by their state, then the nearest date first") {
  const TestSite site = site_of(steps, {{"zamkniety", "termin = 2026-11-22"},
                                        {"dawno", "termin = 2026-01-01"},
                                        {"bliski", "otwarcie = 2026-11-01\ntermin = 2026-11-24"},
                                        {"daleki", "otwarcie = 2026-11-01\ntermin = 2026-12-24"},
                                        {"nieznany", "otwarcie = 2026-11-01"},
                                        {"bez", ""}});
  CHECK(site.told() == "");
  CHECK(site.entries("n") == "bliski daleki nieznany zamkniety dawno bez");
}

TEST_CASE("a state that is no term of the vocabulary is told in site.toml, whatever gives it") {
  CHECK(
      site_of(
          "[collections.n.fields.stan]\ntype = 'choice'\nvocabulary = 'stany'\nstates = [{ state = 'otwary', from = "
          "'termin' }]\noverrides = [{ state = 'odwolan', instead_of = 'zamknity' }]\n",
          {})
          .told() ==
      "site.toml:19:10+39 E0203 (otwarty)\nsite.toml:20:13+48 E0203 (odwolany)\nsite.toml:20:13+48 E0203 (zamkniety)");
}

TEST_CASE("a hidden entry has no state to wait for") {
  CHECK(next_change(site_of(steps, {{"a", "draft = true\ntermin = 2026-11-30"}})) == "");
}

}  // namespace kronika
