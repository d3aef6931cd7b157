// Arguments → command; the outermost catch. What each command does stands in commands/.
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include "generator/commands/commands.h"
#include "generator/core/failure.h"
#include "generator/core/nearest.h"
#include "generator/markdown/markdown.h"
#include "generator/version.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr const char* about =
    "Kronika compiles a git repository of Markdown into a public portal: pages, feeds and a Polish full-text search.";
constexpr const char* more =
    "Exit status: 0 done; 1 the content has errors (nothing was written); 2 wrong usage, configuration or "
    "environment.\n"
    "Example: kronika new aktualnosci \"Nowy nabór\" && kronika serve";

void add_help_command(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("help", "Explain the program, or one command");
  auto topic = std::make_shared<std::string>();
  command->add_option("command", *topic, "The command to explain")->type_name("COMMAND");
  command->footer("Example: kronika help build");
  command->callback([&app, &action, topic] {
    action = [&app, topic] {
      const auto named = app.get_subcommands([&](CLI::App* each) { return each->get_name() == *topic; });
      const CLI::App* found = topic->empty() ? &app : named.empty() ? nullptr : named.front();
      if (!found) throw Failure{"there is no command '" + *topic + "'; 'kronika help' lists them"};
      fmt::print("{}", found->help());
      return 0;
    };
  });
}

/// CLI11 says only that a command is missing.
void check_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(each->get_name());
  if (word.starts_with('-') || std::find(names.begin(), names.end(), word) != names.end()) return;
  const std::string near = nearest(word, names);
  throw Failure{"there is no command '" + word + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?") +
                "\n'kronika help' lists the commands"};
}

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app{about, "kronika"};
  app.require_subcommand(1);
  app.footer(more);
  CommonOptions options;
  Action action;
  add_build_command(app, options, action);
  add_check_command(app, options, action);
  add_serve_command(app, options, action);
  add_new_command(app, options, action);
  add_import_command(app, options, action);
  add_query_command(app, options, action);
  add_search_report_command(app, options, action);
  add_server_config_command(app, options, action);
  add_template_names_command(app, options, action);
  add_analyze_command(app, action);
  add_version_command(app, action);
  add_help_command(app, action);
  if (argc > 1) check_command(app, argv[1]);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  initialise_markdown();
  return action();
}

}  // namespace

void add_version_command(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("version", "Print the version");
  command->footer("Example: kronika version");
  command->callback([&action] {
    action = [] {
      fmt::print("kronika {}\n", program_version);
      return 0;
    };
  });
}

}  // namespace kronika

int main(int argc, char** argv) {
  try {
    return kronika::run(argc, argv);
  } catch (const kronika::Failure& failure) {
    fmt::print(stderr, "kronika: {}\n", failure.what());
  } catch (const kronika::SearchFailure& failure) {
    fmt::print(stderr, "kronika: {}\n", failure.what());
  } catch (const std::exception& error) {
    fmt::print(stderr, "kronika: an unexpected error, please report it: {}\n", error.what());
  }
  return 2;
}
