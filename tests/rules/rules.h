// A small site whose rules are checked, and what is told of them.
#pragma once

#include <string>

#include "generator/core/report.h"
#include "generator/rules/rules.h"
#include "tests/content/site.h"

namespace kronika {

/// Entries of the collection `n`, by slug: their front matter after the title.
using Entries = std::map<std::string, std::string>;

/// The fields of `n`, the collection `inne` that its field `inny` refers to, and the vocabulary `powiaty`.
inline const char* const rule_fields = R"([vocabularies.powiaty]
[collections.inne]
[collections.inne.fields]
rok = { type = "integer" }
dzien = { type = "date" }
lista = { type = "list", of = "text" }
[collections.n]
title = "Wpisy"
[collections.n.fields]
a = { type = "date", label = "A" }
b = { type = "date", label = "B" }
t = { type = "datetime", label = "T" }
u = { type = "datetime", label = "U" }
dni = { type = "list", of = "date", label = "Dni" }
ile = { type = "integer", label = "Ile" }
waga = { type = "decimal", label = "Waga" }
rok = { type = "integer", label = "Rok" }
kwota = { type = "money", label = "Kwota" }
tekst = { type = "text", label = "Tekst" }
tak = { type = "bool", label = "Tak" }
powiat = { type = "choice", vocabulary = "powiaty", label = "Powiat" }
powiaty = { type = "list", of = "choice", vocabulary = "powiaty", label = "Powiaty" }
inny = { type = "reference", collection = "inne", label = "Inny" }
inni = { type = "list", of = "reference", collection = "inne", label = "Inni" }
[collections.n.fields.w]
type = "table"
label = "Wiersze"
[collections.n.fields.w.fields]
od = { type = "date", label = "Od" }
do = { type = "date", label = "Do" }
kto = { type = "text", label = "Kto" }
kwota = { type = "money", label = "Kwota wiersza" }
ile = { type = "decimal", label = "Ile w wierszu" }
powiaty = { type = "list", of = "choice", vocabulary = "powiaty", label = "Gdzie" }
)";

/// The site with one rule on `n`; `rule` is what stands in its section.
inline TestSite::SourceFiles rule_site(const std::string& rule, const Entries& entries) {
  TestSite::SourceFiles files = {
      {"site.toml", site_toml(rule_fields) + "[[collections.n.rules]]\n" + rule + "\n"},
      {"content/_data/powiaty.toml", "buski = \"powiat buski\"\nkielecki = \"powiat kielecki\"\n"},
      {"content/inne/x.md", "+++\ntitle = \"Iks\"\nrok = 2025\ndzien = 2026-05-01\nlista = [\"a\", \"b\"]\n+++\n"},
      {"content/inne/y.md", "+++\ntitle = \"Igrek\"\nrok = 2026\ndzien = 2026-06-01\n+++\n"},
      {"content/inne/szkic.md", "+++\ntitle = \"Szkic\"\nrok = 2024\ndraft = true\n+++\n"}};
  for (const auto& [slug, keys] : entries) {
    files["content/n/" + slug + ".md"] = "+++\ntitle = \"" + slug + "\"\n" + keys + "\n+++\n";
  }
  return files;
}

/// What the rule says: "a.md:3 E0801 …" in English, a line each, no-break spaces as spaces; what was told before
/// (warnings of references left out) does not count.
inline std::string told_of(TestSite::SourceFiles files) {
  const TestSite site(std::move(files));
  for (const Diagnostic& each : site.diagnostics.sorted()) {
    if (each.severity() == Severity::error) return "the site itself: " + site.told();
  }
  Diagnostics diagnostics;
  check_rules(site.model, diagnostics);
  std::vector<std::string> lines;
  for (const Diagnostic& each : diagnostics.sorted()) {
    const std::string& file = each.place.file;
    std::string words = message(each, MessageLanguage::english);
    for (std::size_t at; (at = words.find("\u00A0")) != std::string::npos;) words.replace(at, 2, " ");
    lines.push_back(file.substr(file.rfind('/') + 1) + ":" + std::to_string(each.place.span.line) + " " +
                    std::string(info(each.code).name) + " " + words);
  }
  return joined(lines);
}

inline std::string told_of(const std::string& rule, const Entries& entries) {
  return told_of(rule_site(rule, entries));
}

}  // namespace kronika
