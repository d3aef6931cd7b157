// Everything that the preview says stands here, in both languages.
#include "generator/serve/status_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/serve/browser_script.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

bool is_polish(MessageLanguage language) {
  return language == MessageLanguage::polish;
}

std::string_view tag(MessageLanguage language) {
  return is_polish(language) ? "pl" : "en";
}

std::string title(MessageLanguage language) {
  return is_polish(language) ? "Nie udało się zbudować witryny" : "The site could not be built";
}

std::string place(const Diagnostic& diagnostic) {
  const Span& span = diagnostic.place.span;
  std::string out = diagnostic.place.file;
  if (span.line > 0) out += ":" + std::to_string(span.line);
  if (span.line > 0 && span.column > 0) out += ":" + std::to_string(span.column);
  return out;
}

/// The lines that `format_text` writes below the message.
std::string excerpt(const Diagnostic& diagnostic, MessageLanguage language, const SourceText& source) {
  const std::string text = format_text(diagnostic, language, Colour::never, source);
  const auto end = text.find('\n');
  std::string rest = end == std::string::npos ? "" : text.substr(end + 1);
  while (rest.ends_with('\n')) rest.pop_back();
  return rest;
}

std::string diagnostic_json(const Diagnostic& diagnostic, MessageLanguage language, const SourceText& source) {
  std::string object = format_json(diagnostic, language);
  object.resize(object.rfind('}'));
  return fmt::format(R"({},"place":"{}","excerpt":"{}"}})", object, escape_json(place(diagnostic)),
                     escape_json(excerpt(diagnostic, language, source)));
}

std::string diagnostic_html(const Diagnostic& diagnostic, MessageLanguage language, const SourceText& source) {
  const std::string lines = excerpt(diagnostic, language, source);
  return fmt::format("<li><p><code>{} [{}]</code></p><p>{}</p>{}</li>\n", escape_html(place(diagnostic)),
                     info(diagnostic.code).name, escape_html(message(diagnostic, language)),
                     lines.empty() ? "" : "<pre>" + escape_html(lines) + "</pre>");
}

std::size_t error_count(const BuildTrouble& trouble) {
  return static_cast<std::size_t>(std::count_if(trouble.diagnostics.begin(), trouble.diagnostics.end(),
                                                [](const Diagnostic& d) { return d.severity() == Severity::error; }));
}

}  // namespace

std::string status_json(std::string_view id, std::string_view build, BuildState state, const BuildTrouble& trouble,
                        MessageLanguage language, const SourceText& source) {
  std::string diagnostics;
  for (const Diagnostic& diagnostic : trouble.diagnostics) {
    if (!diagnostics.empty()) diagnostics += ',';
    diagnostics += diagnostic_json(diagnostic, language, source);
  }
  return fmt::format(
      R"({{"id":"{}","build":"{}","state":"{}","language":"{}","title":"{}","hide":"{}","failure":"{}","diagnostics":[{}]}})",
      escape_json(id), escape_json(build), state == BuildState::good ? "good" : "failed", tag(language),
      title(language), is_polish(language) ? "Ukryj" : "Hide", escape_json(trouble.failure), diagnostics);
}

std::string failure_page(std::string_view id, const BuildTrouble& trouble, MessageLanguage language,
                         const SourceText& source) {
  std::string list;
  for (const Diagnostic& diagnostic : trouble.diagnostics) list += diagnostic_html(diagnostic, language, source);
  const std::string failure = trouble.failure.empty() ? "" : "<p>" + escape_html(trouble.failure) + "</p>\n";
  const std::string_view hint = is_polish(language) ? "Popraw pliki i zapisz je; strona odświeży się sama."
                                                    : "Mend the files and save them; this page reloads by itself.";
  return fmt::format(R"(<!doctype html>
<html lang="{0}" data-kronika-failure="{1}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{2}</title>
<link rel="stylesheet" href="{7}">
</head>
<body>
<main role="alert">
<h1>{2}</h1>
{3}<ol>
{4}</ol>
<p>{5}</p>
</main>
{6}
</body>
</html>
)",
                     tag(language), escape_html(id), title(language), failure, list, hint, page_script_tag, style_path);
}

std::string built_line(const BuildResult& result, double seconds, MessageLanguage language) {
  std::string line = is_polish(language) ? fmt::format("Zbudowano stron: {} w {:.2f} s.", result.pages, seconds)
                                         : fmt::format("Built {} pages in {:.2f} s.", result.pages, seconds);
  if (result.next_change) {
    line += is_polish(language) ? " Następna zmiana (coś się pojawi albo wygaśnie): "
                                : " Next change (something appears or expires): ";
    line += iso(*result.next_change);
  }
  return line + "\n";
}

std::string failed_line(const BuildTrouble& trouble, MessageLanguage language) {
  const std::size_t errors = error_count(trouble) + (trouble.failure.empty() ? 0 : 1);
  return is_polish(language)
             ? fmt::format("Błędy: {}. Ostatnia dobra wersja witryny zostaje; czekam na poprawkę.\n", errors)
             : fmt::format("Errors: {}. The last good site stays; waiting for a change.\n", errors);
}

std::string serving_line(std::string_view folder, std::string_view url, MessageLanguage language) {
  return is_polish(language) ? fmt::format("Podgląd {} pod adresem {} (Ctrl+C kończy)\n", folder, url)
                             : fmt::format("Serving {} at {} (Ctrl+C ends)\n", folder, url);
}

}  // namespace kronika
