#include "generator/core/report.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

std::string shown(const std::string& text, Span span, MessageLanguage language = MessageLanguage::english) {
  const Diagnostic diagnostic{Code::unknown_parameter, {"content/a.md", span}, {"titel", "box"}, "title"};
  return format_text(diagnostic, language, Colour::never, [&](const std::string&) { return std::optional(text); });
}

/// The line with the caret, from its first column on.
std::string caret(const std::string& line, int column, int length = 1) {
  const std::string all = shown(line + "\n", {1, column, length});
  const auto last = all.rfind(" | ");
  return all.substr(last + 3, all.size() - last - 4);
}

}  // namespace

TEST_CASE("a diagnostic shows its place, message, suggestion, line and caret") {
  CHECK(shown("+++\ntitel = \"a\"\n", {2, 1, 5}) ==
        "content/a.md:2:1: error[E0304]: the component 'box' has no field 'titel'; did you mean 'title'?\n"
        "    2 | titel = \"a\"\n"
        "      | ^~~~~\n");
}

TEST_CASE("a warning that is an error on this occasion is shown as one, under its own code") {
  Diagnostics diagnostics(Occasion::production);
  diagnostics.report(Code::rule_ends_soon, {"a.md", {2, 1, 1}}, {"x", "y", "3"});
  diagnostics.report(Code::rule_expired, {"a.md", {1, 1, 1}}, {"x", "y"});
  const auto all = diagnostics.sorted();
  const auto text = [](const Diagnostic& each) {
    return format_text(each, MessageLanguage::english, Colour::never, {});
  };
  CHECK(text(all[0]).starts_with("a.md:1:1: error[W0820]: "));
  CHECK(text(all[1]).starts_with("a.md:2:1: warning[W0821]: "));
  CHECK(format_json(all[0], MessageLanguage::english).find("\"severity\":\"error\"") != std::string::npos);
  CHECK(format_json(all[1], MessageLanguage::english).find("\"severity\":\"warning\"") != std::string::npos);
}

TEST_CASE("a diagnostic speaks Polish") {
  CHECK(shown("titel\n", {1, 1, 5}, MessageLanguage::polish) ==
        "content/a.md:1:1: błąd[E0304]: komponent „box” nie ma pola „titel”; czy chodziło o „title”?\n"
        "    1 | titel\n"
        "      | ^~~~~\n");
}

TEST_CASE("an argument may have two wordings") {
  const Diagnostic diagnostic{Code::toml_syntax, {"site.toml", {}}, {both("a list", "lista")}, ""};
  CHECK(message(diagnostic, MessageLanguage::english) == "this is not valid TOML: a list");
  CHECK(message(diagnostic, MessageLanguage::polish) == "to nie jest poprawny zapis TOML: lista");
}

TEST_CASE("braces in an argument are text") {
  const Diagnostic diagnostic{Code::unknown_key, {"a.md", {}}, {"{1}", "news"}, ""};
  CHECK(message(diagnostic, MessageLanguage::english) == "unknown key '{1}'; the collection 'news' does not have it");
}

TEST_CASE("the caret stands under the code point") {
  struct Row {
    const char* line;
    int column, length;
    const char* caret;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"abc", 2, 1, " ^"},
           {"żółć = x", 8, 1, "       ^"},
           {"żółć", 1, 4, "^~~~"},
           {"\tkey = 1", 2, 3, " ^~~"},
           {"abc", 2, 50, " ^~"},
           {"abc", 4, 1, "   ^"},
           {"😀 x", 3, 1, "  ^"},
       }) {
    CAPTURE(row.line);
    CHECK(caret(row.line, row.column, row.length) == row.caret);
  }
}

TEST_CASE("tabs and control characters are shown as spaces, so that the caret stays in place") {
  CHECK(shown("a\tb\x1b[31mc\r\n", {1, 3, 1}).find("    1 | a b [31mc\n      |   ^\n") != std::string::npos);
}

TEST_CASE("a long line is cut around the place") {
  const std::string line = std::string(400, 'a') + "X" + std::string(400, 'b');
  const std::string all = shown(line + "\n", {1, 401, 1});
  const auto shown_line = all.substr(all.find(" | ") + 3);
  const auto text = shown_line.substr(0, shown_line.find('\n'));
  const auto under = shown_line.substr(shown_line.find(" | ") + 3);
  CHECK(text.size() <= 160);
  CHECK(text.find('X') == under.find('^'));
  CHECK(text.find('X') != std::string::npos);
}

TEST_CASE("a place without a line, a missing file and a line past the end show no excerpt") {
  const std::string head = "content/a.md: error[E0304]";
  CHECK(shown("x\n", {0, 0, 1}).starts_with(head));
  CHECK(shown("x\n", {0, 0, 1}).find(" | ") == std::string::npos);
  CHECK(shown("x\n", {7, 1, 1}).find(" | ") == std::string::npos);
  const Diagnostic diagnostic{Code::symlink, {"a", {1, 1, 1}}, {}, ""};
  const auto nothing = [](const std::string&) { return std::optional<std::string>(); };
  CHECK(format_text(diagnostic, MessageLanguage::english, Colour::never, nothing).find(" | ") == std::string::npos);
}

TEST_CASE("colour is there only when asked for") {
  const Diagnostic diagnostic{Code::symlink, {"a", {1, 1, 1}}, {}, ""};
  CHECK(format_text(diagnostic, MessageLanguage::english, Colour::always, nullptr).find("\033[1;31m") !=
        std::string::npos);
  CHECK(format_text(diagnostic, MessageLanguage::english, Colour::never, nullptr).find('\033') == std::string::npos);
}

TEST_CASE("a file that is not UTF-8 is still shown") {
  CHECK(shown("m\xb1ka\n", {1, 2, 1}).find("m\uFFFDka\n      |  ^") != std::string::npos);
}

TEST_CASE("JSON is one object a line, escaped") {
  const Diagnostic with{Code::unknown_key, {"content/\"a\".md", {3, 5, 1}}, {"x\n", "news"}, "y"};
  CHECK(format_json(with, MessageLanguage::english) ==
        "{\"file\":\"content/\\\"a\\\".md\",\"line\":3,\"column\":5,\"severity\":\"error\",\"code\":\"E0202\","
        "\"message\":\"unknown key 'x\\n'; the collection 'news' does not have it; did you mean 'y'?\","
        "\"suggestion\":\"y\"}\n");
  const Diagnostic without{Code::empty_heading, {"a.md", {1, 1, 1}}, {}, ""};
  CHECK(format_json(without, MessageLanguage::polish) ==
        "{\"file\":\"a.md\",\"line\":1,\"column\":1,\"severity\":\"warning\",\"code\":\"W0309\","
        "\"message\":\"ten nagłówek jest pusty\",\"suggestion\":null}\n");
}

}  // namespace kronika
