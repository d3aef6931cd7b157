// kronika template-names: what the author of a theme can use, without reading the program.
#include "generator/template_names.h"

#include <fmt/format.h>

#include <cstdio>

#include "generator/commands/commands.h"
#include "generator/commands/site_ground.h"
#include "generator/core/failure.h"

namespace kronika {
namespace {

int print_template_names(CommonOptions& options, const std::string& wanted) {
  settle(options);
  const auto source = open_source(options.build);
  const SiteGround ground = read_site_ground(*source, options);
  const auto builtin = folder_source(find_installation().builtin_theme);
  const std::string names = template_names(*source, *builtin, ground.config, wanted);
  if (names.empty()) {
    throw Failure{fmt::format("there is no kind of template '{}'; without one, all are printed", wanted)};
  }
  std::fwrite(names.data(), 1, names.size(), stdout);  // who reads only the beginning may close the pipe
  return 0;
}

}  // namespace

void add_template_names_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("template-names", "Print the names that each kind of template is given");
  auto kind = std::make_shared<std::string>();
  add_site_options(*command, options);
  command->add_option("kind", *kind, "Only of this kind: page, page:COLLECTION, list, home, component/NAME …")
      ->type_name("KIND");
  command->footer(
      "Prints a line a name: the template, the name (dots lead into a section), text, number or section.\n"
      "Example: kronika template-names page:rejestr | grep states");
  command->callback(
      [&options, &action, kind] { action = [&options, kind] { return print_template_names(options, *kind); }; });
}

}  // namespace kronika
