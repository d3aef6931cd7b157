// kronika serve: the preview that an editor keeps open while writing.
#include "generator/serve/serve.h"

#include <unistd.h>

#include <chrono>

#include "generator/commands/commands.h"

namespace kronika {
namespace {

/// A preview reloads itself and has local addresses, so it is kept apart from the release in _site.
constexpr const char* preview_folder = "_site.preview";

}  // namespace

void add_serve_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("serve", "Preview the site; rebuild and reload on every change");
  auto served = std::make_shared<ServeOptions>();
  add_site_options(*command, options);
  CLI::Option* output = add_output_option(*command, options)->default_str(preview_folder);
  add_build_options(*command, options);
  command->add_option("--host", served->host, "The address to listen on")->type_name("ADDRESS")->capture_default_str();
  command->add_option("--port", served->port, "The port; 0 takes a free one")
      ->type_name("N")
      ->check(CLI::Range(0, 65535).description(""))
      ->capture_default_str();
  command->footer("Example: kronika serve --drafts --port 8081");
  command->callback([&options, &action, served, output] {
    if (output->count() == 0) options.build.output = preview_folder;
    action = [&options, served] {
      settle(options);
      served->build = options.build;
      served->colour = colour_of(STDERR_FILENO);
      if (options.now.empty()) {
        served->clock = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
      }
      return serve(*served);
    };
  });
}

}  // namespace kronika
