#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

const char* const sections =
    "[vocabularies.powiaty]\n[tables.t]\ntitle = \"Tabela\"\n[tables.t.fields]\n"
    "nazwa = { type = \"text\", required = true, unique = true, label = \"Nazwa gminy\" }\n"
    "ile = { type = \"integer\", min = 0, max = 99999, default = 7 }\n"
    "udzial = { type = \"decimal\" }\nkwota = { type = \"money\" }\nod = { type = \"date\" }\n"
    "powiat = { type = \"choice\", vocabulary = \"powiaty\" }\nuslugi = { type = \"list\", of = \"text\" }\n"
    "czy = { type = \"bool\" }\nmiejsce = { type = \"position\" }\n";

TestSite::SourceFiles with(const std::string& file, const std::string& bytes) {
  return {{"site.toml", site_toml(sections)},
          {"content/_data/powiaty.toml", "kielecki = \"powiat kielecki\"\nbuski = \"powiat buski\"\n"},
          {"content/_data/" + file, bytes}};
}

/// The rows of the table, plain values separated by '|', or what is told.
std::string rows(const TestSite& site) {
  if (const std::string told = site.told(); !told.empty()) return told;
  const DataTable* table = site.model.table("t");
  REQUIRE(table);
  std::string out;
  for (const Record& row : table->records.rows) {
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      out += (i == 0 ? "" : "|") + plain_value(row.values[i], table->config->fields.fields[i]);
    }
    out += '\n';
  }
  return out;
}

std::string csv(const std::string& bytes) {
  return rows(TestSite(with("t.csv", bytes)));
}
std::string toml(const std::string& bytes) {
  return rows(TestSite(with("t.toml", bytes)));
}

}  // namespace

TEST_CASE("a table in CSV has a field a column, in any order, as spreadsheets write them") {
  CHECK(csv("\xEF\xBB\xBFile;nazwa;udzial;kwota;od;powiat;uslugi;czy;miejsce\r\n"
            "35\u00A0014;\"Busko; Zdrój\";12,5;1 250,50;2026-03-14;buski;\"opieka; druk\";tak;50,87; 20,63\r\n") ==
        "content/_data/t.csv:2:1+6 E0111");
  CHECK(csv("\xEF\xBB\xBFile;nazwa;udzial;kwota;od;powiat;uslugi;czy;miejsce\r\n"
            "35\u00A0014;\"Busko; Zdrój\";12,5;1 250,50;4.03.2026;buski;\"opieka; druk\";tak;\"50,87; 20,63\"\r\n"
            "; Pińczów ;;40 000 zł;;;;;\r\n;;;;;;;;\r\n") ==
        "Busko; Zdrój|35014|12.5|1250.50 PLN|2026-03-04|buski|opieka;druk|true|50.87,20.63\n"
        "Pińczów|7||40000.00 PLN|||||\n");
  CHECK(csv("nazwa,udzial,miejsce\nA,12.5,\"50.87, 20.63\"\n") == "A|7|12.5||||||50.87,20.63\n");
  CHECK(csv("nazwa,ile,,\nA,1,,\n") == "A|1|||||||\n");
  CHECK(csv("nazwa\n") == "");
}

TEST_CASE("a table in TOML is a list of records, typed as front matter is") {
  CHECK(
      toml("[[t]]\nnazwa = \"Busko\"\nile = 8\nod = 2026-03-04\nuslugi = [\"a\", \"b\"]\n[[t]]\nnazwa = \"Nida\"\n") ==
      "Busko|8|||2026-03-04||a;b||\nNida|7|||||||\n");
  CHECK(toml("t = [{ nazwa = \"A\", ile = 1 }]\n") == "A|1|||||||\n");
}

TEST_CASE("mistakes in a table are told at their places, those of a header once") {
  struct Case {
    const char* file;
    const char* bytes;
    const char* told;
  };
  const Case cases[] = {
      {"tt.csv", "nazwa\nA\n", "site.toml:8:9+1 E0112 (content/_data/tt.csv)"},
      {"inny.txt", "", "site.toml:8:9+1 E0112"},
      {"t.csv", "", "content/_data/t.csv:1:1+1 E0204"},
      {"t.csv", "ile,udzial\n1,2\n3,4\n", "content/_data/t.csv:1:1+3 E0204"},
      {"t.csv", "nazwa,udzal\nA,1\nB,2\n", "content/_data/t.csv:1:7+5 E0119 (udzial)"},
      {"t.csv", "nazwa,kolor\nA,1\n", "content/_data/t.csv:1:7+5 E0119"},
      {"t.csv", "Nazwa gminy\nA\n", "content/_data/t.csv:1:1+11 E0119 (nazwa)\ncontent/_data/t.csv:1:1+11 E0204"},
      {"t.csv", "nazwa,ile,ile\nA,1,2\n", "content/_data/t.csv:1:11+3 E0114"},
      {"t.csv", "nazwa,\nA,1\n", "content/_data/t.csv:1:7+1 E0118"},
      {"t.csv", "nazwa,ile\nA\n", "content/_data/t.csv:2:1+1 E0111"},
      {"t.csv", "ile,nazwa\n1, \n", "content/_data/t.csv:2:3+1 E0204"},
      {"t.csv", "nazwa,ile\nA,1\nB,2\nA,3\n", "content/_data/t.csv:4:1+1 E0207"},
      {"t.csv", "nazwa,ile\nA,dużo\n", "content/_data/t.csv:2:3+4 E0205"},
      {"t.csv", "nazwa,ile\nA,-1\n", "content/_data/t.csv:2:3+2 E0208"},
      {"t.csv", "nazwa,udzial\nA,\"1.000,5\"\n", "content/_data/t.csv:2:3+7 E0205"},
      {"t.csv", "nazwa,od\nA,31.02.2026\n", "content/_data/t.csv:2:3+10 E0206"},
      {"t.csv", "nazwa,powiat\nA,kieleckie\n", "content/_data/t.csv:2:3+9 E0203 (kielecki)"},
      {"t.csv", "nazwa,miejsce\nA,tutaj\n", "content/_data/t.csv:2:3+5 E0205"},
      {"t.csv", "nazwa\n\xB3\n", "content/_data/t.csv:2:1+1 E0107"},
      {"t.toml", "[[tt]]\nnazwa = \"A\"\n", "content/_data/t.toml:1:1+1 E0104\ncontent/_data/t.toml:1:3+2 E0103 (t)"},
      {"t.toml", "t = 5\n", "content/_data/t.toml:1:5+1 E0205"},
      {"t.toml", "t = [5]\n", "content/_data/t.toml:1:6+1 E0205"},
      {"t.toml", "[[t]]\nile = 1\n", "content/_data/t.toml:1:1+5 E0204"},
      {"t.toml", "[[t]]\nnazwa = \"A\"\nile = \"1\"\n", "content/_data/t.toml:3:7+3 E0205"},
      {"t.toml", "[[t]]\nnazwa = \"A\"\nudzal = 1\n", "content/_data/t.toml:3:1+5 E0213 (udzial)"},
      {"t.toml", "[[t]]\nnazwa = \"A\"\n[[t]]\nnazwa = \"A\"\n", "content/_data/t.toml:4:9+3 E0207"},
      {"t.toml", "[[t]\n", "content/_data/t.toml:1:5+1 E0101"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(TestSite(with(c.file, c.bytes)).told() == c.told);
  }
}

TEST_CASE("one name is one file: a second is told, for vocabularies too") {
  TestSite::SourceFiles files = with("t.csv", "nazwa\nA\n");
  files["content/_data/t.toml"] = "t = []\n";
  files["content/_data/powiaty.csv"] = "value\nbuski\n";
  CHECK(TestSite(files).told() == "content/_data/powiaty.csv:0:0+1 E0117\ncontent/_data/t.csv:0:0+1 E0117");
}

TEST_CASE("a wrong default of a column is told where it is declared") {
  const TestSite site({{"site.toml", site_toml("[tables.t.fields]\nile = { type = \"integer\", default = \"x\" }\n")},
                       {"content/_data/t.csv", "ile\n\"\"\n1\n"}});
  CHECK(site.told() == "site.toml:8:37+3 E0205");
}

TEST_CASE("a page's field names a table; its value is shown by the table's title") {
  const std::string more =
      "[tables.gminy]\ntitle = { pl = \"Gminy\", en = \"Places\" }\n[tables.gminy.fields]\n"
      "n = { type = \"text\" }\n[collections.c.fields]\nx = { type = \"data\" }\n";
  TestSite::SourceFiles files = {{"site.toml", site_toml(more)},
                                 {"content/_data/gminy.csv", "n\nA\n"},
                                 {"content/c/a.md", "+++\ntitle = \"A\"\nx = \"gminy\"\n+++\n"}};
  const TestSite good(files);
  CHECK(good.told() == "");
  const Field& field = good.config.collections[0].schema.fields[0];
  const FieldValue& value = good.page("content/c/a.md").fields.at(0);
  CHECK(plain_value(value, field) == "gminy");
  CHECK(display(value, field, good.model, "en") == "Places");
  files["content/c/a.md"] = "+++\ntitle = \"A\"\nx = \"gmina\"\n+++\n";
  CHECK(TestSite(files).told() == "content/c/a.md:3:5+7 E0112 (gminy)");
  files["content/c/a.md"] = "+++\ntitle = \"A\"\nx = 5\n+++\n";
  CHECK(TestSite(files).told() == "content/c/a.md:3:5+1 E0205");
}

}  // namespace kronika
