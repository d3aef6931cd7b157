#include "generator/theme/data.h"

#include <doctest/doctest.h>

#include "tests/theme/helpers.h"

namespace kronika::test {

TEST_CASE("texts, flags and optional texts") {
  TemplateData data;
  set_text(data, "title", "a < b");
  set_flag(data, "draft", false);
  set_optional(data, "summary", "");
  set_optional(data, "date", "today");
  CHECK(data.get("title")->string_value() == "a < b");
  CHECK(data.get("draft")->is_false());
  CHECK(data.get("summary")->string_value() == "");
  CHECK(data.get("has_summary")->is_false());
  CHECK(data.get("has_date")->is_true());
}

TEST_CASE("a number is written as its language does, with the flag of its plural form") {
  struct Case {
    std::int64_t number;
    const char* language;
    const char* text;
    const char* form;
  };
  const std::vector<Case> cases = {
      {1, "pl", "1", "one"},
      {3, "pl", "3", "few"},
      {13, "pl", "13", "many"},
      {0, "pl", "0", "many"},
      {12345, "pl", "12\u00A0345", "many"},
      {1, "en", "1", "one"},
      {12345, "en", "12,345", "other"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    TemplateData data;
    set_number(data, "total", one.number, one.language);
    CHECK(data.get("total")->string_value() == one.text);
    for (const std::string form : {"one", "few", "many", "other"}) {
      CHECK(data.get("total_" + form)->is_true() == (form == one.form));
    }
  }
}

TEST_CASE("lists and objects, with the flag of a list") {
  TemplateData item;
  set_text(item, "name", "x");
  TemplateData data;
  set_list(data, "items", {item, item});
  set_list(data, "others", {});
  set_node(data, "one", std::move(item));
  CHECK(data.get("items")->list_value().size() == 2);
  CHECK(data.get("has_items")->is_true());
  CHECK(data.get("others")->is_empty_list());
  CHECK(data.get("has_others")->is_false());
  CHECK(data.get("one")->get("name")->string_value() == "x");
}

TEST_CASE("an asset is named by its path, with '_' for all but ASCII letters and digits") {
  CHECK(asset_name("style.css") == "style_css");
  CHECK(asset_name("img/logo-2.svg") == "img_logo_2_svg");
  CHECK(asset_name("ż") == "__");
}

TEST_CASE("plural sections show the form of the number") {
  const auto builtin = memory_source([] {
    auto files = builtin_files({{"main", "{{#t.hits}}total{{/t.hits}}"}});
    files["i18n/pl.toml"] =
        engine_texts() + "[hits]\none = \"{n} wynik\"\nfew = \"{n} wyniki\"\nmany = \"{n} wyników\"\n";
    return files;
  }());
  Diagnostics diagnostics;
  const auto none = memory_source({});
  const Theme theme = Theme::load(*none, "", *builtin, {"pl"}, {{"main", "", Shape().numbers("total")}}, diagnostics);
  REQUIRE(said(diagnostics) == "");
  const auto shown = [&theme](std::int64_t number) {
    TemplateData page;
    set_number(page, "total", number, "pl");
    return theme.find("main", "", "pl").render(TemplateData(), page);
  };
  CHECK(shown(1) == "1 wynik");
  CHECK(shown(22) == "22 wyniki");
  CHECK(shown(11) == "11 wyników");
}

}  // namespace kronika::test
