// What the tests of the theme share: themes in memory, data from JSON, diagnostics as lines.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "generator/core/report.h"
#include "generator/theme/expander.h"
#include "generator/theme/theme.h"

namespace kronika::test {

using Templates = std::map<std::string, std::string>;

/// "file:line:column CODE message", a diagnostic a line.
inline std::string said(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& one : diagnostics.sorted()) {
    const Span& span = one.place.span;
    out += one.place.file + ":" + std::to_string(span.line) + ":" + std::to_string(span.column) + " " +
           std::string(info(one.code).name) + " " + message(one, MessageLanguage::english) + "\n";
  }
  return out;
}

/// JSON's values as kainjow's: numbers are texts, null is false.
TemplateData data_from(const std::string& json);
/// The names that the data has; a list's are those of all its items.
Shape shape_from(const std::string& json);

/// i18n/en.toml with the texts that the program itself needs.
inline std::string engine_texts() {
  std::string out;
  for (const char* key : {"back_to_text",       "chart_bars",       "chart_highest",   "chart_items",
                          "chart_lines",        "chart_lowest",     "chart_no_data",   "chart_parts",
                          "chart_total",        "facet_collection", "footnotes_title", "home",
                          "map_entries",        "map_links",        "map_tiles",       "no",
                          "not_translated",     "not_found_title",  "page_path",       "page_word",
                          "pack_accessibility", "pack_address",     "pack_contents",   "pack_date",
                          "pack_files",         "pack_licence",     "print_path",      "print_title",
                          "search_title",       "task_done",        "task_open",       "yes"}) {
    out += std::string(key) + " = \"" + key + "\"\n";
  }
  return out;
}

/// The files of a whole built-in theme around some templates.
inline std::map<std::string, std::string> builtin_files(const Templates& templates) {
  std::map<std::string, std::string> files{{"theme.toml", "title = \"Test\"\n"}, {"i18n/en.toml", engine_texts()}};
  for (const auto& [name, text] : templates) files["templates/" + name + ".html"] = text;
  return files;
}

struct Outcome {
  std::string text;
  std::string said;
};

/// Loads the templates as a built-in theme and renders `main` with the data.
inline Outcome render_main(const Templates& templates, const std::string& data, const std::string& texts = "") {
  auto files = builtin_files(templates);
  files["i18n/en.toml"] += texts;
  Diagnostics diagnostics;
  const auto builtin = memory_source(std::move(files));
  const auto none = memory_source({});
  const Theme theme = Theme::load(*none, "", *builtin, {"en"}, {{"main", "", shape_from(data)}}, diagnostics);
  if (diagnostics.errors() > 0) return {"", said(diagnostics)};
  return {theme.find("main", "", "en").render(TemplateData(), data_from(data)), said(diagnostics)};
}

/// The template `main`, expanded; places are in files named as the templates.
inline Outcome expand_main(const Templates& templates, const std::string& texts = "",
                           const std::string& language = "en") {
  Diagnostics diagnostics;
  std::vector<TemplateFile> files;
  for (const auto& [name, text] : templates) files.push_back({name, name, text});
  const TemplateLibrary library(files, diagnostics);
  Translations translations(language);
  translations.read(texts, "i18n", diagnostics);
  const std::string text = to_mustache(expand(library, "main", translations, diagnostics));
  return {text, said(diagnostics)};
}

}  // namespace kronika::test
