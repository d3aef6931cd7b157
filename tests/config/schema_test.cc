#include "generator/config/schema.h"

#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "generator/config/language_tag.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

/// The mistakes in a collection whose only field is `x`, declared on line 7 from column 1 on.
std::string told_of_field(const std::string& declaration) {
  Diagnostics diagnostics;
  read_config(
      "site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n[vocabularies.powiaty]\n[collections.n]\n"
      "title = \"N\"\n[collections.n.fields]\n" +
          declaration,
      "site.toml", "", diagnostics);
  return joined(told(diagnostics));
}

}  // namespace

TEST_CASE("a type has one name, and a name one type") {
  const auto names = all_field_type_names();
  CHECK(names.size() == 28);
  for (const std::string& name : names) {
    CAPTURE(name);
    REQUIRE(field_type(name));
    CHECK(name_of(*field_type(name)) == name);
  }
  CHECK_FALSE(field_type("string"));
  CHECK(name_of(FieldType::boolean) == "bool");
}

TEST_CASE("a declaration that fits is read without a word") {
  const char* cases[] = {
      "x = { type = \"text\", required = true, unique = true, facet = true, label = \"X\", role = \"title\" }",
      "x = { type = \"choice\", vocabulary = \"powiaty\" }",
      "x = { type = \"list\", of = \"choice\", vocabulary = \"powiaty\", facet = true }",
      "x = { type = \"reference\", collection = \"n\", back = \"y\", back_label = { pl = \"Y\" } }",
      "x = { type = \"table\", fields = { a = { type = \"date\" }, b = { type = \"choice\", vocabulary = \"powiaty\" } "
      "} }",
      "x = { type = \"decimal\", min = 0, max = 1.5 }",
      "x = { type = \"long_text\", role = \"summary\" }",
      "x = { type = \"datetime\", role = \"date\" }",
  };
  for (const char* declaration : cases) {
    CAPTURE(declaration);
    CHECK(told_of_field(declaration) == "");
  }
}

TEST_CASE("a declaration that does not fit is told at its place") {
  struct Case {
    const char* declaration;
    const char* told;
  };
  const Case cases[] = {
      {"x = { typ = \"text\" }", "site.toml:7:1+1 E0104\nsite.toml:7:7+3 E0103 (type)"},
      {"x = { type = \"txt\" }", "site.toml:7:14+5 E0106 (text)"},
      {"x = \"text\"", "site.toml:7:5+6 E0105"},
      {"x-y = { type = \"text\" }", "site.toml:7:1+3 E0106"},
      {"x = { type = \"choice\" }", "site.toml:7:1+1 E0104"},
      {"x = { type = \"choice\", vocabulary = \"powiat\" }", "site.toml:7:37+8 E0112 (powiaty)"},
      {"x = { type = \"text\", vocabulary = \"powiaty\" }", "site.toml:7:35+9 E0115"},
      {"x = { type = \"reference\", collection = \"nn\" }", "site.toml:7:40+4 E0112 (n)"},
      {"x = { type = \"list\" }", "site.toml:7:1+1 E0104"},
      {"x = { type = \"list\", of = \"list\" }", "site.toml:7:27+6 E0106"},
      {"x = { type = \"text\", of = \"text\" }", "site.toml:7:27+6 E0115"},
      {"x = { type = \"table\" }", "site.toml:7:1+1 E0104"},
      {"x = { type = \"table\", fields = { a = { type = \"dat\" } } }", "site.toml:7:47+5 E0106 (date)"},
      {"x = { type = \"table\", fields = { a = { type = \"choice\", vocabulary = \"v\" } } }",
       "site.toml:7:70+3 E0112"},
      {"x = { type = \"markdown\", facet = true }", "site.toml:7:34+4 E0115"},
      {"x = { type = \"bool\", unique = true }", "site.toml:7:31+4 E0115"},
      {"x = { type = \"text\", min = 1 }", "site.toml:7:28+1 E0115"},
      {"x = { type = \"integer\", min = 2, max = 1 }", "site.toml:7:31+1 E0106"},
      {"x = { type = \"text\", role = \"titel\" }", "site.toml:7:29+7 E0106 (title)"},
      {"x = { type = \"text\", role = \"image\" }", "site.toml:7:29+7 E0115"},
      {"x = { type = \"text\", back = \"y\" }", "site.toml:7:29+3 E0115"},
      {"q = { type = \"text\" }", "site.toml:7:1+1 E0116"},
      {"collection = { type = \"text\", facet = true }", "site.toml:7:1+10 E0116"},
      {"title = { type = \"text\" }", "site.toml:7:1+5 E0116"},
      {"x = { type = \"text\", role = \"title\" }\ny = { type = \"text\", role = \"title\" }",
       "site.toml:8:29+7 E0106"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.declaration);
    CHECK(told_of_field(c.declaration) == c.told);
  }
}

TEST_CASE("a text for one language falls back to the one for all, then to any") {
  CHECK(LocalText{"wszyscy", {}}.in("pl") == "wszyscy");
  CHECK(LocalText{"wszyscy", {{"en", "all"}}}.in("en") == "all");
  CHECK(LocalText{"wszyscy", {{"en", "all"}}}.in("uk") == "wszyscy");
  CHECK(LocalText{"", {{"en", "all"}}}.in("pl") == "all");
  CHECK(LocalText{}.in("pl") == "");
  CHECK(LocalText{}.empty());
}

TEST_CASE("a language code is an ISO 639 language, with a script or region if need be") {
  for (const char* good : {"pl", "en-GB", "csb", "sr-Latn", "zh-Hant-TW"}) {
    CAPTURE(good);
    CHECK(is_language_tag(good));
  }
  for (const char* bad : {"", "PL", "polski", "qq1", "en-gb", "en_GB", "pl-"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_language_tag(bad));
  }
  CHECK(language_name("uk", "pl") == "ukraiński");
}

}  // namespace kronika
