// One build of the preview: run it, print what there is to print, tell the browsers.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "generator/build.h"
#include "generator/core/report.h"
#include "generator/serve/announcer.h"
#include "generator/serve/site_facts.h"
#include "generator/serve/status_text.h"

namespace kronika {

using BuildFunction = std::function<BuildResult(const BuildOptions&, Diagnostics&)>;

struct RebuildSettings {
  BuildOptions build;
  /// The time of each build; none: it stands still at build.now.
  std::function<Instant()> clock;
  /// Prints diagnostics; none: as text on `terminal`.
  std::function<void(const Diagnostics&, const SourceText&)> print;
  Colour colour = Colour::never;
  /// "http://127.0.0.1:8080": what absolute links begin with in the preview, so that none leads to the published
  /// site. "": site.toml's base_url stays.
  std::string origin;
  /// Tells this run of the program from an earlier one, for pages that are still open.
  std::string instance;
};

/// For one thread.
class Rebuilder {
 public:
  /// `announcer` and `terminal` must live longer.
  Rebuilder(RebuildSettings settings, BuildFunction build, Announcer& announcer, std::ostream& terminal);

  /// Builds and announces. Throws nothing for mistakes of authors or failures of the environment: they are announced.
  void rebuild();

  /// How long until an entry appears or expires; nothing without a clock, or when nothing is due.
  std::optional<std::chrono::milliseconds> until_next_change() const;

  /// The site's base path, as far as it is known.
  const std::string& base_path() const { return facts_.base_path; }

 private:
  BuildTrouble try_build(Diagnostics& diagnostics);
  void look_at_site();
  void announce(const BuildTrouble& trouble, BuildState state);

  RebuildSettings settings_;
  BuildFunction build_;
  Announcer& announcer_;
  std::ostream& terminal_;
  SiteFacts facts_;
  SourceText source_text_;
  BuildResult result_;      // of the last good build
  std::string good_build_;  // its name; "" before it
  std::uint64_t count_ = 0;
};

}  // namespace kronika
