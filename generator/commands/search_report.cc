// kronika search-report: what readers look for, and do not find, from the query log.
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "generator/commands/ask_search.h"
#include "generator/commands/commands.h"
#include "generator/core/failure.h"
#include "generator/search_report/read_log.h"
#include "generator/search_report/report.h"
#include "search/query_log/append.h"
#include "search/text/escape.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

enum class ReportFormat { text, toml };

struct ReportOptions {
  std::string log;  // "-" : standard input
  std::size_t top = 20;
  ReportFormat format = ReportFormat::text;
};

void print_warning(const Diagnostic& diagnostic, MessageLanguage language) {
  fmt::print(stderr, "{}", format_text(diagnostic, language, colour_of(STDERR_FILENO), {}));
}

void tell_damage(const DamagedLines& damaged, const std::string& name, MessageLanguage language) {
  for (const std::size_t line : damaged.first)
    print_warning({Code::damaged_log_line, {name, {static_cast<int>(line), 1, 1}}, {}, {}}, language);
  if (damaged.count > damaged.first.size())
    fmt::print(stderr,
               fmt::runtime(language == MessageLanguage::polish ? "… razem uszkodzonych wierszy: {}\n"
                                                                : "… damaged lines in all: {}\n"),
               damaged.count);
}

DamagedLines read(const std::string& log, QueryTally& tally) {
  if (log == "-") return read_query_log(std::cin, "-", tally);
  std::ifstream file(log, std::ios::binary);
  if (!file) throw Failure{"cannot read the log " + log};
  return read_query_log(file, log, tally);
}

/// A log that takes nothing more looks like readers who have gone.
void tell_full(const std::string& log, MessageLanguage language) {
  std::error_code error;
  const auto size = log == "-" ? 0 : fs::file_size(log, error);
  if (!error && size >= static_cast<std::uintmax_t>(fullest_log))
    print_warning({Code::full_log, {log, {}}, {}, {}}, language);
}

AnswerToday ask(const fs::path& program, const QueryCount& each) {
  const nlohmann::json answer =
      ask_search(program, "q=" + percent_encode(each.query) + "&lang=" + percent_encode(each.language));
  const nlohmann::json& suggestion = answer.at("suggestion");
  if (!suggestion.is_null()) return {0, suggestion.get<std::string>()};
  return {answer.at("total").get<std::size_t>(), ""};
}

/// The site may be another by now, without a language or of an older version: then the report does without it.
void ask_site(const fs::path& program, std::vector<InVain>& in_vain) {
  if (!fs::exists(program)) return;
  for (InVain& each : in_vain) {
    try {
      each.today = ask(program, each.counted);
    } catch (const Failure& failure) {
      fmt::print(stderr, "kronika: {}\n", failure.what());
      return;
    }
  }
}

SearchReport report_of(const QueryTally& tally, std::size_t top) {
  SearchReport report{tally.searches(),      tally.first_hour(),       tally.last_hour(),
                      tally.has_forgotten(), tally.most_frequent(top), {}};
  for (QueryCount& each : tally.most_in_vain(top)) report.in_vain.push_back({std::move(each), {}});
  return report;
}

int print_report(CommonOptions& options, const ReportOptions& given) {
  settle(options);
  const MessageLanguage language = options.build.language;
  QueryTally tally;
  tell_damage(read(given.log, tally), given.log, language);
  tell_full(given.log, language);
  SearchReport report = report_of(tally, given.top);
  ask_site(search_program_of(options.build.output), report.in_vain);
  fmt::print("{}",
             given.format == ReportFormat::toml ? synonyms_block(report, language) : report_text(report, language));
  return 0;
}

}  // namespace

void add_search_report_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("search-report", "Tell what readers search for, and what they do not find");
  auto given = std::make_shared<ReportOptions>();
  add_site_options(*command, options);
  add_output_option(*command, options);
  command->add_option("--top", given->top, "How many queries of each kind")
      ->type_name("N")
      ->check(CLI::Range(1, 10'000).description(""))
      ->capture_default_str();
  command
      ->add_option_function<std::string>(
          "--format",
          [given](const std::string& name) {
            given->format = name == "toml" ? ReportFormat::toml : ReportFormat::text;
          },
          "text (the default), or toml: only the lines for the file of synonyms")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "toml"}).description(""));
  command->add_option("log", given->log, "The query log ([search] log in site.toml); - reads standard input")
      ->type_name("LOG")
      ->required();
  command->footer(
      "The built site, if there is one, is asked what was meant.\n"
      "Example: kronika search-report --format toml /var/log/kronika/portal.tsv >> content/_data/synonimy.toml");
  command->callback(
      [&options, &action, given] { action = [&options, given] { return print_report(options, *given); }; });
}

}  // namespace kronika
