#include <doctest/doctest.h>

#include "generator/markdown/ranges.h"
#include "tests/markdown/fake_host.h"

namespace kronika::test {
namespace {

/// The paragraph's inline HTML; '~' stands for a no-break space.
std::string set(std::string_view text, const std::string& language = "pl") {
  MarkdownOptions options = plain_options();
  options.language = language;
  std::string html = html_of(text, options);
  html = html.substr(3, html.size() - 8);
  for (auto at = html.find("\u00A0"); at != std::string::npos; at = html.find("\u00A0")) html.replace(at, 2, "~");
  return html;
}

std::string plain(std::string_view text, const std::string& language = "pl") {
  MarkdownOptions options = plain_options();
  options.language = language;
  return render(text, options).page.sections[0].text;
}

struct Case {
  std::string_view in, out;
};

void check(std::initializer_list<Case> cases, const std::string& language) {
  for (const Case& c : cases) {
    CAPTURE(c.in);
    CHECK(set(c.in, language) == c.out);
  }
}

}  // namespace

TEST_CASE("straight quotation marks become the language's, also across markup and nested") {
  check({{"Mówi: \"tak\".", "Mówi: „tak”."},
         {"\"*tak*\" (\"nie\")", "„<em>tak</em>” („nie”)"},
         {"*\"tak*\" i **\"nie\"**", "<em>„tak</em>” i~<strong>„nie”</strong>"},
         {"\"Czytam \"Lalkę\" znów\"", "„Czytam «Lalkę» znów”"},
         {"\"[link](x.md)\"", "„<a href=\"x.md\">link</a>”"},
         {"\"`kod`\"", "„<code>kod</code>”"},
         {"\"a\nb\"", "„a~b”"}},
        "pl");
  check({{"He said \"yes \"and\" no\".", "He said “yes ‘and’ no”."}, {"\"a\"", "“a”"}}, "en-GB");
  check({{"\"так\"", "«так»"}, {"\"а \"б\" в\"", "«а~„б“ в»"}}, "uk");
}

TEST_CASE("a quotation mark without a partner stays as it is") {
  check({{"rura 5\" i 6\"", "rura 5&quot; i~6&quot;"},
         {"\"początek bez końca", "&quot;początek bez końca"},
         {"koniec bez początku\"", "koniec bez początku&quot;"},
         {"a \" b", "a~&quot; b"},
         {"\"za \"b\"", "&quot;za «b»"}},
        "pl");
  CHECK(plain("\"za \"b") == "\"za \"b");
}

TEST_CASE("one-letter words do not end a line") {
  check({{"w lesie i na polu", "w~lesie i~na polu"},
         {"Z domu. (O nas) „A to”", "Z~domu. (O~nas) „A~to”"},
         {"i w lesie", "i~w~lesie"},
         {"mieszka w\ndomu", "mieszka w~domu"},
         {"w *domu* i `kodzie`", "w~<em>domu</em> i~<code>kodzie</code>"},
         {"*w* domu", "<em>w</em>~domu"},
         {"są na b c", "są na b c"},
         {"kino łazienki mało osób", "kino łazienki mało osób"}},
        "pl");
  check({{"у школі і в лісі", "у~школі і~в~лісі"}}, "uk");
  check({{"a house", "a house"}}, "en");
  CHECK(plain("w lesie\u00A0i\u202Fz do\u00ADmu") == "w lesie i z domu");
}

TEST_CASE("a number keeps to its unit and to what it counts") {
  check({{"10 zł, 5 % i 2025 r.", "10~zł, 5~% i~2025~r."},
         {"35 014 sztuk", "35~014 sztuk"},
         {"1 200 300 zł", "1~200~300~zł"},
         {"2021 120 osób", "2021 120 osób"},
         {"art. 94 ust. 1 pkt 2", "art.~94 ust.~1 pkt~2"},
         {"nr 5, § 7", "nr~5, §~7"},
         {"10 złotych, 5 mln zł", "10 złotych, 5~mln zł"},
         {"3 razy", "3 razy"}},
        "pl");
}

TEST_CASE("a hyphen between spaces becomes a dash, three dots an ellipsis") {
  check({{"praca - płaca", "praca – płaca"},
         {"praca -- płaca", "praca – płaca"},
         {"praca --- płaca", "praca --- płaca"},
         {"a *b* - c", "a~<em>b</em> – c"},
         {"koniec -\nnowy", "koniec –\nnowy"},
         {"biało-czerwony", "biało-czerwony"},
         {"no... tak...", "no… tak…"},
         {"a.... b..", "a.... b.."}},
        "pl");
  check({{"work - pay... it's", "work – pay… it’s"}}, "en");
}

TEST_CASE("an apostrophe between letters is typographic on the page and the author's in the plain text") {
  CHECK(set("Kennedy'ego i 'x'") == "Kennedy’ego i~'x'");
  CHECK(plain("Kennedy'ego") == "Kennedy'ego");
}

TEST_CASE("only what is surely a range of numbers gets a dash") {
  for (const std::string_view text : {"10-20", "s. 112-118,", "w latach 2021-2027", "(5-10)", "9-10 grudnia", "15-25%.",
                                      "art. 15-17;", "8-16 godz."}) {
    CAPTURE(text);
    const auto hyphen = text.find('-');
    CHECK(is_range(text.substr(0, hyphen), text.substr(hyphen + 1)));
  }
  for (const std::string_view text :
       {"25-001",         "2026-11", "2026-11-23", "344-12-90", "600 123-456", "tel. 344-555", "ISBN 83-85",
        "ISSN 1234-5678", "20-10",   "02-03",      "10-20-30",  "a10-20",      "10-20a",       "1234-567",
        "10-2030",        "1.10-20", "EN 301-549", "5-5",       "10-20.5",     "12345-67890"}) {
    CAPTURE(text);
    const auto hyphen = text.find('-');
    CHECK_FALSE(is_range(text.substr(0, hyphen), text.substr(hyphen + 1)));
  }
  CHECK(set("strony 10-20 i 25-001 Kielce") == "strony 10–20 i~25-001 Kielce");
}

TEST_CASE("code, addresses, attributes and other languages are left alone") {
  check({{"`w \"a\" - b...`", "<code>w &quot;a&quot; - b...</code>"},
         {"https://a.pl/w--x-\"y", "<a href=\"https://a.pl/w--x-%22y\">https://a.pl/w--x-&quot;y</a>"},
         {"[a](<w - x.md> \"w \\\"t\\\" - u\")", "<a href=\"w%20-%20x.md\" title=\"w &quot;t&quot; - u\">a</a>"},
         {"![w \"lesie\" - x](k.png)", "<img src=\"k.png\" alt=\"w &quot;lesie&quot; - x\">"}},
        "pl");
  check({{"\"a\" - b... w lesie", "&quot;a&quot; - b... w lesie"}}, "cs");
  MarkdownOptions off = plain_options();
  off.typography = false;
  CHECK(html_of("\"w\" - lesie...", off) == "<p>&quot;w&quot; - lesie...</p>\n");
}

}  // namespace kronika::test
