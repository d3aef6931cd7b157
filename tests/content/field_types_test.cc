#include "generator/content/field_types.h"

#include <doctest/doctest.h>

#include "tests/content/site.h"

namespace kronika {
namespace {

/// A page whose field `x` is declared and written so; TOML unless `yaml`.
TestSite site_of(const std::string& declaration, const std::string& value, bool yaml) {
  const std::string front =
      yaml ? "---\ntitle: T\nx: " + value + "\n---\n" : "+++\ntitle = \"T\"\nx = " + value + "\n+++\n";
  return TestSite({{"site.toml",
                    site_toml("[vocabularies.powiaty]\n[collections.n]\ntitle = \"N\"\n[collections.n.fields]\nx = { " +
                              declaration + " }\n")},
                   {"content/_data/powiaty.toml",
                    "kielecki = \"powiat kielecki\"\nbuski = { label = \"powiat buski\" }\n\"1.1\" = \"Komitet\"\n"},
                   {"content/n/a.md", front},
                   {"content/n/plik.pdf", "%PDF"},
                   {"content/n/zdjecie.PNG", "x"},
                   {"content/n/wskaznik.pdf", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"},
                   {"content/n/b.md", "+++\ntitle = \"B\"\n+++\n"}});
}

/// The value in its plain form, or what is told about it.
std::string plain(const std::string& declaration, const std::string& value, bool yaml = false) {
  const TestSite site = site_of(declaration, value, yaml);
  if (const std::string told = site.told(); !told.empty()) return told;
  return plain_value(site.page("content/n/a.md").fields.at(0), site.config.collections[0].schema.fields[0]);
}

std::string shown(const std::string& declaration, const std::string& value, std::string_view language) {
  const TestSite site = site_of(declaration, value, false);
  return display(site.page("content/n/a.md").fields.at(0), site.config.collections[0].schema.fields[0], site.model,
                 language);
}

struct Case {
  const char* declaration;
  const char* value;
  std::string expected;
};

std::string fifth(std::string_view language) {
  return long_date(*parse_date("2025-02-05"), language);
}

/// Where the value stands: line 3, column 5 in TOML, 4 in YAML.
std::string at(int length, const std::string& rest) {
  return "content/n/a.md:3:5+" + std::to_string(length) + " " + rest;
}

}  // namespace

TEST_CASE("every type has its line in the table") {
  for (const std::string& name : all_field_type_names()) {
    CAPTURE(name);
    const FieldTypeInfo& row = info(*field_type(name));
    CHECK(row.name == name);
    CHECK(row.type == *field_type(name));
    CHECK_FALSE(row.english.empty());
    CHECK_FALSE(row.polish.empty());
  }
}

TEST_CASE("a good value is kept in its normal form") {
  const Case cases[] = {
      {"type = \"text\"", "\" dwa słowa \"", "dwa słowa"},
      {"type = \"long_text\"", "\"\"\"\njeden\ndwa\"\"\"", "jeden\ndwa"},
      {"type = \"markdown\"", "\"*jeden*\"", "*jeden*"},
      {"type = \"integer\", min = 1, max = 5", "5", "5"},
      {"type = \"decimal\"", "12", "12"},
      {"type = \"decimal\"", "12.5", "12.5"},
      {"type = \"money\"", "\"40 000 zł\"", "40000.00 PLN"},
      {"type = \"money\"", "\"1\u00A0250,5 EUR\"", "1250.50 EUR"},
      {"type = \"money\"", "40000.05", "40000.05 PLN"},
      {"type = \"money\"", "-3", "-3.00 PLN"},
      {"type = \"money\"", "\"-0,05 zł\"", "-0.05 PLN"},
      {"type = \"date\"", "2026-03-14", "2026-03-14"},
      {"type = \"datetime\"", "2026-03-14T10:00:00", "2026-03-14T10:00:00"},
      {"type = \"datetime\"", "2026-03-14T10:00:00+02:00", "2026-03-14T10:00:00+02:00"},
      {"type = \"period\"", "\"2024-01/2024-02\"", "2024-01-01/2024-02-29"},
      {"type = \"period\"", "\"2024\"", "2024-01-01/2024-12-31"},
      {"type = \"period\"", "2024", "2024-01-01/2024-12-31"},
      {"type = \"period\"", "\"2024-03-05/\"", "2024-03-05/"},
      {"type = \"period\"", "{ od = 2024-01-02, do = 2024-01-03 }", "2024-01-02/2024-01-03"},
      {"type = \"period\"", "{ to = 2024-01-03 }", "/2024-01-03"},
      {"type = \"bool\"", "true", "true"},
      {"type = \"choice\", vocabulary = \"powiaty\"", "\"buski\"", "buski"},
      {"type = \"list\", of = \"choice\", vocabulary = \"powiaty\"", "[\"buski\", \"1.1\"]", "buski;1.1"},
      {"type = \"list\", of = \"integer\"", "[1, 2]", "1;2"},
      {"type = \"reference\", collection = \"n\"", "\"b\"", "b"},
      {"type = \"file\"", "\"plik.pdf\"", "content/n/plik.pdf"},
      {"type = \"file\"", "\"../n/./plik.pdf\"", "content/n/plik.pdf"},
      {"type = \"image\"", "\"zdjecie.PNG\"", "content/n/zdjecie.PNG"},
      {"type = \"url\"", "\"https://example.org/ą?x=1#y\"", "https://example.org/ą?x=1#y"},
      {"type = \"email\"", "\"jan.k+1@poczta.example.org\"", "jan.k+1@poczta.example.org"},
      {"type = \"phone\"", "\"41 200 10 01\"", "+48412001001"},
      {"type = \"phone\"", "\"(41) 200-10-01 wew. 12\"", "+48412001001;ext=12"},
      {"type = \"phone\"", "\"0048 600 100 200\"", "+48600100200"},
      {"type = \"phone\"", "\"+380 44 123 45 67\"", "+380441234567"},
      {"type = \"postal_code\"", "\"25-001\"", "25-001"},
      {"type = \"nip\"", "\"006-999-01-66\"", "0069990166"},
      {"type = \"regon\"", "\"008152152\"", "008152152"},
      {"type = \"regon\"", "\"12345678512347\"", "12345678512347"},
      {"type = \"krs\"", "\"0000934629\"", "0000934629"},
      {"type = \"teryt\"", "\"2605083\"", "2605083"},
      {"type = \"teryt\"", "\"2661\"", "2661"},
      {"type = \"teryt\"", "\"26\"", "26"},
      {"type = \"position\"", "{ lat = 50.87, lon = 20 }", "50.87,20"},
      {"type = \"language\"", "\"uk\"", "uk"},
      {"type = \"licence\"", "\"CC BY 4.0\"", "CC-BY-4.0"},
      {"type = \"licence\"", "\"cc-by-sa-4.0\"", "CC-BY-SA-4.0"},
      {"type = \"licence\"", "\"CC0\"", "CC0-1.0"},
      {"type = \"licence\"", "\"CC0-1.0\"", "CC0-1.0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.declaration);
    CAPTURE(c.value);
    CHECK(plain(c.declaration, c.value) == c.expected);
  }
}

TEST_CASE("a bad value is told at its place") {
  const Case cases[] = {
      {"type = \"text\"", "5", at(1, "E0205")},
      {"type = \"text\"", "\"a\\nb\"", at(6, "E0206")},
      {"type = \"long_text\"", "[]", at(2, "E0205")},
      {"type = \"integer\"", "1.5", at(3, "E0205")},
      {"type = \"integer\"", "\"1\"", at(3, "E0205")},
      {"type = \"integer\", min = 2", "1", at(1, "E0208")},
      {"type = \"decimal\", max = 2.5", "3", at(1, "E0208")},
      {"type = \"decimal\"", "nan", at(3, "E0205")},
      {"type = \"list\", of = \"integer\", max = 3", "[1, 44]", "content/n/a.md:3:9+2 E0208"},
      {"type = \"money\"", "\"dużo\"", at(6, "E0206")},
      {"type = \"money\"", "\"zł\"", at(4, "E0206")},
      {"type = \"money\"", "\"1,234 zł\"", at(10, "E0206")},
      {"type = \"money\"", "0.001", at(5, "E0206")},
      {"type = \"money\", min = 0", "-1", at(2, "E0208")},
      {"type = \"money\"", "true", at(4, "E0205")},
      {"type = \"date\"", "\"2026-03-14\"", at(12, "E0205")},
      {"type = \"date\"", "2026-03-14T10:00:00", at(19, "E0205")},
      {"type = \"date\"", "2026-02-30", "content/n/a.md:3:15+1 E0101"},
      {"type = \"datetime\"", "2026-03-14", at(10, "E0205")},
      {"type = \"period\"", "\"2024-13\"", at(9, "E0206")},
      {"type = \"period\"", "\"/\"", at(3, "E0206")},
      {"type = \"period\"", "\"2024-05/2024-03\"", at(17, "E0206")},
      {"type = \"period\"", "{ od = 2024-05-01, kiedy = 1 }", "content/n/a.md:3:24+5 E0213"},
      {"type = \"period\"", "{ od = \"x\" }", "content/n/a.md:3:12+3 E0205"},
      {"type = \"period\"", "{}", at(2, "E0205")},
      {"type = \"bool\"", "\"tak\"", at(5, "E0205")},
      {"type = \"choice\", vocabulary = \"powiaty\"", "\"kielcki\"", at(9, "E0203 (kielecki)")},
      {"type = \"choice\", vocabulary = \"powiaty\"", "\"powiat buski\"", at(14, "E0203 (buski)")},
      {"type = \"choice\", vocabulary = \"powiaty\"", "1.1", at(3, "E0205")},
      {"type = \"list\", of = \"choice\", vocabulary = \"powiaty\"", "\"buski\"", at(7, "E0205")},
      {"type = \"list\", of = \"choice\", vocabulary = \"powiaty\"", "[\"buski\", \"busk\"]",
       "content/n/a.md:3:15+6 E0203 (buski)"},
      {"type = \"reference\", collection = \"n\"", "\"bb\"", at(4, "E0403 (b)")},
      {"type = \"reference\", collection = \"n\"", "\"a\"", at(3, "E0408")},
      {"type = \"reference\", collection = \"n\"", "\"\"", at(2, "E0206")},
  };
  for (const Case& c : cases) {
    CAPTURE(c.declaration);
    CAPTURE(c.value);
    CHECK(plain(c.declaration, c.value) == c.expected);
  }
}

TEST_CASE("a bad file, address or number of an office is told at its place") {
  const Case cases[] = {
      {"type = \"file\"", "\"plk.pdf\"", at(9, "E0209 (plik.pdf)")},
      {"type = \"file\"", "\"../../site.toml\"", at(17, "E0407")},
      {"type = \"file\"", "\"../../../x\"", at(12, "E0407")},
      {"type = \"file\"", "\"wskaznik.pdf\"", "content/n/wskaznik.pdf:1:1+1 E0110"},
      {"type = \"image\"", "\"plik.pdf\"", at(10, "E0206")},
      {"type = \"url\"", "\"example.org/x\"", at(15, "E0206 (https://example.org/x)")},
      {"type = \"url\"", "\"javascript:alert(1)\"", at(21, "E0206")},
      {"type = \"url\"", "\"https://a b.pl\"", at(16, "E0206")},
      {"type = \"url\"", "\"https:///x\"", at(12, "E0206")},
      {"type = \"email\"", "\"biuro.example.org\"", at(19, "E0206")},
      {"type = \"email\"", "\"a@b@c.pl\"", at(10, "E0206")},
      {"type = \"email\"", "\"mailto:a@b.pl\"", at(15, "E0206 (a@b.pl)")},
      {"type = \"phone\"", "\"200 10 01\"", at(11, "E0206")},
      {"type = \"phone\"", "\"+48 41 200 10\"", at(15, "E0206")},
      {"type = \"phone\"", "\"brak\"", at(6, "E0206")},
      {"type = \"postal_code\"", "\"25001\"", at(7, "E0206 (25-001)")},
      {"type = \"postal_code\"", "\"2-5001\"", at(8, "E0206 (25-001)")},
      {"type = \"postal_code\"", "25001", at(5, "E0205")},
      {"type = \"nip\"", "\"0069990167\"", at(12, "E0206")},
      {"type = \"nip\"", "\"006999016\"", at(11, "E0206")},
      {"type = \"nip\"", "\"PL0069990166\"", at(14, "E0206 (0069990166)")},
      {"type = \"nip\"", "6999016", at(7, "E0205")},
      {"type = \"regon\"", "\"008152153\"", at(11, "E0206")},
      {"type = \"regon\"", "\"12345678512348\"", at(16, "E0206")},
      {"type = \"regon\"", "\"12345678612347\"", at(16, "E0206")},
      {"type = \"regon\"", "\"0081521\"", at(9, "E0206")},
      {"type = \"krs\"", "\"934629\"", at(8, "E0206")},
      {"type = \"krs\"", "\"00009x4629\"", at(12, "E0206")},
      {"type = \"teryt\"", "\"2705083\"", at(9, "E0206")},
      {"type = \"teryt\"", "\"2600\"", at(6, "E0206")},
      {"type = \"teryt\"", "\"2605086\"", at(9, "E0206")},
      {"type = \"teryt\"", "\"260\"", at(5, "E0206")},
      {"type = \"position\"", "{ lat = 91, lon = 20 }", "content/n/a.md:3:13+2 E0208"},
      {"type = \"position\"", "{ lat = 50, lon = \"20\" }", "content/n/a.md:3:23+4 E0205"},
      {"type = \"position\"", "{ lat = 50, lng = 20 }",
       "content/n/a.md:3:5+22 E0205\ncontent/n/a.md:3:17+3 E0213 (lon)"},
      {"type = \"position\"", "\"50, 20\"", at(8, "E0205")},
      {"type = \"language\"", "\"PL\"", at(4, "E0206 (pl)")},
      {"type = \"language\"", "\"polski\"", at(8, "E0206")},
      {"type = \"licence\"", "\"CC BY 4\"", at(9, "E0206 (CC BY 4.0)")},
      {"type = \"licence\"", "\"moja\"", at(6, "E0206")},
  };
  for (const Case& c : cases) {
    CAPTURE(c.declaration);
    CAPTURE(c.value);
    CHECK(plain(c.declaration, c.value) == c.expected);
  }
}

TEST_CASE("YAML values are typed by the schema") {
  const Case cases[] = {
      {"type = \"text\"", "123", "123"},
      {"type = \"text\"", "2024-01-01", "2024-01-01"},
      {"type = \"text\"", "true", "true"},
      {"type = \"text\"", "007", "007"},
      {"type = \"text\"", ">\n  a\n  b", "a b"},
      {"type = \"integer\"", "7", "7"},
      {"type = \"integer\"", "\"7\"", "7"},
      {"type = \"decimal\"", "1.5", "1.5"},
      {"type = \"nip\"", "0069990166", "0069990166"},
      {"type = \"date\"", "2024-1-5", "2024-01-05"},
      {"type = \"date\"", "\"2024-01-05\"", "2024-01-05"},
      {"type = \"datetime\"", "2024-01-05 10:00:00 +0200", "2024-01-05T10:00:00+02:00"},
      {"type = \"period\"", "2024", "2024-01-01/2024-12-31"},
      {"type = \"bool\"", "yes", "true"},
      {"type = \"choice\", vocabulary = \"powiaty\"", "1.1", "1.1"},
      {"type = \"list\", of = \"text\"", "[1, b]", "1;b"},
      {"type = \"integer\"", "35 014", "35014"},
      {"type = \"decimal\"", "1 234,5", "1234.5"},
      {"type = \"money\"", "\"1 250,50\"", "1250.50 PLN"},
      {"type = \"date\"", "5.01.2024", "2024-01-05"},
      {"type = \"datetime\"", "5.01.2024 10:00", "2024-01-05T10:00:00"},
      {"type = \"position\"", "\"50,87; 20,63\"", "50.87,20.63"},
      {"type = \"position\"", "50.87, 20.63", "50.87,20.63"},
      {"type = \"date\"", "2024-02-30", "content/n/a.md:3:4+10 E0206"},
      {"type = \"date\"", "30.02.2024", "content/n/a.md:3:4+10 E0206"},
      {"type = \"decimal\"", "1,234.5", "content/n/a.md:3:4+7 E0205"},
      {"type = \"position\"", "gdzieś", "content/n/a.md:3:4+6 E0205"},
      {"type = \"integer\"", "siedem", "content/n/a.md:3:4+6 E0205"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.declaration);
    CAPTURE(c.value);
    CHECK(plain(c.declaration, c.value, true) == c.expected);
  }
}

TEST_CASE("values are shown as people write them") {
  struct Shown {
    const char* declaration;
    const char* value;
    std::string polish, english;
  };
  const Shown cases[] = {
      {"type = \"integer\"", "2024", "2024", "2024"},
      {"type = \"integer\"", "35014", "35\u00A0014", "35,014"},
      {"type = \"decimal\"", "12.5", "12,5", "12.5"},
      {"type = \"decimal\"", "-0.25", "-0,25", "-0.25"},
      {"type = \"money\"", "40000", "40\u00A0000\u00A0zł", "40,000\u00A0PLN"},
      {"type = \"money\"", "\"12345,5 EUR\"", "12\u00A0345,50\u00A0EUR", "12,345.50\u00A0EUR"},
      {"type = \"date\"", "2025-02-05", fifth("pl"), fifth("en")},
      {"type = \"period\"", "{ from = 2025-02-05 }", fifth("pl") + " – …", fifth("en") + " – …"},
      {"type = \"bool\"", "false", "nie", "no"},
      {"type = \"list\", of = \"choice\", vocabulary = \"powiaty\"", "[\"kielecki\", \"buski\"]",
       "powiat kielecki, powiat buski", "powiat kielecki, powiat buski"},
      {"type = \"reference\", collection = \"n\"", "\"b\"", "", ""},
      {"type = \"file\"", "\"plik.pdf\"", "plik.pdf", "plik.pdf"},
      {"type = \"phone\"", "\"412001001\"", "41\u00A0200\u00A010\u00A001", "+48\u00A041\u00A0200\u00A010\u00A001"},
      {"type = \"phone\"", "\"600100200 wew. 3\"", "600\u00A0100\u00A0200 wew. 3",
       "+48\u00A0600\u00A0100\u00A0200 ext. 3"},
      {"type = \"nip\"", "\"0069990166\"", "006-999-01-66", "006-999-01-66"},
      {"type = \"position\"", "{ lat = 50.87, lon = -20.5 }", "50,87°\u00A0N, 20,5°\u00A0W",
       "50.87°\u00A0N, 20.5°\u00A0W"},
      {"type = \"language\"", "\"uk\"", "ukraiński", "Ukrainian"},
      {"type = \"licence\"", "\"CC-BY-4.0\"", "CC BY 4.0", "CC BY 4.0"},
  };
  for (const Shown& c : cases) {
    CAPTURE(c.declaration);
    CAPTURE(c.value);
    CHECK(shown(c.declaration, c.value, "pl") == c.polish);
    CHECK(shown(c.declaration, c.value, "en") == c.english);
  }
}

TEST_CASE("rows of a table are checked by their own schema") {
  const std::string declaration =
      "type = \"table\", fields = { miara = { type = \"text\", required = true }, ile = { type = \"integer\" }, "
      "jednostka = { type = \"text\", default = \"szt.\" } }";
  const TestSite good = site_of(declaration, "[{ miara = \"m\", ile = 3 }, { miara = \"n\" }]", false);
  CHECK(good.told() == "");
  const FieldValue& value = good.page("content/n/a.md").fields.at(0);
  const auto* rows = value.as<RecordList>();
  REQUIRE(rows);
  REQUIRE(rows->rows.size() == 2);
  CHECK(*rows->rows[0].values[1].as<std::int64_t>() == 3);
  CHECK(rows->rows[1].values[1].empty());
  CHECK(*rows->rows[1].values[2].as<std::string>() == "szt.");

  CHECK(plain(declaration, "[{ ile = 3 }]") == "content/n/a.md:3:6+11 E0204");
  CHECK(plain(declaration, "[{ miara = \"\" }]") == "content/n/a.md:3:16+2 E0204");
  CHECK(plain(declaration, "[{ miara = \"m\", ilee = 3 }]") == "content/n/a.md:3:21+4 E0213 (ile)");
  CHECK(plain(declaration, "[{ miara = \"m\", ile = \"3\" }]") == "content/n/a.md:3:27+3 E0205");
  CHECK(plain(declaration, "[5]") == "content/n/a.md:3:6+1 E0205");
  CHECK(plain(declaration, "5") == "content/n/a.md:3:5+1 E0205");
}

TEST_CASE("a default that its own field would refuse is told in site.toml") {
  CHECK(plain("type = \"integer\", default = \"x\"", "1") == "site.toml:11:35+3 E0205");
  CHECK(plain("type = \"choice\", vocabulary = \"powiaty\", default = \"busk\"", "\"buski\"") ==
        "site.toml:11:58+6 E0203 (buski)");
}

}  // namespace kronika
