// One build: files in, a release folder out. build.cc is the program's table of contents.
#pragma once

#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/core/date.h"
#include "generator/core/diagnostics.h"
#include "generator/core/report.h"
#include "generator/source/source.h"

namespace kronika {

/// Files that come with the program, found from the path of the running binary (../share/kronika beside it).
struct Installation {
  std::filesystem::path builtin_theme;   // themes/default
  std::filesystem::path dictionary;      // polish.dict
  std::filesystem::path search_program;  // kronika-search
  std::filesystem::path server_configs;  // templates of web servers' configurations
};
/// Throws Failure that names what is missing.
Installation find_installation();

enum class Write { release, nothing };

struct BuildOptions {
  std::filesystem::path site = ".";
  std::filesystem::path output = "_site";  // relative to the current folder
  std::string revision;                    // "" : the working tree
  std::string base_url;                    // "" : site.toml's
  Instant now{};
  std::string previous;  // the manifest of an earlier release, whose addresses must stay; "" : none
  bool drafts = false;
  bool future = false;
  bool index = true;
  bool compress = false;                       // .gz and .br beside every text
  std::optional<std::filesystem::path> cache;  // keeps compressed texts for other builds; nothing: no folder does
  unsigned jobs = 1;
  Write write = Write::release;
  Occasion occasion = Occasion::build;
  MessageLanguage language = MessageLanguage::english;  // of the failures thrown
  /// Put before </body> of every page; the preview's reload script. "" in a release.
  std::string page_suffix;
};

struct BuildResult {
  std::size_t pages = 0;      // HTML pages written
  std::size_t files = 0;      // files below public/
  std::size_t documents = 0;  // in the index
  std::optional<Instant> next_change;
  std::vector<std::pair<std::string, double>> timings;  // pass, seconds; then "template NAME", seconds
  std::string search_path;                              // "/szukaj"
  std::string base_path;                                // "/" or "/path/"
};

/// site.toml has mistakes; they are in the diagnostics. Exit status 2.
struct ConfigurationErrors : std::exception {
  const char* what() const noexcept override { return "site.toml has errors"; }
};

/// Runs all passes. Throws ConfigurationErrors, ContentErrors when the content has errors (they are in `diagnostics`;
/// the output is untouched) and Failure when the environment fails (likewise). Otherwise the output folder is replaced
/// at once.
BuildResult build_site(const BuildOptions& options, Diagnostics& diagnostics);

/// The source that `options` name; also what diagnostics show lines from.
std::unique_ptr<Source> open_source(const BuildOptions& options);

}  // namespace kronika
