// kronika new: a page with every field of its collection, so that an editor fills in instead of looking up.
#include <fmt/format.h>

#include <filesystem>

#include "generator/commands/commands.h"
#include "generator/commands/page_skeleton.h"
#include "generator/commands/site_ground.h"
#include "generator/core/failure.h"
#include "generator/core/files.h"
#include "search/text/fold.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

struct NewPage {
  std::string collection;
  std::string title;
};

int make_page(CommonOptions& options, const NewPage& wanted) {
  settle(options);
  const SiteGround ground = read_site_ground(*working_tree(options.build.site), options);
  const Config& config = ground.config;
  const CollectionConfig& collection = find_collection(config, wanted.collection);
  const std::string slug = slugify(wanted.title);
  if (slug.empty()) throw Failure{"the title needs at least one letter or digit"};
  const std::string path = "content/" + collection.name + "/" + slug + ".md";
  const fs::path full = options.build.site / path;
  if (fs::exists(full) || fs::exists(options.build.site / "content" / collection.name / slug)) {
    throw Failure{"there is already a page " + full.string() + "; choose another title"};
  }
  const Date today = TimeZone(config.timezone).to_local(options.build.now).date;
  DiskFiles(options.build.site)
      .write(path, page_skeleton(wanted.title, collection, config, ground.data.vocabularies, today));
  fmt::print("{}\n", full.string());
  return 0;
}

}  // namespace

void add_new_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("new", "Make a new page with every field of its collection");
  auto wanted = std::make_shared<NewPage>();
  add_site_options(*command, options);
  command->add_option("collection", wanted->collection, "The collection, a folder of content/")
      ->type_name("COLLECTION")
      ->required();
  command->add_option("title", wanted->title, "The title of the page")->type_name("TITLE")->required();
  command->footer("Example: kronika new aktualnosci \"Otwarcie pracowni w Końskich\"");
  command->callback(
      [&options, &action, wanted] { action = [&options, wanted] { return make_page(options, *wanted); }; });
}

}  // namespace kronika
