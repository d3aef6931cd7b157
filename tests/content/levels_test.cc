#include <doctest/doctest.h>

#include "generator/content/field_levels.h"
#include "tests/content/site.h"

namespace kronika {
namespace {

const char* const schema = R"([vocabularies.powiaty]
[vocabularies.gminy]
parent = "powiaty"
[vocabularies.wsie]
parent = "gminy"
[collections.n]
[collections.n.fields]
powiat = { type = "choice", vocabulary = "powiaty", required = true }
gmina = { type = "choice", vocabulary = "gminy", under = "powiat" }
wies = { type = "choice", vocabulary = "wsie", under = "gmina" }
[collections.l]
[collections.l.fields]
powiaty = { type = "list", of = "choice", vocabulary = "powiaty" }
gminy = { type = "list", of = "choice", vocabulary = "gminy", under = "powiaty" }
[collections.d]
[collections.d.fields]
powiat = { type = "choice", vocabulary = "powiaty", default = "kielecki" }
gmina = { type = "choice", vocabulary = "gminy", default = "checiny", under = "powiat" }
)";

TestSite::SourceFiles with(const std::string& path, const std::string& front_matter) {
  return {{"site.toml", site_toml(schema)},
          {"content/_data/powiaty.toml", "buski = \"powiat buski\"\nkielecki = \"powiat kielecki\"\n"},
          {"content/_data/gminy.csv",
           "value;label;parent;teryt\nstopnica;Stopnica;buski;2601063\ncheciny;Chęciny;kielecki;2604033\n"
           "morawica;Morawica;kielecki;2604123\n"},
          {"content/_data/wsie.toml", "[tokarnia]\nlabel = \"Tokarnia\"\nparent = \"checiny\"\n"},
          {path, "+++\ntitle = \"T\"\n" + front_matter + "\n+++\n"}};
}

/// The values of the page's fields, " | " between them.
std::string values(const TestSite& site, const std::string& path) {
  const Page& page = site.page(path);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < page.fields.size(); ++i)
    out.push_back(plain_value(page.fields[i], site.config.collection(page.collection)->schema.fields[i]));
  return joined(out, " | ");
}

}  // namespace

TEST_CASE("a term stands under one of the vocabulary above, in TOML and in CSV") {
  const TestSite site(with("content/n/a.md", "powiat = \"buski\""));
  CHECK(site.told() == "");
  const Vocabulary* places = site.model.vocabulary("gminy");
  CHECK(places->parent == "powiaty");
  CHECK(places->find("checiny")->parent == "kielecki");
  CHECK(places->find("checiny")->extra.at("teryt") == "2604033");
  CHECK(places->find("checiny")->extra.count("parent") == 0);
  CHECK(site.model.vocabulary("wsie")->find("tokarnia")->parent == "checiny");
}

TEST_CASE("`parent` means nothing in a vocabulary that stands under none") {
  auto files = with("content/n/a.md", "powiat = \"buski\"");
  files["content/_data/powiaty.toml"] = "[buski]\nparent = \"swietokrzyskie\"\n[kielecki]\n";
  const TestSite site(files);
  CHECK(site.told() == "");
  CHECK(site.model.vocabulary("powiaty")->find("buski")->parent == "");
  CHECK(site.model.vocabulary("powiaty")->find("buski")->extra.at("parent") == "swietokrzyskie");
}

TEST_CASE("a term without its place above is told at its place") {
  struct Case {
    const char* file;
    const char* bytes;
    const char* told;
  };
  const Case cases[] = {
      {"gminy.csv", "value;label;parent\nstopnica;Stopnica;buskie\ncheciny;Chęciny;kielecki\n",
       "content/_data/gminy.csv:2:19+6 E0203 (buski)"},
      {"gminy.csv", "value;label;parent\nstopnica;Stopnica;\ncheciny;Chęciny;kielecki\n",
       "content/_data/gminy.csv:2:19+1 E0204"},
      {"gminy.csv", "value;label\nstopnica;Stopnica\ncheciny;Chęciny\n", "content/_data/gminy.csv:1:1+5 E0204"},
      {"gminy.csv", "value;label;parent\nsto/pnica;Stopnica;buski\ncheciny;Chęciny;kielecki\n",
       "content/_data/gminy.csv:2:1+9 E0206"},
      {"wsie.toml", "tokarnia = \"Tokarnia\"\n", "content/_data/wsie.toml:1:1+8 E0204"},
      {"wsie.toml", "[tokarnia]\nlabel = \"Tokarnia\"\n", "content/_data/wsie.toml:1:2+8 E0204"},
      {"wsie.toml", "[tokarnia]\nparent = \"kielecki\"\n", "content/_data/wsie.toml:2:10+10 E0203"},
      {"powiaty.toml", "buski = \"B\"\nkielecki = \"K\"\n\"a/b\" = \"A\"\n", "content/_data/powiaty.toml:3:1+5 E0206"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    auto files = with("content/n/a.md", "powiat = \"buski\"");
    files["content/_data/" + std::string(c.file)] = c.bytes;
    CHECK(TestSite(files).told() == c.told);
  }
}

TEST_CASE("what lies in something says so, where the page does not") {
  struct Case {
    const char* path;
    const char* front_matter;
    const char* values;
  };
  const Case cases[] = {
      {"content/n/a.md", "powiat = \"buski\"", "buski |  | "},
      {"content/n/a.md", "gmina = \"checiny\"", "kielecki | checiny | "},
      {"content/n/a.md", "wies = \"tokarnia\"", "kielecki | checiny | tokarnia"},
      {"content/n/a.md", "powiat = \"kielecki\"\nwies = \"tokarnia\"", "kielecki | checiny | tokarnia"},
      {"content/l/a.md", "gminy = [\"checiny\", \"stopnica\", \"morawica\"]",
       "kielecki;buski | checiny;stopnica;morawica"},
      {"content/l/a.md", "powiaty = []\ngminy = [\"checiny\"]", "kielecki | checiny"},
      {"content/l/a.md", "powiaty = [\"buski\", \"kielecki\"]\ngminy = [\"checiny\"]", "buski;kielecki | checiny"},
      {"content/l/a.md", "powiaty = [\"buski\"]", "buski | "},
      {"content/d/a.md", "", "kielecki | checiny"},
      {"content/d/a.md", "gmina = \"stopnica\"", "buski | stopnica"},
      {"content/d/a.md", "powiat = \"kielecki\"", "kielecki | checiny"},
      {"content/d/a.md", "powiat = \"buski\"", "buski | "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.front_matter);
    const TestSite site(with(c.path, c.front_matter));
    CHECK(site.told() == "");
    CHECK(values(site, c.path) == c.values);
  }
}

TEST_CASE("what disagrees is told where the lower one is written") {
  struct Case {
    const char* path;
    const char* front_matter;
    const char* told;
  };
  const Case cases[] = {
      {"content/n/a.md", "powiat = \"buski\"\ngmina = \"checiny\"", "content/n/a.md:4:9+9 E0214"},
      {"content/n/a.md", "powiat = \"buski\"\nwies = \"tokarnia\"", "content/n/a.md:4:8+10 E0214"},
      {"content/n/a.md", "powiat = \"kielecki\"\ngmina = \"morawica\"\nwies = \"tokarnia\"",
       "content/n/a.md:5:8+10 E0214"},
      {"content/l/a.md", "powiaty = [\"buski\"]\ngminy = [\"stopnica\", \"checiny\"]", "content/l/a.md:4:22+9 E0214"},
      {"content/n/a.md", "gmina = \"chenciny\"", "content/n/a.md:1:1+3 E0204\ncontent/n/a.md:3:9+10 E0203 (checiny)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.front_matter);
    CHECK(TestSite(with(c.path, c.front_matter)).told() == c.told);
  }
}

TEST_CASE("the levels of a field are those above it and itself") {
  const TestSite site(with("content/n/a.md", "powiat = \"buski\""));
  const Schema& fields = site.config.collection("n")->schema;
  const auto names = [&](const char* field) {
    std::vector<std::string> out;
    for (const Field* level : levels_of(fields, *fields.find(field))) out.push_back(level->name);
    return joined(out, "/");
  };
  CHECK(names("powiat") == "powiat");
  CHECK(names("wies") == "powiat/gmina/wies");
}

}  // namespace kronika
