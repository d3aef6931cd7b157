// A build that fails is news like one that succeeds: the last good site stays, and everyone is told why.
#include "generator/serve/rebuilder.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/core/failure.h"
#include "generator/core/route.h"
#include "generator/serve/browser_script.h"

namespace kronika {
namespace {

/// Lines of the files as the build saw them; nothing for files of elsewhere.
SourceText text_of(std::shared_ptr<const Source> source) {
  return [source = std::move(source)](const std::string& file) -> std::optional<std::string> {
    if (!source || !source->find(file)) return std::nullopt;
    try {
      return source->read(file);
    } catch (const Failure&) {
      return std::nullopt;
    }
  };
}

}  // namespace

Rebuilder::Rebuilder(RebuildSettings settings, BuildFunction build, Announcer& announcer, std::ostream& terminal)
    : settings_(std::move(settings)), build_(std::move(build)), announcer_(announcer), terminal_(terminal) {
  settings_.build.page_suffix = page_script_tag;
  facts_.language = settings_.build.language;
  if (const auto base = BaseUrl::parse(settings_.build.base_url)) facts_.base_path = base->path();
}

void Rebuilder::look_at_site() {
  std::shared_ptr<const Source> source;
  try {
    source = open_source(settings_.build);
  } catch (const Failure&) {  // the build will say so
  }
  source_text_ = text_of(source);
  if (!source) return;
  const std::string given = facts_.base_path;
  facts_ = read_site_facts(*source, facts_);
  if (!settings_.build.base_url.empty()) facts_.base_path = given;
}

BuildTrouble Rebuilder::try_build(Diagnostics& diagnostics) {
  BuildOptions options = settings_.build;
  if (settings_.clock) options.now = settings_.clock();
  if (options.base_url.empty() && !settings_.origin.empty()) options.base_url = settings_.origin + facts_.base_path;
  BuildTrouble trouble;
  try {
    const auto start = std::chrono::steady_clock::now();
    result_ = build_(options, diagnostics);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    good_build_ = fmt::format("{}-{}", settings_.instance, count_);
    terminal_ << built_line(result_, spent.count(), settings_.build.language) << std::flush;
    return trouble;
  } catch (const Failure& failure) {
    trouble.failure = failure.what();
  } catch (const ContentErrors&) {
  } catch (const ConfigurationErrors&) {
  }
  trouble.diagnostics = diagnostics.sorted();
  return trouble;
}

void Rebuilder::rebuild() {
  ++count_;
  look_at_site();
  Diagnostics diagnostics;
  const BuildTrouble trouble = try_build(diagnostics);
  const bool good = trouble.diagnostics.empty() && trouble.failure.empty();
  announce(trouble, good ? BuildState::good : BuildState::failed);
  if (settings_.print) {
    settings_.print(diagnostics, source_text_);
  } else {
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
      terminal_ << format_text(diagnostic, settings_.build.language, settings_.colour, source_text_);
    }
  }
  if (!trouble.failure.empty()) terminal_ << "kronika: " << trouble.failure << "\n";
  if (!good) terminal_ << failed_line(trouble, settings_.build.language);
  terminal_ << std::flush;
}

void Rebuilder::announce(const BuildTrouble& trouble, BuildState state) {
  const std::string id = fmt::format("{}-{}", settings_.instance, count_);
  PreviewStatus status;
  status.build = good_build_;
  status.base_path = result_.base_path;
  status.search_path = result_.search_path;
  status.json = status_json(id, good_build_, state, trouble, facts_.language, source_text_);
  if (good_build_.empty()) status.failure_page = failure_page(id, trouble, facts_.language, source_text_);
  announcer_.announce(std::move(status));
}

std::optional<std::chrono::milliseconds> Rebuilder::until_next_change() const {
  if (!settings_.clock || !result_.next_change) return std::nullopt;
  const std::chrono::milliseconds left = *result_.next_change - settings_.clock();
  return std::max(left, std::chrono::milliseconds(0));
}

}  // namespace kronika
