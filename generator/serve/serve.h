// kronika serve: a site that follows its files while an author works.
#pragma once

#include <functional>
#include <string>

#include "generator/build.h"
#include "generator/core/report.h"

namespace kronika {

struct ServeOptions {
  BuildOptions build;              // messages are in build.language; page_suffix is set here
  std::string host = "127.0.0.1";  // nothing else is listened on
  int port = 8080;                 // 0: a free one
  Colour colour = Colour::never;   // of diagnostics on standard error

  /// The time of each build, so that entries appear and expire during a long preview; none: it stands still at
  /// build.now.
  std::function<Instant()> clock;

  /// Prints the diagnostics of a build; none: as text on standard error.
  std::function<void(const Diagnostics&, const SourceText&)> print;
};

/// Builds into build.output, serves it, watches site.toml, content/, themes/ and the built-in theme, rebuilds, reloads
/// browsers; mistakes of authors are shown there and printed. Writes one line to standard output once it serves.
/// Returns 0 after SIGINT or SIGTERM. Throws Failure when it cannot serve or watch at all.
int serve(const ServeOptions& options);

}  // namespace kronika
