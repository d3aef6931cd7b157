// What the commands share: options, the clock, the language of messages, and how diagnostics reach the terminal.
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <thread>

#include "generator/commands/commands.h"
#include "generator/core/failure.h"
#include "search/text/plural.h"

namespace kronika {
namespace {

MessageLanguage locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value)
      return std::string_view(value).starts_with("pl") ? MessageLanguage::polish : MessageLanguage::english;
  }
  return MessageLanguage::english;
}

Instant parse_now(const std::string& text) {
  const TimeZone utc("UTC");
  if (const auto moment = parse_date_time(text)) return utc.to_instant(*moment);
  if (const auto day = parse_date(text)) return utc.to_instant(*day);
  throw Failure{"--now cannot read '" + text + "'; write a time like 2026-03-14T10:00:00Z or a day like 2026-03-14"};
}

Instant clock_of_build(const std::string& option) {
  if (!option.empty()) return parse_now(option);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch && *epoch) {
    char* end = nullptr;
    const long long seconds = std::strtoll(epoch, &end, 10);
    if (*end != '\0') throw Failure{fmt::format("SOURCE_DATE_EPOCH is no number of seconds: '{}'", epoch)};
    return Instant{std::chrono::seconds{seconds}};
  }
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// Hundreds of warnings of one kind must not bury an error.
constexpr std::size_t most_alike_warnings = 10;

/// `seen` counts warnings alone.
void print_left_out(const std::map<Code, std::size_t>& seen, MessageLanguage language) {
  for (const auto& [code, count] : seen) {
    if (count <= most_alike_warnings) continue;
    fmt::print(
        stderr,
        fmt::runtime(language == MessageLanguage::polish ? "… i jeszcze {} razy {} (--format json pokazuje wszystkie)\n"
                                                         : "… and {} more of {} (--format json shows all)\n"),
        count - most_alike_warnings, info(code).name);
  }
}

void print_diagnostics(const Diagnostics& diagnostics, const CommonOptions& options) {
  std::unique_ptr<Source> source;
  print_diagnostics(diagnostics, options, [&](const std::string& file) -> std::optional<std::string> {
    if (!source) source = open_source(options.build);
    const SourceFile* found = source->find(file);
    if (!found || found->kind != FileKind::regular) return std::nullopt;
    return source->read(file);
  });
}

void print_timings(const BuildResult& result, double seconds) {
  for (const auto& [name, spent] : result.timings) fmt::print(stderr, "{:>9.3f} s  {}\n", spent, name);
  fmt::print(stderr, "{:>9.3f} s  total\n", seconds);
}

}  // namespace

void print_diagnostics(const Diagnostics& diagnostics, const CommonOptions& options, const SourceText& text) {
  if (options.format == DiagnosticFormat::json) {
    for (const Diagnostic& each : diagnostics.sorted())
      fmt::print(stderr, "{}", format_json(each, options.build.language));
    return;
  }
  std::map<Code, std::size_t> seen;
  for (const Diagnostic& each : diagnostics.sorted()) {
    if (each.severity() == Severity::warning && ++seen[each.code] > most_alike_warnings) continue;
    fmt::print(stderr, "{}", format_text(each, options.build.language, colour_of(STDERR_FILENO), text));
  }
  print_left_out(seen, options.build.language);
}

Colour colour_of(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return isatty(descriptor) && !(no_colour && *no_colour) ? Colour::always : Colour::never;
}

void add_site_options(CLI::App& command, CommonOptions& options) {
  command.add_option("--site", options.build.site, "The folder where site.toml is")
      ->type_name("DIR")
      ->capture_default_str();
  command.add_option("--language", options.language, "The language of messages, pl or en (default: the locale's)")
      ->type_name("LANG")
      ->check(CLI::IsMember({"pl", "en"}).description(""));
}

void add_base_url_option(CLI::App& command, CommonOptions& options) {
  command.add_option("--base-url", options.build.base_url, "Use this address instead of site.toml's base_url")
      ->type_name("URL");
}

CLI::Option* add_output_option(CLI::App& command, CommonOptions& options) {
  return command.add_option("--output", options.build.output, "The folder of the finished site")
      ->type_name("DIR")
      ->capture_default_str();
}

void add_format_option(CLI::App& command, CommonOptions& options) {
  static const std::map<std::string, DiagnosticFormat> formats = {{"text", DiagnosticFormat::text},
                                                                  {"json", DiagnosticFormat::json}};
  command
      .add_option_function<std::string>(
          "--format", [&options](const std::string& name) { options.format = formats.at(name); },
          "How diagnostics are written: text (the default), or json, one object a line")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json"}).description(""));
}

void add_build_options(CLI::App& command, CommonOptions& options) {
  options.build.jobs = std::max(1U, std::thread::hardware_concurrency());
  command
      .add_option("--rev", options.build.revision,
                  "Take a git revision (a tag, branch or commit), not the working tree")
      ->type_name("REV");
  add_base_url_option(command, options);
  command.add_flag("--drafts", options.build.drafts, "Publish drafts too");
  command.add_flag("--future", options.build.future, "Publish entries with a date in the future too");
  command
      .add_option("--now", options.now,
                  "The clock: 2026-03-14T10:00:00Z or 2026-03-14 (default: SOURCE_DATE_EPOCH, else now)")
      ->type_name("TIME");
  command.add_option("--jobs", options.build.jobs, "Threads to work on (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256).description(""));
  add_format_option(command, options);
  command.add_flag("--timings", options.timings, "Print the seconds that each pass and template took");
}

void settle(CommonOptions& options) {
  options.build.language = options.language == "pl"   ? MessageLanguage::polish
                           : options.language == "en" ? MessageLanguage::english
                                                      : locale_language();
  options.build.now = clock_of_build(options.now);
}

std::string count_line(std::size_t errors, std::size_t warnings, MessageLanguage language) {
  if (language == MessageLanguage::polish) return fmt::format("Błędy: {}, ostrzeżenia: {}.", errors, warnings);
  return fmt::format("{} error{}, {} warning{}.", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

int run_build(CommonOptions& options, const std::function<void(const BuildResult&, double)>& report) {
  settle(options);
  Diagnostics diagnostics(options.build.occasion);
  const auto start = std::chrono::steady_clock::now();
  const auto failed = [&](int status) {
    print_diagnostics(diagnostics, options);
    if (options.format == DiagnosticFormat::text) {
      fmt::print(stderr, "{}\n", count_line(diagnostics.errors(), diagnostics.warnings(), options.build.language));
    }
    return status;
  };
  try {
    const BuildResult result = build_site(options.build, diagnostics);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    print_diagnostics(diagnostics, options);
    if (options.timings) print_timings(result, seconds.count());
    report(result, seconds.count());
    return 0;
  } catch (const ContentErrors&) {
    return failed(1);
  } catch (const ConfigurationErrors&) {
    return failed(2);
  }
}

}  // namespace kronika
