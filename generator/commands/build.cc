// kronika build, and kronika check: the same passes, with and without writing.
#include <fmt/format.h>

#include "generator/cache/cache.h"
#include "generator/commands/commands.h"

namespace kronika {
namespace {

void add_previous_option(CLI::App& command, CommonOptions& options) {
  command
      .add_option("--previous", options.build.previous,
                  "The manifest.json of an earlier release: what it had and is missing now is an error")
      ->type_name("MANIFEST");
}

void print_next_change(const BuildResult& result, MessageLanguage language) {
  if (!result.next_change) return;
  const char* text = language == MessageLanguage::polish ? "Następna zmiana (coś się pojawi albo wygaśnie): {}\n"
                                                         : "Next change (something appears or expires): {}\n";
  fmt::print(fmt::runtime(text), iso(*result.next_change));
}

}  // namespace

void add_build_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("build", "Build the site and its search index");
  add_site_options(*command, options);
  add_output_option(*command, options);
  add_build_options(*command, options);
  add_previous_option(*command, options);
  command->add_flag_callback(
      "--no-index", [&options] { options.build.index = false; }, "Leave the search index out");
  command->add_flag("--compress", options.build.compress,
                    "Write .gz and .br files beside texts, for web servers to send");
  auto cache = std::make_shared<std::string>();
  CLI::Option* chosen = command
                            ->add_option("--cache", *cache,
                                         "The folder that keeps compressed files for other builds (default: kronika in "
                                         "$XDG_CACHE_HOME or ~/.cache)")
                            ->type_name("DIR");
  auto no_cache = std::make_shared<bool>(false);
  command->add_flag("--no-cache", *no_cache, "Compress everything anew, and keep nothing")->excludes(chosen);
  command->footer("Example: kronika build --output _site --base-url https://es.example.org/");
  command->callback([&options, &action, cache, no_cache] {
    if (!*no_cache) options.build.cache = cache->empty() ? usual_cache_folder() : std::filesystem::path(*cache);
    action = [&options] {
      return run_build(options, [&](const BuildResult& result, double seconds) {
        const bool polish = options.build.language == MessageLanguage::polish;
        fmt::print(fmt::runtime(polish ? "{}: strony: {}, pliki: {}, dokumenty w wyszukiwarce: {} ({:.2f} s)\n"
                                       : "{}: pages {}, files {}, documents in the search index {} ({:.2f} s)\n"),
                   options.build.output.string(), result.pages, result.files, result.documents, seconds);
        print_next_change(result, options.build.language);
      });
    };
  });
}

void add_check_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("check", "Find every mistake; write nothing");
  add_site_options(*command, options);
  add_build_options(*command, options);
  add_previous_option(*command, options);
  command->add_flag_callback(
      "--production", [&options] { options.build.occasion = Occasion::production; },
      "Also fail for what must not be shown to the public: examples, what has run out, states against their dates");
  command->footer("Example: kronika check --format json");
  command->callback([&options, &action] {
    action = [&options] {
      options.build.write = Write::nothing;
      return run_build(options, [&](const BuildResult& result, double seconds) {
        const bool polish = options.build.language == MessageLanguage::polish;
        fmt::print(fmt::runtime(polish ? "W porządku: strony: {} ({:.2f} s)\n" : "All is well: {} pages ({:.2f} s)\n"),
                   result.pages, seconds);
        print_next_change(result, options.build.language);
      });
    };
  });
}

}  // namespace kronika
