#include "generator/core/raw.h"

#include <doctest/doctest.h>

#include "generator/core/report.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

std::string scalar(const RawValue& value);

std::string shown(const RawTable& table) {
  std::string out;
  for (const RawEntry& entry : table.entries) {
    out += (out.empty() ? "" : ", ") + entry.key + "=" + scalar(entry.value);
  }
  return "{" + out + "}";
}

/// A letter for the kind, then the value: two notations of one value look alike only when they are.
std::string scalar(const RawValue& value) {
  if (const auto* text = value.as<std::string>()) return "'" + *text + "'";
  if (const auto* whole = value.as<std::int64_t>()) return "i" + std::to_string(*whole);
  if (const auto* decimal = value.as<double>()) return "d" + std::to_string(*decimal);
  if (const auto* truth = value.as<bool>()) return *truth ? "true" : "false";
  if (const auto* date = value.as<Date>()) return iso(*date);
  if (const auto* time = value.as<DateTime>()) return iso(*time);
  if (const auto* table = value.as<RawTable>()) return shown(*table);
  if (const auto* list = value.as<RawArray>()) {
    std::string out;
    for (const RawValue& item : *list) out += (out.empty() ? "" : ",") + scalar(item);
    return "[" + out + "]";
  }
  return "null";
}

/// Line 2 is the first: what is parsed is front matter.
std::string toml(std::string_view text) {
  Diagnostics diagnostics;
  const auto table = parse_toml(text, "a.md", 2, diagnostics);
  return table ? shown(*table) : joined(told(diagnostics));
}

std::string yaml(std::string_view text) {
  Diagnostics diagnostics;
  const auto table = parse_yaml(text, "a.md", 2, diagnostics);
  return diagnostics.errors() > 0 ? joined(told(diagnostics)) : shown(*table);
}

std::string place(const Span& span) {
  return std::to_string(span.line) + ":" + std::to_string(span.column) + "+" + std::to_string(span.length);
}

std::string csv(std::string_view text) {
  Diagnostics diagnostics;
  const auto file = parse_csv(text, "a.csv", diagnostics);
  if (!file) return joined(told(diagnostics));
  std::string out;
  for (const RawTable& row : file->rows) out += shown(row);
  return out;
}

constexpr const char* decomposed = "z\u0307o\u0301ł";  // żół

}  // namespace

TEST_CASE("TOML keeps types and the author's order") {
  CHECK(toml("b = 1\na = 'x'\nz = [1, 'y']\nd = 2025-02-05\nt = 2025-02-05T10:00:00+01:00\nh = 10:05:00\ny = true\n"
             "f = 1.5\n[k]\nm = { n = 1 }\n") ==
        "{b=i1, a='x', z=[i1,'y'], d=2025-02-05, t=2025-02-05T10:00:00+01:00, h='10:05', y=true, f=d1.500000, "
        "k={m={n=i1}}}");
}

TEST_CASE("letters are composed, in keys and in texts") {
  CHECK(toml("k = '" + std::string(decomposed) + "'") == "{k='żół'}");
  CHECK(yaml(std::string(decomposed) + ": \"" + decomposed + "\"") == "{żół='żół'}");
  CHECK(csv("k\n" + std::string(decomposed) + "\n") == "{k='żół'}");
}

TEST_CASE("TOML knows where keys and values stand, in code points and lines of the file") {
  Diagnostics diagnostics;
  const auto table = parse_toml("a = 1\n\"żółw\" = 'łódź'  \nlist = [\n  1,\n  'dwa',\n]\n", "a.md", 2, diagnostics);
  REQUIRE(table);
  CHECK(place(table->entries[0].key_span) == "2:1+1");
  CHECK(place(table->entries[0].value.span) == "2:5+1");
  CHECK(place(table->entries[1].key_span) == "3:1+6");
  CHECK(place(table->entries[1].value.span) == "3:10+6");
  const auto& list = *table->entries[2].value.as<RawArray>();
  CHECK(place(list[1].span) == "6:3+5");
}

TEST_CASE("a mistake of TOML is told at its place, in words for people") {
  struct Row {
    const char* text;
    const char* told;
    const char* english;
    const char* polish;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a = 1\nk = Młyn", "a.md:3:5+1 E0101", "put a text in quotation marks", "tekst umieść w cudzysłowie"},
           {"k = \"a", "a.md:2:7+1 E0101", "the text is not closed", "tekst nie jest zamknięty"},
           {"k = 'a\nb = 1", "a.md:2:7+1 E0101", "the text is not closed", "tekst nie jest zamknięty"},
           {"k = \"C:\\q\"", "a.md:2:9+1 E0101", "a backslash", "ukośnik"},
           {"k = 2025-02-30", "a.md:2:15+1 E0101", "there is no such day", "nie ma takiego dnia"},
           {"k = 526-000-12-46", "a.md:2:8+1 E0101", "put anything else in quotation marks", "umieść w cudzysłowie"},
           {"k = 007", "a.md:2:8+1 E0101", "does not begin with 0", "nie zaczyna się od 0"},
           {"k = 1\nk = 2", "a.md:3:5+1 E0101", "stands twice", "występuje dwa razy"},
           {"k: 5", "a.md:2:2+1 E0101", "followed by =", "następuje znak ="},
           {"k = 1,5", "a.md:2:6+1 E0101", "something more stands after the value", "po wartości stoi coś jeszcze"},
           {"k = [1", "a.md:2:7+1 E0101", "the list", "lista"},
           {"k =", "a.md:2:4+1 E0101", "", ""},
       }) {
    CAPTURE(row.text);
    Diagnostics diagnostics;
    CHECK_FALSE(parse_toml(row.text, "a.md", 2, diagnostics));
    REQUIRE(diagnostics.errors() == 1);
    CHECK(joined(told(diagnostics)) == row.told);
    const std::string english = message(diagnostics.sorted()[0], MessageLanguage::english);
    const std::string polish = message(diagnostics.sorted()[0], MessageLanguage::polish);
    CAPTURE(english);
    CAPTURE(polish);
    CHECK(english.find(row.english) != std::string::npos);
    CHECK(polish.find(row.polish) != std::string::npos);
  }
}

TEST_CASE("YAML gives plain scalars their types, quoted and block ones stay texts") {
  CHECK(yaml("a: 1\nb: 1.5\nc: true\nd: 2025-02-05\ne: 2025-02-05 10:00:00\nf: word\ng: ~\nh:\n") ==
        "{a=i1, b=d1.500000, c=true, d=2025-02-05, e=2025-02-05T10:00:00, f='word', g=null, h=null}");
  CHECK(yaml("a: '1'\nb: \"true\"\nc: |\n  two\n  lines\nd: >-\n  one\n  line\n") ==
        "{a='1', b='true', c='two\nlines\n', d='one line'}");
  CHECK(yaml("a: [x, 1]\nb: {c: d}\nl:\n  - 1\n  - k: v\n") == "{a=['x',i1], b={c='d'}, l=[i1,{k='v'}]}");
  CHECK(yaml("") == "{}");
  CHECK(yaml("# only a comment\n") == "{}");
}

TEST_CASE("a plain YAML scalar keeps its characters, for fields that are texts") {
  Diagnostics diagnostics;
  const auto table = parse_yaml("nip: 0012\nversion: 1.10\nname: '5'\n", "a.md", 2, diagnostics);
  REQUIRE(table);
  CHECK(table->find("nip")->plain == "0012");
  CHECK(table->find("version")->plain == "1.10");
  CHECK(table->find("name")->plain.empty());
}

TEST_CASE("YAML knows where keys and values stand") {
  Diagnostics diagnostics;
  const auto table = parse_yaml("klucz żółty: łódź\nlist:\n  - raz\n  - dwa\n", "a.md", 2, diagnostics);
  REQUIRE(table);
  CHECK(place(table->entries[0].key_span) == "2:1+11");
  CHECK(place(table->entries[0].value.span) == "2:14+4");
  CHECK(place((*table->entries[1].value.as<RawArray>())[1].span) == "5:5+3");
}

TEST_CASE("a mistake of YAML is told at its place") {
  struct Row {
    const char* text;
    const char* told;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a: 1\na: 2\n", "a.md:3:1+1 E0114"},
           {"m:\n  b: 1\n  b: 2\n", "a.md:4:3+1 E0114"},
           {"a: 1\nb: 2\na: 3\nb: 4\n", "a.md:4:1+1 E0114\na.md:5:1+1 E0114"},
           {"- a\n- b\n", "a.md:2:1+1 E0102"},
           {"word\n", "a.md:2:1+1 E0102"},
           {"a: b: c\n", "a.md:2:5+1 E0102"},
           {"a: *missing\n", "a.md:2:4+1 E0102"},
       }) {
    CAPTURE(row.text);
    CHECK(yaml(row.text) == row.told);
  }
}

TEST_CASE("aliases of aliases and deep nests are refused before they fill the memory") {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
  for (char name = 'b'; name < 'j'; ++name) {
    const std::string before = std::string("*") + static_cast<char>(name - 1) + ",";
    bomb += std::string(1, name) + ": &" + name + " [";
    for (int i = 0; i < 10; ++i) bomb += before;
    bomb += "]\n";
  }
  CHECK(yaml(bomb).find("E0102") != std::string::npos);
  CHECK(yaml("a: " + std::string(100, '[') + std::string(100, ']') + "\n").find("E0102") != std::string::npos);
  CHECK(yaml("a: &me {x: 1}\nb: *me\n") == "{a={x=i1}, b={x=i1}}");
}

TEST_CASE("a CSV file's separator is the one that its header has more of") {
  CHECK(csv("a,b\n1,2\n") == "{a='1', b='2'}");
  CHECK(csv("a;b\n1,5;2\n") == "{a='1,5', b='2'}");
  CHECK(csv("a\n1\n2\n") == "{a='1'}{a='2'}");
}

TEST_CASE("CSV knows quotes, CRLF, a BOM and blank lines") {
  CHECK(csv("\uFEFFa,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n\r\nlast,\r\n") ==
        "{a='x,\"y\"', b='two\nlines'}{a='last', b=''}");
  CHECK(csv("").empty());
  CHECK(csv("a,b\n").empty());
}

TEST_CASE("CSV knows where cells stand, after a cell of two lines too") {
  Diagnostics diagnostics;
  const auto file = parse_csv("a;b\nżół;x\n\"1\n2\";y\n", "a.csv", diagnostics);
  REQUIRE(file);
  CHECK(file->columns[1].name == "b");
  CHECK(place(file->columns[1].span) == "1:3+1");
  CHECK(place(file->rows[0].entries[1].value.span) == "2:5+1");
  CHECK(place(file->rows[1].entries[1].value.span) == "4:4+1");
}

TEST_CASE("rows of another width are all told, invalid UTF-8 at its line") {
  CHECK(csv("a,b\n1\n1,2\n1,2,3\n") == "a.csv:2:1+1 E0111\na.csv:4:1+1 E0111");
  CHECK(csv("a,b\nm\xb1ka,x\n") == "a.csv:2:2+1 E0107");
}

}  // namespace kronika
