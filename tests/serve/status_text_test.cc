#include "generator/serve/status_text.h"

#include <doctest/doctest.h>

using namespace kronika;

namespace {

const SourceText source = [](const std::string& file) -> std::optional<std::string> {
  if (file != "content/praktyki/zupa.md") return std::nullopt;
  return "+++\npowiat = \"<b>kielcki\"\n+++\n";
};

const BuildTrouble trouble{
    {{Code::not_in_vocabulary, {"content/praktyki/zupa.md", {2, 10, 7}}, {"<b>kielcki", "powiaty"}, "kielecki"},
     {Code::missing_site_toml, {"site.toml", {}}, {}, ""}},
    ""};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the status tells every diagnostic with its place, message, and source line") {
  const std::string json = status_json("i-2", "i-1", BuildState::failed, trouble, MessageLanguage::polish, source);
  CHECK(json.starts_with(R"({"id":"i-2","build":"i-1","state":"failed","language":"pl","title":"Nie udało się)"));
  CHECK(contains(json, R"("place":"content/praktyki/zupa.md:2:10")"));
  CHECK(contains(json, R"("line":2,"column":10,"severity":"error","code":"E0203")"));
  CHECK(contains(json, R"(nie należy do słownika „powiaty”; czy chodziło o „kielecki”?)"));
  CHECK(contains(json, R"("excerpt":"    2 | powiat = \"\u003cb\u003ekielcki\"\n      |          ^~~~~~~")"));
  CHECK(contains(json, R"("place":"site.toml","excerpt":"")"));
  CHECK_FALSE(contains(json, "\n"));
}

TEST_CASE("a good build has no diagnostics to tell") {
  const std::string json = status_json("i-2", "i-2", BuildState::good, {}, MessageLanguage::english, source);
  CHECK(contains(json, R"("state":"good")"));
  CHECK(contains(json, R"("failure":"","diagnostics":[]})"));
}

TEST_CASE("the page in place of a site shows the diagnostics as text, never as HTML") {
  const std::string page = failure_page("i-1", trouble, MessageLanguage::polish, source);
  CHECK(contains(page, "<html lang=\"pl\" data-kronika-failure=\"i-1\">"));
  CHECK(contains(page, "content/praktyki/zupa.md:2:10 [E0203]"));
  CHECK(contains(page, "&lt;b&gt;kielcki"));
  CHECK_FALSE(contains(page, "<b>"));
  CHECK(contains(page, "role=\"alert\""));
  CHECK(contains(page, "/_kronika/reload.js"));
}

TEST_CASE("a failure of the environment is shown in both") {
  const BuildTrouble failure{{}, "cannot open <x>"};
  CHECK(contains(status_json("i-1", "", BuildState::failed, failure, MessageLanguage::english, source),
                 R"("failure":"cannot open \u003cx\u003e","diagnostics":[])"));
  CHECK(contains(failure_page("i-1", failure, MessageLanguage::english, source), "<p>cannot open &lt;x&gt;</p>"));
}

TEST_CASE("the terminal's lines are in its language") {
  BuildResult result;
  result.pages = 24;
  CHECK(built_line(result, 0.314, MessageLanguage::english) == "Built 24 pages in 0.31 s.\n");
  result.next_change = TimeZone("UTC").to_instant(*parse_date("2026-12-01"));
  CHECK(built_line(result, 0.314, MessageLanguage::english) ==
        "Built 24 pages in 0.31 s. Next change (something appears or expires): 2026-12-01T00:00:00Z\n");
  CHECK(built_line(result, 0.314, MessageLanguage::polish) ==
        "Zbudowano stron: 24 w 0.31 s. Następna zmiana (coś się pojawi albo wygaśnie): 2026-12-01T00:00:00Z\n");
  CHECK(failed_line(trouble, MessageLanguage::english).starts_with("Errors: 2. "));
  CHECK(failed_line(trouble, MessageLanguage::polish).starts_with("Błędy: 2. "));
  CHECK(serving_line("/srv/portal", "http://127.0.0.1:8080/", MessageLanguage::english) ==
        "Serving /srv/portal at http://127.0.0.1:8080/ (Ctrl+C ends)\n");
}
