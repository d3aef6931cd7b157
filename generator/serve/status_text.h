// What became of a build, in the words and formats of the browser and of the terminal.
#pragma once

#include <string>
#include <vector>

#include "generator/build.h"
#include "generator/core/diagnostics.h"
#include "generator/core/report.h"

namespace kronika {

/// Why there is no new site: mistakes in the content, or the environment (`failure`), or both empty: all is well.
struct BuildTrouble {
  std::vector<Diagnostic> diagnostics;
  std::string failure;
};

enum class BuildState { good, failed };

/// One line of JSON: {"id","build","state":"good"|"failed","language","title","hide","failure","diagnostics":[…]}.
/// `id` names the announcement, `build` the site that is served; each diagnostic has the keys of `format_json` and
/// "place" (file:line:column) and "excerpt" (the source line and a caret, or "").
std::string status_json(std::string_view id, std::string_view build, BuildState state, const BuildTrouble& trouble,
                        MessageLanguage language, const SourceText& source);

/// A page that stands where there is no site yet. It can be read without JavaScript.
std::string failure_page(std::string_view id, const BuildTrouble& trouble, MessageLanguage language,
                         const SourceText& source);

/// "Built 24 pages in 0.31 s. …" with a newline, and the next instant at which an entry appears or expires.
std::string built_line(const BuildResult& result, double seconds, MessageLanguage language);

/// "Errors: 3. The last good site stays; waiting for a change." with a newline.
std::string failed_line(const BuildTrouble& trouble, MessageLanguage language);

/// "Serving FOLDER at URL (Ctrl+C ends)" with a newline.
std::string serving_line(std::string_view folder, std::string_view url, MessageLanguage language);

}  // namespace kronika
