// A small site in memory, taken through the passes of content/.
#pragma once

#include <map>
#include <string>

#include "generator/content/content.h"
#include "tests/config/told.h"

namespace kronika {

/// Reads, checks and assembles `files` (site.toml among them). Every mistake is collected; nothing stops.
struct TestSite {
  using SourceFiles = std::map<std::string, std::string>;

  explicit TestSite(SourceFiles files, AssembleOptions options = {parse_instant("2026-11-23T12:00:00Z")})
      : source(memory_source(std::move(files))),
        config(read_config(source->read("site.toml"), "site.toml", "", diagnostics)) {
    auto data = read_site_data(*source, config, diagnostics);
    std::vector<Page> pages;
    for (const std::string& path : page_paths(*source, diagnostics)) {
      auto raw = split_page(path, source->read(path), diagnostics);
      if (!raw) continue;
      auto page = check_page(std::move(*raw), config, data, *source, diagnostics);
      if (page) pages.push_back(std::move(*page));
    }
    model = assemble(std::move(pages), std::move(data), config, options, diagnostics);
  }

  static Instant parse_instant(const char* text) { return TimeZone("UTC").to_instant(*parse_date_time(text)); }

  std::string told() const { return joined(kronika::told(diagnostics)); }

  /// The page of a file; it must be there.
  const Page& page(const std::string& path) const {
    for (const Page& candidate : model.pages) {
      if (candidate.path == path) return candidate;
    }
    throw std::runtime_error("no page " + path);
  }

  /// The slugs of pages, joined with spaces.
  std::string slugs(const std::vector<PageId>& pages) const {
    std::vector<std::string> names;
    for (const PageId id : pages) names.push_back(model.page(id).slug);
    return joined(names, " ");
  }
  std::string entries(const std::string& collection) const { return slugs(model.collection(collection)->entries); }

  Diagnostics diagnostics;
  std::unique_ptr<Source> source;
  Config config;
  SiteModel model;
};

/// A site.toml with `more` after [site].
inline std::string site_toml(const std::string& more) {
  return "[site]\ntitle = \"Portal\"\nbase_url = \"https://example.org/\"\nlanguage = \"pl\"\nlanguages = [\"pl\", "
         "\"en\"]\n"
         "timezone = \"Europe/Warsaw\"\n" +
         more;
}

}  // namespace kronika
