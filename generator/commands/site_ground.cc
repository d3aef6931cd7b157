// Mistakes of a site are `kronika check`'s to tell.
#include "generator/commands/site_ground.h"

#include <fmt/format.h>

#include "generator/core/failure.h"
#include "generator/core/nearest.h"

namespace kronika {

SiteGround read_site_ground(const Source& source, const CommonOptions& options) {
  if (!source.find("site.toml")) throw Failure{message({Code::missing_site_toml, {}, {}, {}}, options.build.language)};
  Diagnostics diagnostics;
  SiteGround ground{read_config(source.read("site.toml"), "site.toml", "", diagnostics), {}};
  ground.data = read_site_data(source, ground.config, diagnostics);
  if (diagnostics.errors() > 0)
    throw Failure{"site.toml or the files of content/_data have mistakes; 'kronika check' shows them"};
  return ground;
}

const CollectionConfig& find_collection(const Config& config, const std::string& name) {
  if (const CollectionConfig* found = config.collection(name)) return *found;
  std::vector<std::string> names;
  std::string list;
  for (const CollectionConfig& each : config.collections) {
    names.push_back(each.name);
    list += (list.empty() ? "" : ", ") + each.name;
  }
  const std::string near = nearest(name, names);
  throw Failure{fmt::format("there is no collection '{}'{}; site.toml has: {}", name,
                            near.empty() ? "" : "; did you mean '" + near + "'?", list)};
}

}  // namespace kronika
