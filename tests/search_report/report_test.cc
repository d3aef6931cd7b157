#include "generator/search_report/report.h"

#include <doctest/doctest.h>

#include "generator/core/raw.h"

namespace kronika {
namespace {

SearchReport sample() {
  return {17,
          "2026-11-01T08Z",
          "2026-11-25T14Z",
          false,
          {{"spółdzielnia socjalna", "pl", 12, 0, 34}, {"osp", "pl", 3, 3, 0}},
          {{{"osp", "pl", 3, 3, 0}, AnswerToday{0, ""}},
           {{"spóldzielnai", "pl", 2, 1, 0}, AnswerToday{0, "spółdzielnia"}},
           {{"remiza", "pl", 1, 1, 0}, AnswerToday{5, ""}},
           {{"basen", "pl", 1, 1, 0}, std::nullopt}}};
}

/// The block with the first `# ` of its lines taken away but for the two that explain it, as an editor does.
std::string uncommented(const std::string& block) {
  std::string out;
  std::size_t number = 0;
  for (std::size_t at = 0; at < block.size(); ++number) {
    const std::size_t end = block.find('\n', at) + 1;
    out += block.substr(at + (number < 2 ? 0 : 2), end - at - (number < 2 ? 0 : 2));
    at = end;
  }
  return out;
}

}  // namespace

TEST_CASE("the report shows what is searched for, what is not found, and lines to mend it") {
  CHECK(report_text(sample(), MessageLanguage::english) ==
        R"(Searches: 17, from 2026-11-01T08Z to 2026-11-25T14Z

Most frequent: times, pages found the last time, query
     12      34  spółdzielnia socjalna
      3       0  osp

Without results: times, query
      3  osp
      1  spóldzielnai; did you mean 'spółdzielnia'?
      1  remiza; today it finds 5
      1  basen

# Searched for in vain, and how often. For the file of synonyms: write on the right what stands on the pages,
# and take the first # of the line away.
# "osp" = "…"  # 3
# "spóldzielnai" = "spółdzielnia"  # 1
# "basen" = "…"  # 1
)");
}

TEST_CASE("the report is in Polish too") {
  CHECK(report_text(sample(), MessageLanguage::polish) ==
        R"(Wyszukiwania: 17, od 2026-11-01T08Z do 2026-11-25T14Z

Najczęstsze: ile razy, ile stron znaleziono ostatnio, zapytanie
     12      34  spółdzielnia socjalna
      3       0  osp

Bez wyników: ile razy, zapytanie
      3  osp
      1  spóldzielnai; czy chodziło o „spółdzielnia”?
      1  remiza; dziś znajduje: 5
      1  basen

# Szukane bez skutku i ile razy. Do pliku synonimów: po prawej wpisz to, co stoi na stronach,
# i usuń pierwszy znak # w wierszu.
# "osp" = "…"  # 3
# "spóldzielnai" = "spółdzielnia"  # 1
# "basen" = "…"  # 1
)");
}

TEST_CASE("a report of nothing says so, and proposes nothing") {
  CHECK(report_text({}, MessageLanguage::english) == "Searches: 0\n");
  CHECK(synonyms_block({}, MessageLanguage::english) == "");
  SearchReport found = sample();
  found.in_vain.clear();
  CHECK(report_text(found, MessageLanguage::english).ends_with("Without results: times, query\n  none\n"));
  found.in_vain = {{{"remiza", "pl", 1, 1, 0}, AnswerToday{5, ""}}};
  CHECK(synonyms_block(found, MessageLanguage::english) == "");
}

TEST_CASE("languages are named where there are two, and forgotten queries are spoken of") {
  SearchReport report = sample();
  CHECK(report_text(report, MessageLanguage::english).find("[pl]") == std::string::npos);
  report.in_vain[0].counted.language = "en";
  report.has_forgotten = true;
  const std::string text = report_text(report, MessageLanguage::english);
  CHECK(text.find("  osp [en]\n") != std::string::npos);
  CHECK(text.find("  spółdzielnia socjalna [pl]\n") != std::string::npos);
  CHECK(text.find("\nThere are more different queries than are counted") != std::string::npos);
}

TEST_CASE("the lines for synonyms are TOML as they stand and without their mark, whatever was typed") {
  const std::vector<std::string> queries = {"osp",          "\"ochotnicza straż\"",
                                            "c:\\x",        "a = [1]\n# b",
                                            "a\tb\x1B[31m", "\U0001F600",
                                            "[one_way]",    "a\u202Eb",
                                            "'''",          "<b>&amp;"};
  SearchReport report;
  report.searches = 1;
  for (const std::string& query : queries) report.in_vain.push_back({{query, "pl", 1, 1, 0}, std::nullopt});
  const std::string block = synonyms_block(report, MessageLanguage::english);
  CHECK(block.find('\x1B') == std::string::npos);
  Diagnostics diagnostics;
  const auto kept = parse_toml(block, "s.toml", 1, diagnostics);
  REQUIRE(kept);
  CHECK(kept->entries.empty());
  const auto table = parse_toml(uncommented(block), "s.toml", 1, diagnostics);
  REQUIRE(table);
  CHECK(diagnostics.errors() == 0);
  REQUIRE(table->entries.size() == queries.size());
  for (std::size_t i = 0; i < queries.size(); ++i) {
    CHECK(table->entries[i].key == queries[i]);
    CHECK(*table->entries[i].value.as<std::string>() == "…");
  }
}

TEST_CASE("a terminal gets nothing of a query that is not seen") {
  SearchReport report = sample();
  report.frequent[0].query = "\x1B]0;x\x07";
  report.in_vain[0].counted.query = "a\u202Eb\x1B[2J";
  report.in_vain[1].today->suggestion = "c\x1B[2J";
  const std::string text = report_text(report, MessageLanguage::english);
  CHECK(text.find('\x1B') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
  CHECK(text.find("\\u{1b}]0;x\\u{7}\n") != std::string::npos);
}

}  // namespace kronika
