// What commands need of a site that they do not build.
#pragma once

#include <string>

#include "generator/commands/commands.h"
#include "generator/content/content.h"

namespace kronika {

/// The data borrow the configuration; moving the whole keeps it in place.
struct SiteGround {
  Config config;
  SiteData data;
};

/// Reads site.toml and content/_data/. Throws Failure when one is missing or has mistakes.
SiteGround read_site_ground(const Source&, const CommonOptions&);

/// The collection of that name; throws Failure with those that there are.
const CollectionConfig& find_collection(const Config&, const std::string& name);

}  // namespace kronika
