// The commands of the program, each in a file of its own.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "generator/build.h"
#include "generator/core/report.h"

namespace kronika {

enum class DiagnosticFormat { text, json };

/// Options that several commands share, as typed.
struct CommonOptions {
  BuildOptions build;
  std::string now;       // RFC 3339 or a day; "" : SOURCE_DATE_EPOCH, else the clock
  std::string language;  // of messages; "" : from the locale
  DiagnosticFormat format = DiagnosticFormat::text;
  bool timings = false;
};

/// What the chosen command does; gives the exit status. Set while the command line is parsed.
using Action = std::function<int()>;

void add_build_command(CLI::App& app, CommonOptions& options, Action& action);
void add_check_command(CLI::App& app, CommonOptions& options, Action& action);
void add_serve_command(CLI::App& app, CommonOptions& options, Action& action);
void add_new_command(CLI::App& app, CommonOptions& options, Action& action);
void add_import_command(CLI::App& app, CommonOptions& options, Action& action);
void add_query_command(CLI::App& app, CommonOptions& options, Action& action);
void add_search_report_command(CLI::App& app, CommonOptions& options, Action& action);
void add_server_config_command(CLI::App& app, CommonOptions& options, Action& action);
void add_template_names_command(CLI::App& app, CommonOptions& options, Action& action);
void add_analyze_command(CLI::App& app, Action& action);
void add_version_command(CLI::App& app, Action& action);

/// --site and --language, which every command on a site has.
void add_site_options(CLI::App& command, CommonOptions& options);
/// What to build from: --rev, --base-url, --drafts, --future, --now, --jobs, --format, --timings.
void add_build_options(CLI::App& command, CommonOptions& options);
/// --format of diagnostics.
void add_format_option(CLI::App& command, CommonOptions& options);
void add_base_url_option(CLI::App& command, CommonOptions& options);
CLI::Option* add_output_option(CLI::App& command, CommonOptions& options);

/// Works out --now and --language; throws Failure for a time that cannot be read.
void settle(CommonOptions& options);

/// Runs a build, prints its diagnostics to standard error, and turns its exceptions into an exit status.
/// `report` prints what was done to standard output.
int run_build(CommonOptions& options, const std::function<void(const BuildResult&, double seconds)>& report);

/// Prints diagnostics to standard error, as --format says; of warnings of one kind only the first few. `text` gives the
/// files that they are about.
void print_diagnostics(const Diagnostics&, const CommonOptions&, const SourceText& text);

/// "2 errors, 1 warning" in the language of messages.
std::string count_line(std::size_t errors, std::size_t warnings, MessageLanguage language);

/// May escape sequences be sent to this stream? (a terminal, and NO_COLOR is not set)
Colour colour_of(int descriptor);

}  // namespace kronika
